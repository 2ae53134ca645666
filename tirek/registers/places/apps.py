"""Django's registration of the places app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Places with their history."""

    name = "tirek.registers.places"
    label = "places"

    def ready(self) -> None:
        """Tells the search of what stands here, the sheets what comes in and goes out, and packs of facilities; teaches connections the order of names."""
        from django.db.backends.signals import connection_created

        from tirek.foundation.jurisdictions import facilities
        from tirek.foundation.search.sorts import register
        from tirek.foundation.sheets import kinds
        from tirek.registers.places import ordering
        from tirek.registers.places.facilities import told
        from tirek.registers.places.searching import PLACES
        from tirek.registers.places.sheets import CountsSheet, PlacesSheet

        connection_created.connect(ordering.teach, dispatch_uid="tirek-places-by-name")
        register(PLACES)
        kinds.register(PlacesSheet())
        kinds.register(CountsSheet())
        facilities.register(told)
