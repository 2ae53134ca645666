"""Django's registration of the app of feeds."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Addresses of personal feeds."""

    name = "tirek.foundation.feeds"
    label = "feeds"

    def ready(self) -> None:
        """What ends a person's addresses without the person."""
        from tirek.foundation.feeds import hearing

        hearing.connect()
