"""Django's registration of the app of webhooks."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class WebhooksConfig(AppConfig):
    """Messages to other systems."""

    name = "tirek.foundation.webhooks"
    label = "webhooks"

    def ready(self) -> None:
        """The work that sends."""
        from tirek.foundation.jobs.kinds import register
        from tirek.foundation.webhooks import tasks

        register(tasks.SEND, tasks.send, words=gettext_noop("Telling other systems what was published"))
