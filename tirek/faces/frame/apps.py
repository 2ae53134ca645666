"""Django's registration of what faces with sign-in share."""

from django.apps import AppConfig


class FrameConfig(AppConfig):
    """The frame of signed-in pages."""

    name = "tirek.faces.frame"
    label = "frame"

    def ready(self) -> None:
        """Sign-in's events go into the ledger."""
        from tirek.faces.frame.signin.hooks import connect

        connect()
