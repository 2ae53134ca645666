"""Django's registration of the reports app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class ReportsConfig(AppConfig):
    """Visit reports."""

    name = "tirek.insight.reports"
    label = "reports"

    def ready(self) -> None:
        """Makes the work on documents and answers known to the jobs room."""
        from tirek.foundation.jobs.kinds import register
        from tirek.insight.reports.tasks import KIND, TRIAL, answers_work, documents_work

        register(KIND, documents_work, words=gettext_noop("Making a report’s documents"))
        register(TRIAL, answers_work, attempts=10, words=gettext_noop("Trying the rows of an answer form"))
