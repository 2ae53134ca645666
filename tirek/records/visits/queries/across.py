"""Findings and visits over a whole country: lists and counts, cut to what the reader may read without saying what for.

Findings of a visit whose report is not issued are in no list of somebody who was not there: whoever reads those says first what for, visit by
visit. A medical one without a released wording is in the lists of its doctor alone.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from tirek.foundation.ledger.days import cut, first_day
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.visit_states import BEGUN
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Delegate, Finding, Visit
from tirek.records.visits.totalling import GOOD_PRACTICE, WORDED

NEAR = 10_000
"""Up to the finding of this number a list is made of its first visits; further on all are put in order."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A finding in a list over visits; `degree` is its seriousness, or that it is a good practice."""

    id: UUID
    visit_id: UUID
    place_name: Words
    starts_on: date
    area: str
    degree: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilters:
    """How a list of findings is narrowed. `since` and `until` are about the first day of the visit, `standard` is an id of the catalogue; `ids` leaves these alone."""

    area: str = ""
    degree: str = ""
    standard: str = ""
    since: date | None = None
    until: date | None = None
    ids: frozenset[UUID] | None = None


NONE = FindingFilters()


def readable(
    by: Actor, country: str, since: date | None = None, until: date | None = None, visits: Collection[UUID] | None = None, states: Collection[str] | None = None
) -> QuerySet[Finding]:
    """The findings that the actor may read as they are, without a question; of visits that begin in these days, or of these `visits` or `states` alone.

    All is asked of the visits before their findings are: an index over findings by visit then answers for a year without the other nine.
    """
    return worded(by, country).filter(visit__in=open_visits(by, country, since, until, visits, states).order_by().values("pk"))


def worded(by: Actor, country: str) -> QuerySet[Finding]:
    """Findings whose words the actor may read, if he or she may read those of their visit: a medical one only once a wording was released, or as its doctor."""
    words = WORDED
    if by.has(Role.MEDIC, country=country):
        words |= Q(visit__in=going(by).filter(role="doctor").order_by().values("visit"))  # found once: PostgreSQL would ask it of each finding
    return Finding.objects.filter(words, country=country, taken_back=False)


def open_visits(
    by: Actor, country: str, since: date | None = None, until: date | None = None, ids: Collection[UUID] | None = None, states: Collection[str] | None = None
) -> QuerySet[Visit]:
    """Visits whose findings the actor reads without saying what for: reported ones, and those that he or she goes on."""
    days = {column: on for column, on in (("starts_on__gte", since), ("starts_on__lte", until)) if on}
    found = Visit.objects.visible_to(by, country) if ids is None else Visit.objects.visible_among(ids, by, country)
    found = found.filter(**days, **({} if states is None else {"state__in": states}))
    if by == SYSTEM:
        return found
    return found.filter(Q(state="reported") | Exists(going(by).filter(visit=OuterRef("pk")))) if by.id else found.none()


def going(by: Actor) -> QuerySet[Delegate]:
    """The actor on visits."""
    return Delegate.objects.filter(member__account__pk=by.id, left=False)


def narrowed(by: Actor, country: str, filters: FindingFilters) -> QuerySet[Finding]:
    """The findings that the actor may read and the filters leave."""
    return left(readable(by, country, filters.since, filters.until), filters)


def left(found: QuerySet[Finding], filters: FindingFilters) -> QuerySet[Finding]:
    """What the filters leave of findings, but for the days of their visits."""
    if filters.ids is not None:
        found = found.filter(pk__in=filters.ids)
    if filters.area:
        found = found.filter(area=filters.area)
    if filters.degree:
        found = found.filter(good_practice=True) if filters.degree == GOOD_PRACTICE else found.filter(good_practice=False, seriousness=filters.degree)
    if filters.standard:
        found = found.annotate(named=Cast("standards", TextField())).filter(named__contains=f'"{filters.standard}"')
    return found


def findings_across(
    *, by: Actor, country: str, filters: FindingFilters = NONE, order: str = "", start: int = 0, size: int | None = None
) -> tuple[FoundLine, ...]:
    """Findings of the newest visits first (`order` "first": of the oldest), all or `size` of them from the one numbered `start`. Cost: 2 queries, one more for each further 500.

    What is sorted are ids alone: whole rows would be carried along, and a late page would take a second.
    """
    last = None if size is None else start + size
    found = narrowed(by, country, filters) if last is None or last > NEAR else near(by, country, filters, order, last)
    ordered = found.order_by("visit__starts_on" if order == "first" else "-visit__starts_on", "visit_id", "position", "pk").values_list("pk", flat=True)
    wanted = list(ordered[start:last])
    rows = {row.pk: row for each in batched(wanted) for row in Finding.objects.filter(pk__in=each).select_related("visit__place")}
    return tuple(
        FoundLine(
            row.pk, row.visit_id, row.visit.place.name, row.visit.starts_on, row.area, GOOD_PRACTICE if row.good_practice else row.seriousness, row.text
        )
        for row in (rows[each] for each in wanted)
    )


def near(by: Actor, country: str, filters: FindingFilters, order: str, last: int) -> QuerySet[Finding]:
    """Of the same findings those among which the first `last` of the list are: they stand in the first so many visits that have one at all.

    All others are then neither read nor sorted.
    """
    among = left(worded(by, country), filters)
    visits = open_visits(by, country, filters.since, filters.until).filter(Exists(among.filter(visit=OuterRef("pk"))))
    return among.filter(visit__in=visits.order_by("starts_on" if order == "first" else "-starts_on", "pk").values("pk")[:last])


def batched(ids: list[UUID], size: int = 500) -> Iterator[list[UUID]]:
    """Ids in pieces that a database takes as parameters."""
    yield from (ids[start : start + size] for start in range(0, len(ids), size))


def finding_count(*, by: Actor, country: str, filters: FindingFilters = NONE) -> int:
    """How many findings the same list holds. Cost: one query, two for those who read nearly all.

    For these what they may not read is counted and taken off, which is little; the rest need then not be compared with visits one by one.
    """
    if filters.since or filters.until or not by.has(*OFFICE, Role.ANALYST, country=country):
        return narrowed(by, country, filters).count()
    found = left(worded(by, country), filters)
    closed = Visit.objects.exclude(pk__in=open_visits(by, country).order_by().values("pk")).order_by()
    return found.count() - found.filter(visit__in=closed.values("pk")).count()


def begun_visits(by: Actor, country: str) -> QuerySet[Visit]:
    """Visits that have begun and that the actor may know of: what is ahead, hidden or not, is in no figure.

    The office may know of all of them: where it asks nothing else is asked of a visit, and an index answers.
    """
    found = Visit.objects.filter(country=country) if by == SYSTEM or by.has(*OFFICE, country=country) else Visit.objects.visible_to(by, country)
    return found.filter(state__in=BEGUN).order_by()


def visits_by_month(*, by: Actor, country: str, since: date, until: date, yearly: bool = False) -> Counter[tuple[date, str]]:
    """How many begun visits there are by the month (or year) of their first day and by kind. Cost: one query."""
    rows = begun_visits(by, country).filter(starts_on__gte=since, starts_on__lte=until).annotate(begins=cut("starts_on", yearly))
    return Counter({(first_day(begins), kind): count for begins, kind, count in rows.values_list("begins", "kind").annotate(number=Count("*"))})


def visited_years(*, by: Actor, country: str) -> tuple[int, int] | None:
    """The years of the first and the last begun visit, or None while there is none. Cost: one query."""
    ends = begun_visits(by, country).aggregate(first=Min("starts_on"), last=Max("starts_on"))
    return (ends["first"].year, ends["last"].year) if ends["first"] else None
