"""Django's registration of the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class DeskConfig(AppConfig):
    """The staff's face."""

    name = "tirek.faces.desk"
    label = "desk"

    def ready(self) -> None:
        """How many tasks wait is counted here; the worker can make the index of the search anew, and files of lists."""
        from tirek.faces.desk.home.counting import waiting
        from tirek.faces.desk.search.tasks import rebuild_work
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.notices.waiting import count_by
        from tirek.foundation.search.services import REBUILD
        from tirek.foundation.sheets.shown import ShownList, read_lists_by
        from tirek.ground.rules.actors import Actor

        def read(key: str, query: str, by: Actor, country: str) -> ShownList:
            """The pages of the lists are loaded when somebody asks for one."""
            from tirek.faces.desk.lists.filing import read_filed

            return read_filed(key, query, by, country)

        def called(key: str) -> str:
            """What a list is called."""
            from tirek.faces.desk.lists.kinds import work_list

            return str(work_list(key).title)

        count_by(waiting)
        read_lists_by(read, called)
        register(REBUILD, rebuild_work, words=gettext_noop("Putting together anew what can be searched"))
