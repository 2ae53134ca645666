"""Django's registration of the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class DeskConfig(AppConfig):
    """The staff's face."""

    name = "tirek.faces.desk"
    label = "desk"

    def ready(self) -> None:
        """Sign-in's events go into the ledger; how many tasks wait is counted here; the worker can make the index of the search anew."""
        from tirek.faces.desk.home.counting import waiting
        from tirek.faces.desk.search.tasks import rebuild_work
        from tirek.faces.desk.signin.hooks import connect
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.notices.waiting import count_by
        from tirek.foundation.search.services import REBUILD

        connect()
        count_by(waiting)
        register(REBUILD, rebuild_work, words=gettext_noop("Putting together anew what can be searched"))
