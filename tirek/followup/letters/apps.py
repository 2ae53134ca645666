"""Django's registration of the letters app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class LettersConfig(AppConfig):
    """The register of letters."""

    name = "tirek.followup.letters"
    label = "letters"

    def ready(self) -> None:
        """Makes the work on written letters known to the jobs room; tells the search of letters."""
        from tirek.followup.letters.searching import LETTERS
        from tirek.followup.letters.tasks import KIND, paper_work
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.search import sorts

        sorts.register(LETTERS)
        register(KIND, paper_work, words=gettext_noop("Making the files of a letter"))
