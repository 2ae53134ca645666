"""Plan and deed: how the entries of each year ended, as their reader may know of them, and the visits that have begun.

An entry of a veiled visit is in no count of whoever may not know of it; once the visit has begun it counts for everybody who plans.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, Case, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import ExtractYear

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.plan_and_deed import Ending, ending
from tirek.ground.rules.visit_states import BEGUN
from tirek.ground.rules.words import Words
from tirek.records.visits.models import PlanEntry, PlanEntryQuerySet, Visit
from tirek.records.visits.policies import may_plan

Counts = dict[int, dict[str, int]]
"""Numbers by year and by name."""


@dataclass(frozen=True, slots=True)
class NotMade:
    """An entry whose visit was not made: how it ended, and the reason where one was given."""

    id: UUID
    place_name: Words
    kind: str
    first_day: date
    last_day: date
    ending: Ending
    reason: str


def entry_counts(*, by: Actor, country: str, today: date, year: int | None = None) -> Counts:
    """Entries by year, or of one, and by how they ended; nothing for those who do not plan. Cost: one query."""
    if not may_plan(by, country):
        return {}
    asked = ended(by, country).filter(first_day__year=year) if year else ended(by, country)
    found = asked.order_by().annotate(year=ExtractYear("first_day")).values("year")
    gone = Q(begun=False) & ~Q(state="dropped")
    rows = found.annotate(
        planned=Count("pk"),
        begun_n=Count("pk", filter=Q(begun=True)),
        dropped=Count("pk", filter=Q(begun=False, state="dropped")),
        cancelled_n=Count("pk", filter=gone & Q(cancelled=True)),
        ahead=Count("pk", filter=gone & Q(cancelled=False, last_day__gte=today)),
        missed=Count("pk", filter=gone & Q(cancelled=False, last_day__lt=today)),
    )
    return {
        row["year"]: {
            "planned": row["planned"], "begun": row["begun_n"], "dropped": row["dropped"], "cancelled": row["cancelled_n"], "ahead": row["ahead"],
            "missed": row["missed"],
        }
        for row in rows
    }  # fmt: skip


def ended(by: Actor, country: str) -> PlanEntryQuerySet:
    """Entries that the actor may know of, with whether their visit has begun, or was cancelled as far as the actor may know."""
    return PlanEntry.objects.visible_to(by, country).annotate(begun=has_begun(), cancelled=was_cancelled(by, country))


def has_begun() -> Exists:
    """Whether the visit of an entry has begun."""
    return Exists(Visit.objects.filter(plan_entry=OuterRef("pk"), state__in=BEGUN))


def was_cancelled(by: Actor, country: str) -> Exists:
    """Whether it was cancelled, as far as the actor may know."""
    return Exists(Visit.objects.visible_to(by, country).filter(plan_entry=OuterRef("pk"), state="cancelled"))


def visit_counts(*, by: Actor, country: str, approved: Mapping[int, date] | None = None, year: int | None = None) -> Counts:
    """Begun visits by year, or of one: all, those outside the year's plan, and those with a report; of the whole country, for those who plan.

    Outside is a visit without an entry of the year in which it began, or with one that was added after the day on which the year's plan was
    approved, if it was (`approved`). Cost: one query.
    """
    if not may_plan(by, country):
        return {}
    late = [When(starts_on__year=year, plan_entry__planned_on__gt=day, then=Value(True)) for year, day in (approved or {}).items()]
    added = Case(*late, default=Value(False), output_field=BooleanField())
    found = Visit.objects.filter(country=country, state__in=BEGUN, **({"starts_on__year": year} if year else {})).order_by()
    dated = found.annotate(year=ExtractYear("starts_on"), meant=ExtractYear("plan_entry__first_day"), added=added)
    inside = Q(meant=F("year"), added=False)
    rows = dated.values("year").annotate(visits=Count("pk"), inside=Count("pk", filter=inside), reported=Count("pk", filter=Q(state="reported")))
    return {row["year"]: {"visits": row["visits"], "outside": row["visits"] - row["inside"], "reported": row["reported"]} for row in rows}


def reported_of_ended(*, by: Actor, country: str, year: int, until: date) -> tuple[int, int]:
    """Of the visits that began in the year and ended until a day: how many have an issued report, and how many there are. For those who plan. Cost: one query."""
    if not may_plan(by, country):
        return 0, 0
    ended_by_then = Visit.objects.filter(country=country, state__in=BEGUN, starts_on__year=year, ends_on__lte=until)
    found = ended_by_then.aggregate(reported=Count("pk", filter=Q(state="reported")), ended=Count("pk"))
    return found["reported"], found["ended"]


def not_made(*, by: Actor, country: str, year: int, today: date, start: int = 0, size: int | None = None) -> tuple[NotMade, ...]:
    """Entries of the year whose visit was not made, as the reader may know of them, in order of their first day. Cost: 2 queries."""
    rows = list(unmade(by, country, year, today).select_related("place")[start : None if size is None else start + size])
    seen = Visit.objects.visible_to(by, country).filter(plan_entry__in=[row.pk for row in rows], state="cancelled")
    reasons = {entry: reason for entry, reason in seen.values_list("plan_entry_id", "cancel_reason") if entry}
    return tuple(
        NotMade(
            row.pk, row.place.name, row.kind, row.first_day, row.last_day,
            ending(state=row.state, visit_state="cancelled" if row.pk in reasons else "", last_day=row.last_day, today=today),
            row.drop_reason or reasons.get(row.pk, ""),
        )
        for row in rows
    )  # fmt: skip


def not_made_count(*, by: Actor, country: str, year: int, today: date) -> int:
    """How many they are. Cost: one query."""
    return unmade(by, country, year, today).count()


def unmade(by: Actor, country: str, year: int, today: date) -> PlanEntryQuerySet:
    """Entries of the year whose visit was not made."""
    if not may_plan(by, country):
        return PlanEntry.objects.none()
    over = Q(state="dropped") | Q(was_cancelled(by, country)) | Q(last_day__lt=today)
    return PlanEntry.objects.visible_to(by, country).filter(over, ~Q(has_begun()), first_day__year=year)
