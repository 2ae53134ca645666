"""Django's registration of the search app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The index."""

    name = "tirek.foundation.search"
    label = "search"

    def ready(self) -> None:
        """The index follows every act."""
        from tirek.foundation.ledger.following import follow
        from tirek.foundation.search.services import bring_up

        follow(bring_up)
