"""Making a webhook, giving it another secret, stopping and starting it. It sends nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.webhooks.events import INSIDE, NAMES
from tirek.foundation.webhooks.keys import new_secret, sealed
from tirek.foundation.webhooks.models import BY_HAND, Standing, Webhook
from tirek.foundation.webhooks.policies import MOST, OVERLAP, check_may_make, check_may_tell_inside, usable
from tirek.foundation.webhooks.reach import inside, is_off, reaches_public
from tirek.foundation.webhooks.refusals import NothingChosen, NothingIsSent, PurposeMissing, TooManyWebhooks, WebhookStopped
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.open_texts import check_why
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Made:
    """A new webhook and its secret, which is shown once."""

    id: UUID
    secret: str


def make_webhook(*, address: str, purpose: str, events: Iterable[str], country: str, by: Actor) -> Recorded[Made]:
    """Another system is told of these events from now on.

    Raises NotAllowed, NothingIsSent, AddressNotUsable, AddressInside, NothingChosen, PurposeMissing, ReasonNames, TooManyWebhooks.
    """
    check_may_make(by, country)
    if is_off():
        raise NothingIsSent
    address = usable(address, inside(), public=reaches_public())
    wanted, purpose = [each for each in NAMES if each in set(events)], " ".join(purpose.split())
    if not wanted:
        raise NothingChosen
    if not purpose:
        raise PurposeMissing
    check_why(purpose, ())
    with record("webhook.made", by=by, country=country) as entry:
        check_number(country)
        secret = new_secret()
        row = Webhook(country=country, address=address, purpose=purpose, events=wanted, secret=sealed(secret), made_by=by.id, made_at=timezone.now())
        row.save()
        entry.about("webhook", row.pk)
        return entry.of(Made(row.pk, secret))


def check_number(country: str) -> None:
    """Raises TooManyWebhooks."""
    if Webhook.objects.going().filter(country=country).count() >= MOST:
        raise TooManyWebhooks(most=MOST)


def renew_secret(*, webhook_id: UUID, country: str, by: Actor) -> Recorded[str]:
    """Another secret, shown once; the older one signs beside it for a day, so that the receiver changes over without losing a message. Raises NotAllowed, NotFound."""
    check_may_make(by, country)
    with record("webhook.secret-renewed", by=by, subject=("webhook", webhook_id), country=country) as entry:
        row = locked(webhook_id, country, by)
        secret = new_secret()
        row.older_secret, row.older_until, row.secret = row.secret, timezone.now() + OVERLAP, sealed(secret)
        row.save()
        return entry.of(secret)


def choose_inside(*, webhook_id: UUID, events: Iterable[str], country: str, by: Actor) -> Recorded[None]:
    """Of which events of the exchange with authorities a webhook tells from now on; of none where none is named. What it tells of what is public stays. The head.

    Raises NotAllowed, NotFound.
    """
    check_may_tell_inside(by, country)
    with record("webhook.inside-chosen", by=by, subject=("webhook", webhook_id), country=country) as entry:
        row, wanted = locked(webhook_id, country, by), set(events)
        row.events = [*(each for each in row.events if each not in INSIDE), *(each for each in INSIDE if each in wanted)]
        row.save()
        return entry.of(None)


def stop_webhook(*, webhook_id: UUID, country: str, by: Actor) -> Recorded[None]:
    """Nothing more is sent by it; what waits, waits. Administrator and head. Raises NotFound, WebhookStopped."""
    with record("webhook.stopped", by=by, subject=("webhook", webhook_id), country=country) as entry:
        row = locked(webhook_id, country, by)
        if row.stopped_at:
            raise WebhookStopped
        row.stopped_at, row.stopped_because = timezone.now(), BY_HAND
        row.save()
        return entry.of(None)


def stop_by_house(row: Webhook, because: str, now: datetime) -> None:
    """The house stops a webhook of itself; those who look after it hear of it."""
    with record("webhook.stopped-by-house", by=SYSTEM, subject=("webhook", row.pk), country=row.country) as entry:
        found = Webhook.objects.select_for_update().filter(pk=row.pk, stopped_at=None).first()
        if found is None:
            raise NotFound
        found.stopped_at, found.stopped_because = now, because
        found.save()
        entry.of(None)


def start_webhook(*, webhook_id: UUID, country: str, by: Actor) -> Recorded[None]:
    """It is told again, and what waits goes out. Raises NotAllowed, NotFound, NothingIsSent, AddressInside, TooManyWebhooks."""
    check_may_make(by, country)
    if is_off():
        raise NothingIsSent
    with record("webhook.started", by=by, subject=("webhook", webhook_id), country=country) as entry:
        row = locked(webhook_id, country, by)
        usable(row.address, inside(), public=reaches_public())
        if row.stopped_at:
            check_number(country)
        row.stopped_at, row.stopped_because = None, ""
        row.save()
        Standing.objects.filter(webhook=row).update(failing_since=None)
        return entry.of(None)


def locked(webhook_id: UUID, country: str, by: Actor) -> Webhook:
    """The webhook within the act. Raises NotFound, also where it may not be known of."""
    found = Webhook.objects.visible_to(by, country).select_for_update().filter(pk=webhook_id).first()
    if found is None:
        raise NotFound
    return found
