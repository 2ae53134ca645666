"""Django's registration of the places app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Places with their history."""

    name = "tirek.registers.places"
    label = "places"

    def ready(self) -> None:
        """Tells the search of what stands here."""
        from tirek.foundation.search.sorts import register
        from tirek.registers.places.searching import PLACES

        register(PLACES)
