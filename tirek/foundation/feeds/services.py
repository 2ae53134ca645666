"""Making and ending the address of a calendar, and letting in whoever holds one. It knows nothing of what is served."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from tirek.foundation.feeds.models import CalendarAddress, LastReading
from tirek.foundation.feeds.policies import HOUR, MOST, TIMES, check_may_have_calendar, may_have_calendar
from tirek.foundation.feeds.refusals import ReadTooOften, TooManyAddresses
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.queries import actor_with_id, reader
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Opened:
    """Whose calendar an address opens, as the person is at this moment, and in which words."""

    address_id: UUID
    owner: Actor
    country: str
    language: str
    days_alone: bool


def make_address(*, country: str, days_alone: bool, by: Actor) -> Recorded[str]:
    """A new address of the acting person's own calendar; returns its secret, which is kept nowhere. Raises NotAllowed, TooManyAddresses."""
    check_may_have_calendar(by, country)
    with record("calendar.address-made", by=by, country=country) as entry:
        if CalendarAddress.objects.standing().filter(owner=by.id, country=country).count() >= MOST:
            raise TooManyAddresses(most=MOST)
        secret = secrets.token_urlsafe(32)
        row = CalendarAddress(owner=by.id, country=country, digest=digest_of(secret), days_alone=days_alone, made_at=timezone.now())
        row.save()
        entry.about("calendar", row.pk)
        return entry.of(secret)


def end_address(*, address_id: UUID, by: Actor) -> Recorded[None]:
    """The address opens nothing any more. Raises NotFound, also for somebody else's and for one that has ended."""
    with record("calendar.address-ended", by=by, subject=("calendar", address_id)) as entry:
        row = CalendarAddress.objects.standing().select_for_update().filter(pk=address_id, owner=by.id).first()
        if row is None:
            raise NotFound
        end(row)
        entry.country = row.country
        return entry.of(None)


def end_all_addresses(*, account_id: str) -> int:
    """Ends every address of an account, as a part of what closed it or took its sessions away. Returns how many."""
    rows = list(CalendarAddress.objects.standing().select_for_update().filter(owner=account_id))
    for row in rows:
        with record("calendar.address-ended", by=SYSTEM, subject=("calendar", row.pk), country=row.country, despite_alteration=True) as entry:
            end(row)
            entry.of(None)
    return len(rows)


def end(row: CalendarAddress) -> None:
    """Within the act under way."""
    row.ended_at = timezone.now()
    row.save()


def open_calendar(secret: str, *, now: datetime | None = None) -> Opened:
    """Whose calendar a secret opens, judged anew by the rights of this moment; notes that it was read. Cost: 5 queries, one of them a write.

    Raises NotFound for a secret that is unknown or ended, an account that is closed and a person who serves no more, all alike; ReadTooOften.
    """
    row = CalendarAddress.objects.standing().filter(digest=digest_of(secret)).first()
    owner = actor_with_id(row.owner) if row else None
    known = reader(row.owner) if row else None
    if row is None or owner is None or known is None or not may_have_calendar(owner, row.country):
        raise NotFound
    note_reading(row, now or timezone.now())
    return Opened(row.pk, owner, row.country, known.language, row.days_alone)


def note_reading(row: CalendarAddress, now: datetime) -> None:
    """Counts a reading within its hour. Raises ReadTooOften without counting on, so that who asks without end writes nothing."""
    last = LastReading.objects.filter(pk=row.pk).first() or LastReading(address=row, hour_at=now, times=0)
    if now - last.hour_at >= HOUR:
        last.hour_at, last.times = now, 0
    if last.times >= TIMES:
        raise ReadTooOften
    last.read_at, last.times = now, last.times + 1
    last.save()


def digest_of(secret: str) -> str:
    """SHA-256 of an address's secret: 256 bits drawn at random need no slower one."""
    return hashlib.sha256(secret.encode()).hexdigest()
