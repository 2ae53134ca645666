"""The work that sends what is due, and what the clock asks for it. No rule stands here."""

from django.utils import timezone

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.jobs.queries import is_under_way
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.webhooks.queries import is_due
from tirek.foundation.webhooks.services import send_due
from tirek.ground.rules.actors import SYSTEM

SEND = "webhooks.send"


def send(arguments: Arguments, step: Step) -> Arguments:
    """Sends what is due; safe to run again."""
    return {"sent": send_due(step=step)}


def look_after_webhooks() -> None:
    """Starts the work when a message is due and nobody is at it. Run by the clock."""
    if is_due(timezone.now()) and not is_under_way(SEND):
        enqueue(kind_name=SEND, arguments={}, by=SYSTEM)
