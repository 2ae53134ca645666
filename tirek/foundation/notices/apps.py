"""Django's registration of the notices app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class NoticesConfig(AppConfig):
    """Notices and the mail that tells of them."""

    name = "tirek.foundation.notices"
    label = "notices"

    def ready(self) -> None:
        """Which acts are heard of, and the work that sends."""
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.notices import hearing, tasks

        hearing.connect()
        register(tasks.SEND, tasks.send, words=gettext_noop("Sending mails"))
