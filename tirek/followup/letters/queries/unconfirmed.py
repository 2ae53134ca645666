"""Letters of transmittal that their bodies have not confirmed, each with the clock of the pack's time for it. It counts no day itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tirek.followup.letters.codes import OUT
from tirek.followup.letters.models import Letter, LetterQuerySet
from tirek.followup.letters.policies import may_register
from tirek.followup.recommendations.queries import clock_of
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock

LONGEST = 366
"""Days within which a confirmation falls due by any pack's term; what was sent earlier is due by any count."""


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A letter of transmittal that nobody confirmed, with its clock."""

    id: UUID
    number: str
    body: str
    moved_on: date
    clock: DayClock


def unconfirmed(*, by: Actor, country: str, today: date, until: date, size: int | None = None) -> tuple[Unconfirmed, ...]:
    """Those whose confirmation falls due until a day, the most urgent first, at most `size`; for the office. Cost: 1 query."""
    made = [
        Unconfirmed(row.pk, row.number, row.body, row.moved_on, clock_of(country, ends, today, row.moved_on))
        for row in waiting(by, country, today, until).order_by("moved_on", "pk")[:size] if (ends := confirmed_until(country, row.moved_on))
    ]  # fmt: skip
    return tuple(made)


def waiting(by: Actor, country: str, today: date, until: date) -> LetterQuerySet:
    """Letters of transmittal without confirmation whose time is over by a day."""
    newest = newest_due(country, until, today)
    if newest is None or not may_register(by, country):
        return Letter.objects.none()
    return Letter.objects.standing(country).filter(direction=OUT, kind="transmittal", acknowledged_on=None, moved_on__lte=newest)


def newest_due(country: str, until: date, today: date) -> date | None:
    """The newest day of sending from which a confirmation falls due until that day; None where none does."""
    days = (min(until, today) - timedelta(days=back) for back in range(LONGEST))
    return next((day for day in days if (ends := confirmed_until(country, day)) and ends <= until), None)


def newest_late(country: str, today: date) -> date | None:
    """The newest day of sending from which a confirmation is overdue today: it fell due until yesterday. None where none is."""
    return newest_due(country, today - timedelta(days=1), today)


def confirmed_until(country: str, sent_on: date) -> date | None:
    """The last day of the confirmation, or None where the pack lays none down."""
    try:
        return due(country, "acknowledge", sent_on)
    except (NoRuleOnDate, UnknownThing):
        return None
