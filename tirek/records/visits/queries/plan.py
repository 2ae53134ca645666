"""The plan's entries: one, lists, counts. A hidden entry is in no list and no count of whoever may not know of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, DurationField, ExpressionWrapper, F, Prefetch, Sum
from django.db.models.functions import ExtractMonth

from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import OFFICE, Actor
from tirek.ground.rules.annual_plan import Cell, Counted
from tirek.ground.rules.revisions import revised
from tirek.ground.rules.words import Words
from tirek.records.visits.models import ENTRY_PARTS, PlanEntry, PlanEntryQuerySet, Visit
from tirek.records.visits.policies import may_plan
from tirek.records.visits.reach import reach_entry
from tirek.registers.places.folding import folded

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry of the plan. `visit_id` is the visit that was opened from it, if its reader may know of that; `organisers` are account ids."""

    id: UUID
    country: str
    place_id: UUID
    place_name: Words
    kind: str
    announced: bool
    first_day: date
    last_day: date
    purpose: str
    state: str
    visit_id: UUID | None
    organisers: tuple[str, ...] = ()
    drop_reason: str = ""

    @property
    def revision(self) -> str:
        """The sign of what a change would write anew: whoever began from another is told."""
        return revised(self, ENTRY_PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilters:
    """How the plan is narrowed: days that touch `first` to `last`, what stands in an entry, and where its place lies."""

    first: date | None = None
    last: date | None = None
    state: str = ""
    kind: str = ""
    announced: bool | None = None
    place_kind: str = ""
    region: str = ""
    text: str = ""


NO_FILTERS = EntryFilters()


def entries(*, by: Actor, country: str, filters: EntryFilters = NO_FILTERS, start: int = 0, size: int | None = None) -> tuple[EntryFacts, ...]:
    """Entries that the reader may know of, in order of their first day: all, or `size` of them from the one numbered `start`. Cost: 2 queries."""
    opened = Prefetch("visits", Visit.objects.visible_to(by, country))
    found = narrowed(by, country, filters).select_related("place").prefetch_related(opened)
    part = found[start : None if size is None else start + size]
    return tuple(entry_facts(row, next((each.pk for each in row.visits.all()), None)) for row in part)


def entry_count(*, by: Actor, country: str, filters: EntryFilters = NO_FILTERS) -> int:
    """How many entries the same list holds. Cost: one query."""
    return narrowed(by, country, filters).count()


def narrowed(by: Actor, country: str, filters: EntryFilters) -> PlanEntryQuerySet:
    """The entries that the actor may know of and the filters leave."""
    found = PlanEntry.objects.visible_to(by, country)
    if filters.announced is not None:
        found = found.filter(announced=filters.announced)
    for word in folded(filters.text).split():
        found = found.filter(place__sought__contains=word)
    wanted = {
        "last_day__gte": filters.first, "first_day__lte": filters.last, "state": filters.state, "kind": filters.kind,
        "place__kind": filters.place_kind, "place__region": filters.region,
    }  # fmt: skip
    return found.filter(**{column: value for column, value in wanted.items() if value})


def plan_entries(*, by: Actor, country: str, first: date | None = None, last: date | None = None) -> tuple[EntryFacts, ...]:
    """Entries whose days touch those from `first` to `last`, as `entries`."""
    return entries(by=by, country=country, filters=EntryFilters(first=first, last=last))


def standing_in(by: Actor, country: str, year: int) -> PlanEntryQuerySet:
    """Entries of the year's plan that were not dropped, as this reader may know of them: those whose first day lies in the year."""
    return PlanEntry.objects.visible_to(by, country).filter(first_day__year=year).exclude(state="dropped")


def planned_by_month(*, by: Actor, country: str, year: int) -> dict[int, int]:
    """Entries of the year that were not dropped, by month of their first day. Cost: one query."""
    found = standing_in(by, country, year).order_by().annotate(month=ExtractMonth("first_day"))
    return dict(found.values_list("month").annotate(number=Count("pk")))


def planned_cells(*, by: Actor, country: str, year: int) -> dict[Cell, Counted]:
    """The same by kind of place and region, with the days that they take. Cost: one query."""
    length = ExpressionWrapper(F("last_day") - F("first_day"), output_field=DurationField())
    found = standing_in(by, country, year).order_by().values("place__kind", "place__region").annotate(number=Count("pk"), length=Sum(length))
    return {(row["place__kind"], row["place__region"]): Counted(row["number"], row["number"] + row["length"] // DAY) for row in found}


def proposed_entries(*, by: Actor, country: str) -> tuple[EntryFacts, ...]:
    """Entries that wait to be approved or dropped, of which no visit was opened yet, in order of their first day. Cost: one query."""
    found = PlanEntry.objects.visible_to(by, country).filter(state="proposed").select_related("place")
    return tuple(entry_facts(row, None) for row in found)


def approvers(country: str) -> frozenset[str]:
    """Accounts that may approve an entry of which they know. Cost: one query."""
    return frozenset(account_roles(country, OFFICE))


def approvable(announced: bool, known_to: Iterable[str], country: str) -> bool:
    """Whether somebody who may approve an entry knows of it; `known_to`: the accounts that organise it. Cost: one query for one that is hidden."""
    return announced or not approvers(country).isdisjoint(known_to)


def unapprovable_entries(*, by: Actor, country: str) -> tuple[EntryFacts, ...]:
    """Proposed entries of who plans, in order of their first day, of which nobody knows who may approve them. Cost: 2 queries, none for the office."""
    if by.has(*OFFICE, country=country) or not may_plan(by, country):
        return ()
    hidden = PlanEntry.objects.visible_to(by, country).filter(state="proposed", announced=False)
    found = hidden.exclude(organisers__account__in=approvers(country)).select_related("place")
    return tuple(entry_facts(row, None) for row in found)


def plan_entry(entry_id: UUID, *, by: Actor) -> EntryFacts:
    """One entry; raises NotFound."""
    row = reach_entry(entry_id, by)
    opened = Visit.objects.visible_to(by, row.country).filter(plan_entry=row).values_list("pk", flat=True).first()
    named = tuple(row.organisers.values_list("account", flat=True))
    return replace(entry_facts(row, opened), organisers=named)


def entry_facts(row: PlanEntry, opened: UUID | None) -> EntryFacts:
    """An entry as frozen values."""
    return EntryFacts(
        row.pk, row.country, row.place_id, row.place.name, row.kind, row.announced, row.first_day, row.last_day, row.purpose, row.state, opened,
        drop_reason=row.drop_reason,
    )
