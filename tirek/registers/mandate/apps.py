"""Django's registration of the mandate app."""

from django.apps import AppConfig


class MandateConfig(AppConfig):
    """Members of the mechanism."""

    name = "tirek.registers.mandate"
    label = "mandate"

    def ready(self) -> None:
        """Which sheet comes in and goes out, and what the search is told of what stands here."""
        from tirek.foundation.search import sorts
        from tirek.foundation.sheets import kinds
        from tirek.registers.mandate.searching import MEMBERS
        from tirek.registers.mandate.sheets import MembersSheet

        kinds.register(MembersSheet())
        sorts.register(MEMBERS)
