"""Django's registration of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The staff's face."""

    name = "tirek.faces.desk"
    label = "desk"

    def ready(self) -> None:
        """Sign-in's events go into the ledger."""
        from tirek.faces.desk.signin.hooks import connect

        connect()
