"""Django's registration of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The staff's face."""

    name = "tirek.faces.desk"
    label = "desk"

    def ready(self) -> None:
        """Sign-in's events go into the ledger; how many tasks wait is counted here."""
        from tirek.faces.desk.home.counting import waiting
        from tirek.faces.desk.signin.hooks import connect
        from tirek.foundation.notices.waiting import count_by

        connect()
        count_by(waiting)
