"""Django's registration of the claims app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class ClaimsConfig(AppConfig):
    """Sources, the figures proposed of their texts, and what was decided about these."""

    name = "tirek.insight.claims"
    label = "claims"

    def ready(self) -> None:
        """Makes the reading of a source known to the jobs room, and tells the search of what stands here."""
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.search import sorts
        from tirek.insight.claims.searching import SOURCES
        from tirek.insight.claims.tasks import KIND, propose_work

        register(KIND, propose_work, words=gettext_noop("Reading the figures of a source"))
        sorts.register(SOURCES)
