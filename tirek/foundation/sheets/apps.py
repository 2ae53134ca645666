"""Django's registration of the sheets app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class SheetsConfig(AppConfig):
    """Tables in and out."""

    name = "tirek.foundation.sheets"
    label = "sheets"

    def ready(self) -> None:
        """What takes long is a job."""
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.sheets import tasks

        register("sheets.try", tasks.try_work, words=_("Trying the rows of a table"))
        register("sheets.apply", tasks.apply_work, attempts=10, words=_("Entering the rows of a table"))
        register("sheets.undo", tasks.undo_work, attempts=10, words=_("Taking back what a table entered"))
        register("sheets.export", tasks.export_work, words=_("Writing a list as a file"))
