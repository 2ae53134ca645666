"""Reading one's own addresses."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tirek.foundation.feeds.models import CalendarAddress
from tirek.ground.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class AddressLine:
    """An address that stands: what it holds, since when, and when a program last read it."""

    id: UUID
    days_alone: bool
    made_at: datetime
    read_at: datetime | None


def calendar_addresses(*, by: Actor, country: str) -> tuple[AddressLine, ...]:
    """The acting person's addresses that stand, the newest first. Cost: one query."""
    rows = CalendarAddress.objects.standing().filter(owner=by.id, country=country).select_related("reading")
    return tuple(AddressLine(row.pk, row.days_alone, row.made_at, row.reading.read_at if hasattr(row, "reading") else None) for row in rows)
