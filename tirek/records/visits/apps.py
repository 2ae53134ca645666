"""Django's registration of the visits app."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits: from the plan to the findings."""

    name = "tirek.records.visits"
    label = "visits"

    def ready(self) -> None:
        """Tells the search of what stands here, and which sheet comes in and goes out."""
        from tirek.foundation.search.sorts import register
        from tirek.foundation.sheets import kinds
        from tirek.records.visits.searching import FINDINGS, VISITS
        from tirek.records.visits.sheets import VisitsSheet

        register(FINDINGS)
        register(VISITS)
        kinds.register(VisitsSheet())
