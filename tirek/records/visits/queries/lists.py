"""The plan and lists of visits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max

from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.visit_states import BEGUN
from tirek.ground.rules.words import Words
from tirek.records.visits.models import PlanEntry, Visit
from tirek.records.visits.reach import reach_entry
from tirek.registers.places.queries import place_names


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry of the plan. `visit_id` is the visit that was opened from it."""

    id: UUID
    place_id: UUID
    place_name: Words
    kind: str
    announced: bool
    first_day: date
    last_day: date
    purpose: str
    state: str
    visit_id: UUID | None


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in a list."""

    id: UUID
    place_id: UUID
    place_name: Words
    kind: str
    announced: bool
    state: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFilters:
    """How a list of visits is narrowed."""

    state: str = ""
    kind: str = ""
    place_id: UUID | None = None
    since: date | None = None
    until: date | None = None


NO_FILTERS = VisitFilters()


def plan_entries(*, by: Actor, country: str, first: date | None = None, last: date | None = None) -> tuple[EntryFacts, ...]:
    """Entries that the reader may know of, in order of their first day. Cost: 3 queries."""
    found = PlanEntry.objects.visible_to(by, country).prefetch_related("visits")
    if first:
        found = found.filter(last_day__gte=first)
    if last:
        found = found.filter(first_day__lte=last)
    rows = list(found)
    names = place_names(row.place_id for row in rows)
    return tuple(entry_facts(row, names) for row in rows)


def plan_entry(entry_id: UUID, *, by: Actor) -> EntryFacts:
    """One entry; raises NotFound."""
    row = reach_entry(entry_id, by)
    return entry_facts(row, place_names([row.place_id]))


def entry_facts(row: PlanEntry, names: dict[str, Words]) -> EntryFacts:
    """An entry as frozen values."""
    opened = next((each.pk for each in row.visits.all()), None)
    name = names.get(str(row.place_id), Words())
    return EntryFacts(
        row.pk, row.place_id, name, row.kind, row.announced, row.first_day, row.last_day, row.purpose, row.state, opened
    )


def visits(*, by: Actor, country: str, filters: VisitFilters = NO_FILTERS) -> tuple[VisitLine, ...]:
    """Visits that the reader may know of, newest first. Cost: 2 queries."""
    found = Visit.objects.visible_to(by, country)
    wanted = {"state": filters.state, "kind": filters.kind, "place": filters.place_id, "ends_on__gte": filters.since, "starts_on__lte": filters.until}
    return lines(found.filter(**{column: value for column, value in wanted.items() if value}))


def lines(found: Iterable[Visit]) -> tuple[VisitLine, ...]:
    """Rows as lines, with their places' names."""
    rows = list(found)
    names = place_names(row.place_id for row in rows)
    return tuple(
        VisitLine(row.pk, row.place_id, names.get(str(row.place_id), Words()), row.kind, row.announced, row.state, row.starts_on, row.ends_on)
        for row in rows
    )


def visits_of_place(place_id: UUID, *, by: Actor, country: str) -> tuple[VisitLine, ...]:
    """Visits to one place that the reader may know of, newest first."""
    return visits(by=by, country=country, filters=VisitFilters(place_id=place_id))


def last_visits(*, country: str, kinds: Iterable[str] = (), by: Actor = SYSTEM) -> dict[UUID, date]:
    """The first day of the newest *begun* visit by place: coverage never counts what has not begun, so nothing hidden shows in it."""
    found = Visit.objects.visible_to(by, country).filter(state__in=BEGUN)
    wanted = tuple(kinds)
    if wanted:
        found = found.filter(kind__in=wanted)
    return dict(found.order_by().values_list("place").annotate(last=Max("starts_on")))
