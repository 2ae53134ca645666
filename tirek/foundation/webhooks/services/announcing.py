"""Announcing an event: a message for each webhook that wants it, in the transaction of its caller (an outbox). Nothing is sent here."""

import json
from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone

from tirek.foundation.webhooks.models import Message, Webhook
from tirek.foundation.webhooks.policies import KEPT


def announce(*, event: str, country: str, about: dict[str, str | int], page: str, programs: str, at: datetime) -> int:
    """Tells each webhook of the country that wants this event. `page` and `programs` are paths of the public face, for people and for programs.

    `about` names the thing by codes alone; there is no other content. Returns how many messages were written. Cost: one query while there is no webhook.
    """
    wanting = [row for row in Webhook.objects.going().filter(country=country) if event in row.events]
    if not wanting:
        return 0
    told = {**about, "country": country, "page": settings.TIREK_PUBLIC_AT + page, "data": settings.TIREK_PUBLIC_AT + programs}
    return len(Message.objects.bulk_create(message(row, event, told, at) for row in wanting))


def announce_inside(*, event: str, country: str, number: str, page: str, at: datetime) -> int:
    """Tells each webhook for which the head chose it that something passed about the recommendation of this number: its number, and `page`, the path of a page
    that asks who is there. No text, no name, no place, no body, no outcome. Returns how many messages were written. Cost: one query while there is no webhook.
    """
    wanting = [row for row in Webhook.objects.going().filter(country=country) if event in row.events]
    told: dict[str, str | int] = {"country": country, "number": number, "page": settings.TIREK_PEOPLE_COME_TO + page}
    return len(Message.objects.bulk_create(message(row, event, told, at) for row in wanting))


def message(row: Webhook, event: str, told: dict[str, str | int], at: datetime) -> Message:
    """A message as the specification shapes it: type, timestamp, data."""
    body = {"type": event, "timestamp": at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"), "data": told}
    now = timezone.now()
    return Message(webhook=row, event=event, body=json.dumps(body, sort_keys=True, separators=(",", ":")), written_at=now, due_at=now)


def forget_old_messages() -> int:
    """Deletes messages of long ago. Returns how many. Run by the clock."""
    return Message.objects.filter(written_at__lt=timezone.now() - KEPT).delete()[0]
