"""Django's registration of the visits app."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits: from the plan to the findings."""

    name = "tirek.records.visits"
    label = "visits"

    def ready(self) -> None:
        """Tells the search of what stands here."""
        from tirek.foundation.search.sorts import register
        from tirek.records.visits.searching import FINDINGS, VISITS

        register(FINDINGS)
        register(VISITS)
