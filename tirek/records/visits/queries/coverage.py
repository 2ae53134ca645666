"""Coverage: how each working place stands on a day under the pack's intervals. Only begun visits count, for everybody alike.

So nothing that is planned and hidden shows here, by its presence or by its absence; `planned_ahead`, beside it, is cut to its reader.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Min

from tirek.foundation.jurisdictions.pack import VisitKind
from tirek.foundation.jurisdictions.queries import mechanisms, visit_interval, visit_kinds
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.interval import Due, Watched, counted_from, dues
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.models import PlanEntry, Visit
from tirek.records.visits.policies import may_plan
from tirek.registers.places.queries import PlaceLine, open_places

LastVisits = dict[UUID, dict[str, date]]
"""The newest begun visit by place and kind."""


@dataclass(frozen=True, slots=True)
class PlaceStanding:
    """A place with its newest begun visit of any kind, and the rule that asks for the next one first (None where no rule does)."""

    place: PlaceLine
    last_visit: date | None
    due: Due | None

    @property
    def past(self) -> bool:
        """Whether the legal interval has gone by."""
        return self.due is not None and self.due.past

    @property
    def order(self) -> tuple[bool, int, date, bool]:
        """The longest past first, then what falls due first, then those that no rule asks for, among them those never visited first."""
        if self.due is None:
            return True, 0, self.last_visit or date.min, self.last_visit is not None
        return False, -self.due.overdue_days, self.due.due_on, not self.due.past


@once
def standings(*, by: Actor, country: str, today: date, past: bool = False) -> tuple[PlaceStanding, ...]:
    """Every place that works today, the longest past its interval first, of equal ones in order of name; nothing for those who do not plan. `past`: today is a day of a year gone by, and later visits are not looked at.

    Cost: 2 queries, whatever the number of places and visits.
    """
    if not may_plan(by, country):
        return ()
    places = open_places(by=by, country=country, on=today)
    seen = seen_of(country, today if past else None)
    asked = dues(watched(country, places, seen, today), today)
    found = [PlaceStanding(each, max(seen.get(each.id, {}).values(), default=None), asked.get(str(each.id))) for each in places]
    return tuple(sorted(found, key=lambda each: each.order))


def seen_of(country: str, until: date | None = None) -> LastVisits:
    """The newest begun visits, or those that began up to a day. Cost: one query."""
    found: LastVisits = {}
    begun = Visit.objects.filter(country=country, state__in=BEGUN, **({"starts_on__lte": until} if until else {}))
    for place, kind, last in begun.order_by().values_list("place", "kind").annotate(last=Max("starts_on")):
        found.setdefault(place, {})[kind] = last
    return found


def watched(country: str, places: Iterable[PlaceLine], seen: LastVisits, today: date) -> Iterator[Watched]:
    """Each place under each rule that holds for it today."""
    places = tuple(places)
    first = min((each.since for each in mechanisms(country) if each.since), default=None)
    for kind in visit_kinds(country, today):
        if kind.intervals:
            yield from under_rule(country, kind, places, seen, today, first)


def under_rule(country: str, kind: VisitKind, places: tuple[PlaceLine, ...], seen: LastVisits, today: date, first: date | None) -> Iterator[Watched]:
    """The places under one kind of visit, each with its newest begun visit of that kind."""
    rules = {code: visit_interval(country, code, kind.code, today) for code in {each.kind for each in places}}
    for each in places:
        if rule := rules[each.kind]:
            yield Watched(str(each.id), rule.months, seen.get(each.id, {}).get(kind.code), counted_from(each.opened_on, rule.since, first), kind.code)


def planned_ahead(*, by: Actor, country: str, today: date) -> dict[UUID, date]:
    """The next planned day of each place, as this reader may know of it: of entries without a visit, and of visits in preparation. Cost: 2 queries."""
    waiting = PlanEntry.objects.visible_to(by, country).filter(state__in=("proposed", "approved"), last_day__gte=today)
    opened = Visit.objects.visible_to(by, country).filter(state="planned", ends_on__gte=today)
    found: dict[UUID, date] = {}
    for place, day in (*waiting.order_by().values_list("place").annotate(Min("first_day")), *opened.order_by().values_list("place").annotate(Min("starts_on"))):
        found[place] = min(day, found.get(place, day))
    return found
