"""Django's registration of the visits app."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits: from the plan to the findings."""

    name = "tirek.records.visits"
    label = "visits"

    def ready(self) -> None:
        """Tells the search of what stands here, and which sheet comes in and goes out; what waits in findings and how many there are follows every act."""
        from tirek.foundation.ledger.following import follow
        from tirek.foundation.search.sorts import register
        from tirek.foundation.sheets import kinds
        from tirek.records.visits.searching import FINDINGS, VISITS
        from tirek.records.visits.sheets import VisitsSheet
        from tirek.records.visits.totalling import keep_totals
        from tirek.records.visits.undecided import keep_undecided

        register(FINDINGS)
        register(VISITS)
        kinds.register(VisitsSheet())
        follow(keep_undecided)
        follow(keep_totals)
