"""Django's registration of the international bodies' app."""

from django.apps import AppConfig


class InternationalConfig(AppConfig):
    """Missions, reports and recommendations of international bodies."""

    name = "tirek.followup.international"
    label = "international"

    def ready(self) -> None:
        """Tells which sheet comes in and goes out."""
        from tirek.followup.international.sheets import ParagraphsSheet
        from tirek.foundation.sheets import kinds

        kinds.register(ParagraphsSheet())
