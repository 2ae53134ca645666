"""Django's registration of the jobs app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class JobsConfig(AppConfig):
    """Long work."""

    name = "tirek.foundation.jobs"
    label = "jobs"

    def ready(self) -> None:
        """The one kind that belongs to no room above: verifying the ledger."""
        from tirek.foundation.jobs import verification
        from tirek.foundation.jobs.kinds import register

        register("ledger.verify", verification.verify_ledger, words=gettext_noop("Verifying the ledger"))
