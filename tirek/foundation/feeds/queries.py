"""Reading one's own addresses, and for who administers accounts how many somebody has. No address is ever told again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max

from tirek.foundation.feeds.models import CalendarAddress
from tirek.foundation.feeds.policies import check_may_count
from tirek.ground.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class AddressLine:
    """An address that stands: what it holds, since when, and when a program last read it."""

    id: UUID
    days_alone: bool
    made_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class CalendarCount:
    """How many addresses of a person stand in a country, and when a program last read one: what is needed when a telephone is lost."""

    number: int
    read_at: datetime | None


def calendar_count(account_id: object, *, by: Actor, country: str) -> CalendarCount | None:
    """Somebody's addresses, or None where there is none; for the country's administrator and head. Raises NotAllowed. Cost: one query."""
    check_may_count(by, country)
    found = CalendarAddress.objects.standing().filter(owner=str(account_id), country=country).aggregate(number=Count("pk"), read=Max("reading__read_at"))
    return CalendarCount(found["number"], found["read"]) if found["number"] else None


def calendar_addresses(*, by: Actor, country: str) -> tuple[AddressLine, ...]:
    """The acting person's addresses that stand, the newest first. Cost: one query."""
    rows = CalendarAddress.objects.standing().filter(owner=by.id, country=country).select_related("reading")
    return tuple(AddressLine(row.pk, row.days_alone, row.made_at, row.reading.read_at if hasattr(row, "reading") else None) for row in rows)
