"""A trial message, and sending one once more: what a person does who sets up the other side. It tells of no published thing."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.webhooks.events import TRIAL
from tirek.foundation.webhooks.models import GIVEN_UP, SENT, WAITING, Message
from tirek.foundation.webhooks.policies import check_may_make
from tirek.foundation.webhooks.refusals import WebhookStopped
from tirek.foundation.webhooks.services.announcing import message
from tirek.foundation.webhooks.services.making import locked
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def try_webhook(*, webhook_id: UUID, country: str, by: Actor) -> Recorded[UUID]:
    """A message that tells of nothing. Raises NotAllowed, NotFound, WebhookStopped."""
    check_may_make(by, country)
    with record("webhook.tried", by=by, subject=("webhook", webhook_id), country=country) as entry:
        row = locked(webhook_id, country, by)
        if row.stopped_at:
            raise WebhookStopped
        made = message(row, TRIAL, {"country": country}, timezone.now())
        made.save()
        return entry.of(made.pk)


def send_again(*, webhook_id: UUID, message_id: UUID, country: str, by: Actor) -> Recorded[None]:
    """The same message, with the same id, once more from the first attempt on. Raises NotAllowed, NotFound for one that still waits, WebhookStopped."""
    check_may_make(by, country)
    with record("webhook.sent-again", by=by, subject=("webhook", webhook_id), country=country) as entry:
        row = locked(webhook_id, country, by)
        if row.stopped_at:
            raise WebhookStopped
        ended = Message.objects.filter(pk=message_id, webhook=row, state__in=(SENT, GIVEN_UP))
        if not ended.update(state=WAITING, attempts=0, due_at=timezone.now()):
            raise NotFound
        return entry.of(None)
