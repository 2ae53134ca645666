"""Lists of visits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import ExtractMonth

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor
from tirek.ground.rules.annual_plan import Cell
from tirek.ground.rules.visit_states import BEGUN
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Delegate, Visit, VisitQuerySet
from tirek.records.visits.totalling import UNREPORTED
from tirek.registers.places.queries import PlaceFilters, place_ids, place_names


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
    """How a list of visits is narrowed. `mine`: to those alone that the reader is a delegate or an organiser of; `ids`: to these, if any are named; `places`: to those of these.

    `begun_from` and `begun_until` leave visits that have begun, by their first day: exactly those that a chart counts. `at_hand`: to those under way, concluded, or not over before that day."""

    mine: bool = False
    state: str = ""
    kind: str = ""
    place_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    text: str = ""
    begun: bool = False
    ids: frozenset[UUID] | None = None
    at_hand: date | None = None
    places: frozenset[UUID] | None = None
    begun_from: date | None = None
    begun_until: date | None = None


NO_FILTERS = VisitFilters()


ORDERS = {"first": ("starts_on", "pk"), "-first": ("-starts_on", "pk"), "last": ("ends_on", "pk"), "-last": ("-ends_on", "pk")}


@once
def visits(
    *, by: Actor, country: str, filters: VisitFilters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> tuple[VisitLine, ...]:
    """Visits that the reader may know of, in one of the ORDERS, else newest first: all, or `size` of them from the one numbered `start`. Cost: one query."""
    found = narrowed(by, country, filters)
    return lines((found.order_by(*ORDERS[order]) if order else found)[start : None if size is None else start + size])


def visit_count(*, by: Actor, country: str, filters: VisitFilters = NO_FILTERS) -> int:
    """How many visits the same list holds: a hidden one is counted for nobody else. Cost: one query."""
    return narrowed(by, country, filters).count()


def narrowed(by: Actor, country: str, filters: VisitFilters) -> VisitQuerySet:
    """The visits that the actor may know of and the filters leave."""
    found = Visit.objects.visible_to(by, country) if filters.ids is None else Visit.objects.visible_among(filters.ids, by, country)
    if filters.mine:
        found = found.filter(Visit.objects.part_of(by)) if by.has(*OFFICE, *VISITORS, country=country) else found.none()
    if filters.text.strip():
        found = found.filter(place__in=place_ids(by=SYSTEM, country=country, filters=PlaceFilters(text=filters.text)))
    if filters.begun or filters.begun_from or filters.begun_until:
        found = found.filter(state__in=BEGUN)
    if filters.at_hand is not None:
        found = found.filter(Q(state__in=BEGUN - {"reported"}) | Q(ends_on__gte=filters.at_hand))
    if filters.places is not None:
        found = found.filter(place__in=filters.places)
    wanted = {"state": filters.state, "kind": filters.kind, "place": filters.place_id, "ends_on__gte": filters.since, "starts_on__lte": filters.until}
    first_day = {"starts_on__gte": filters.begun_from, "starts_on__lte": filters.begun_until}
    found = found.filter(**{column: value for column, value in first_day.items() if value})
    return found.filter(**{column: value for column, value in wanted.items() if value})


def known_within(*, by: Actor, country: str, region: str = "", place_kind: str = "", unreported: bool = False) -> QuerySet[Visit, Any]:
    """The ids of visits that the reader may know of to places of that region and kind as they are today, as a question to be asked within another;
    `unreported`: of those alone whose report is not issued.
    """
    found = Visit.objects.visible_to(by, country).order_by()
    if unreported:
        found = found.filter(state__in=UNREPORTED)
    wanted = {"place__region": region, "place__kind": place_kind}
    return found.filter(**{column: value for column, value in wanted.items() if value}).values("pk")


def knows_all_reported(*, by: Actor, country: str) -> bool:
    """Whether the reader may know of every visit of the country whose report is issued. Cost: no query."""
    return VisitQuerySet.all_reported_known(by, country)


def places_of_visits(*, by: Actor, country: str, filters: VisitFilters = NO_FILTERS) -> tuple[tuple[UUID, Words], ...]:
    """The places of the same list of visits, each once, with their names of today. Cost: 2 queries."""
    ids = set(narrowed(by, country, filters).order_by().values_list("place_id", flat=True).distinct())
    names = place_names(ids)
    return tuple((each, names[str(each)]) for each in ids)


def own_roles(visit_ids: Iterable[UUID], *, by: Actor, country: str) -> dict[UUID, tuple[str, ...]]:
    """In which roles the actor goes, or went, on these visits; those without a role are left out. Whoever goes may know of it. Cost: one query."""
    if not by.id or not by.has(*OFFICE, *VISITORS, country=country):
        return {}
    roles: dict[UUID, tuple[str, ...]] = {}
    mine = Delegate.objects.filter(visit__in=set(visit_ids), visit__country=country, member__account__pk=by.id, left=False)
    for visit, role in mine.values_list("visit", "role"):
        roles[visit] = (*roles.get(visit, ()), role)
    return roles


def lines(found: VisitQuerySet) -> tuple[VisitLine, ...]:
    """Rows as lines, with their places' names."""
    columns = ("pk", "place_id", "place__name", "kind", "announced", "state", "starts_on", "ends_on")
    return tuple(VisitLine(*row) for row in found.values_list(*columns))


def visits_of_place(place_id: UUID, *, by: Actor, country: str) -> tuple[VisitLine, ...]:
    """Visits to one place that the reader may know of, newest first."""
    return visits(by=by, country=country, filters=VisitFilters(place_id=place_id))


def busy_members(*, first: date, last: date, by: Actor, country: str, but: UUID | None = None) -> dict[UUID, VisitLine]:
    """Who of the members goes on another visit in these days, and on which: only of visits that the reader may know of anyway.

    A member of a hidden visit looks free to everybody outside it: absence must tell nothing. Cost: 3 queries.
    """
    meant = Visit.objects.visible_to(by, country).filter(state__in=("planned", "under_way"), starts_on__lte=last, ends_on__gte=first)
    others = meant.exclude(pk=but) if but else meant
    pairs = dict(Delegate.objects.filter(visit__in=others.values("pk"), left=False).values_list("member_id", "visit_id"))
    known = {one.id: one for one in lines(meant.filter(pk__in=set(pairs.values())))}
    return {member: known[visit] for member, visit in pairs.items()}


def last_visits(*, country: str, kinds: Iterable[str] = (), by: Actor = SYSTEM, until: date | None = None) -> dict[UUID, date]:
    """The first day of the newest *begun* visit by place, up to a day if one is given.

    Coverage never counts what has not begun, so nothing hidden shows in it.
    """
    found = Visit.objects.visible_to(by, country).filter(state__in=BEGUN)
    if until:
        found = found.filter(starts_on__lte=until)
    wanted = tuple(kinds)
    if wanted:
        found = found.filter(kind__in=wanted)
    return dict(found.order_by().values_list("place").annotate(last=Max("starts_on")))


def begun_by_month(*, by: Actor, country: str, year: int) -> dict[int, int]:
    """Begun visits of the year that the reader may know of, by month of their first day. Cost: one query."""
    found = Visit.objects.visible_to(by, country).filter(state__in=BEGUN, starts_on__year=year).order_by()
    return dict(found.annotate(month=ExtractMonth("starts_on")).values_list("month").annotate(number=Count("pk")))


def begun_cells(*, country: str, year: int) -> dict[Cell, int]:
    """Begun visits of the year by kind of place and region, of the whole country: for those who plan. What has not begun is not in it. Cost: one query."""
    found = Visit.objects.filter(country=country, state__in=BEGUN, starts_on__year=year).order_by()
    return {(kind, region): number for kind, region, number in found.values_list("place__kind", "place__region").annotate(number=Count("pk"))}
