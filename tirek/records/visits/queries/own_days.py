"""On which days a person goes on visits: for the person's own calendar, which programs outside the house read.

Whoever asks decides what of it leaves; here is no kind, no state and no name of anybody else.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Delegate, Visit


@dataclass(frozen=True, slots=True)
class OwnDays:
    """A visit that the person goes on, with its days (the real ones once it has begun). Its place is told only of an announced one."""

    id: UUID
    announced: bool
    first: date
    last: date
    place_name: Words | None


def own_days(*, by: Actor, country: str, first: date, last: date) -> tuple[OwnDays, ...]:
    """The visits of which the person is a delegate that touch these days, the earliest first; none that was cancelled. Cost: one query."""
    going = Delegate.objects.filter(member__account__pk=by.id, left=False).order_by().values("visit")
    seen = Visit.objects.visible_to(by, country).filter(pk__in=going, starts_on__lte=last, ends_on__gte=first).exclude(state="cancelled")
    rows = seen.select_related("place").order_by("starts_on", "id")
    return tuple(OwnDays(row.pk, row.announced, row.starts_on, row.ends_on, row.place.name if row.announced else None) for row in rows)
