"""Planning several visits at once: what would be refused of each, and why. The preview and the service both stand on this, so that they agree.

A place that is planned for already is refused only where the actor knows of that entry: of a veiled one nothing is said, and the entry is made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import Refusal
from tirek.records.visits.models import PlanEntry
from tirek.records.visits.moments import check_plannable
from tirek.records.visits.refusals import NoDayLeft, PlaceNotOpen, PlannedAlready
from tirek.registers.places.queries import open_places

MOST = 200
"""How many at once: each is an act of its own in the ledger, and somebody waits."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place and the days meant for it; None where the month has no day left."""

    place_id: UUID
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What became, or would become, of one: the entry that was made, or what is refused."""

    wanted: Wanted
    refusal: Refusal | None = None
    entry_id: UUID | None = None


def judged(wanted: Iterable[Wanted], *, country: str, by: Actor) -> tuple[Judged, ...]:
    """Each with what would be refused. Cost: 3 queries, and one a day for places that do not work on the first and the last of the days."""
    wanted = tuple(wanted)
    known, shut = planned(wanted, country, by), not_working(wanted, country, by)
    return tuple(Judged(each, refusal_of(each, known, shut, country)) for each in wanted)


def not_working(wanted: tuple[Wanted, ...], country: str, by: Actor) -> frozenset[UUID]:
    """Places that do not work on the day meant for them, or that the actor does not find in the register."""
    days = sorted({each.first for each in wanted if each.first})
    if not days:
        return frozenset()
    works = {day: {one.id for one in open_places(by=by, country=country, on=day)} for day in {days[0], days[-1]}}
    steady = works[days[0]] & works[days[-1]]
    shut = set()
    for each in wanted:
        if each.first and each.place_id not in steady:
            if each.first not in works:
                works[each.first] = {one.id for one in open_places(by=by, country=country, on=each.first)}
            if each.place_id not in works[each.first]:
                shut.add(each.place_id)
    return frozenset(shut)


def planned(wanted: tuple[Wanted, ...], country: str, by: Actor) -> dict[UUID, date]:
    """Places that have an entry in the same month, as the actor may know of it."""
    days = [each.first for each in wanted if each.first]
    if not days:
        return {}
    found = PlanEntry.objects.visible_to(by, country).filter(place__in=[each.place_id for each in wanted]).exclude(state="dropped")
    return dict(found.filter(first_day__year=days[0].year, first_day__month=days[0].month).order_by("-first_day").values_list("place_id", "first_day"))


def refusal_of(each: Wanted, known: dict[UUID, date], shut: frozenset[UUID], country: str) -> Refusal | None:
    """What would be refused of one."""
    if each.first is None or each.last is None:
        return NoDayLeft()
    if each.place_id in known:
        return PlannedAlready(day=known[each.place_id])
    if each.place_id in shut:
        return PlaceNotOpen()
    try:
        check_plannable(each.first, each.last, country, None)
    except Refusal as refusal:
        return refusal
    return None
