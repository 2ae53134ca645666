"""Django's registration of the international bodies' app."""

from django.apps import AppConfig


class InternationalConfig(AppConfig):
    """Missions, reports and recommendations of international bodies."""

    name = "tirek.followup.international"
    label = "international"

    def ready(self) -> None:
        """Tells which sheet comes in and goes out, and the search of recommendations."""
        from tirek.followup.international.searching import PARAGRAPHS
        from tirek.followup.international.sheets import ParagraphsSheet
        from tirek.foundation.search import sorts
        from tirek.foundation.sheets import kinds

        sorts.register(PARAGRAPHS)
        kinds.register(ParagraphsSheet())
