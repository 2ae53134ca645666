"""Django's registration of the places app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Places with their history."""

    name = "tirek.registers.places"
    label = "places"

    def ready(self) -> None:
        """Tells the search of what stands here, and the sheets what comes in and goes out."""
        from tirek.foundation.search.sorts import register
        from tirek.foundation.sheets import kinds
        from tirek.registers.places.searching import PLACES
        from tirek.registers.places.sheets import CountsSheet, PlacesSheet

        register(PLACES)
        kinds.register(PlacesSheet())
        kinds.register(CountsSheet())
