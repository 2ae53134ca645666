"""The clocks of doing and of looking again: which of the kept days have fallen due by a day, and the clock of one. Days are those of the country's calendar.

Kept are the days from which a clock runs; when it ends is the pack's to say, so that a term that the mechanism changes, or a holiday that is confirmed later, changes no row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from uuid import UUID

from django.db.models import Q, QuerySet

from tirek.followup.recommendations.models import Doing, Looked, Recommendation, sees_issued
from tirek.followup.recommendations.queries.due import clock_of
from tirek.followup.recommendations.queries.one import RecommendationFacts
from tirek.followup.recommendations.waiting import AGES
from tirek.followup.recommendations.wordings import in_force
from tirek.foundation.jurisdictions.queries import due, successor_on, term_spans, work_calendar
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock
from tirek.ground.rules.starts_due import Ends, Span, starts_on, starts_until
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import VisitFilters, visits
from tirek.registers.places.queries import one_with

IMPLEMENTATION = "implementation"
"""The pack's term for carrying out, from the receipt of the promise."""
AGAIN = {outcome: f"again-{outcome}" for outcome in AGES}
"""The pack's terms after which somebody looks again, by what was found."""
ALWAYS: tuple[Span, ...] = ((date.min, date.max),)


@dataclass(frozen=True, slots=True)
class DoingClock:
    """Until when a recommendation is to be carried out. `named`: `day` is the one that `authority` named itself; the clock ends on the next working day where nobody works on it."""

    day: date
    named: bool
    authority: str
    clock: DayClock


@dataclass(frozen=True, slots=True)
class LookedFacts:
    """When the mechanism looked last, and when it should look again; no clock where the pack lays down none."""

    day: date
    outcome: str
    clock: DayClock | None

    @property
    def due(self) -> bool:
        """Whether another look is due."""
        return self.clock is not None and self.clock.days <= 0


def doing_until(country: str, until: date, prefix: str = "") -> Q:
    """Kept days of carrying out that are over on `until` or before, whatever was verified."""
    return within(f"{prefix}sort", f"{prefix}day", ((sort, starts_until(ends, spans, until)) for sort, ends, spans in doing_rules(country)))


def doing_on(country: str, days: Iterable[date]) -> Q:
    """Kept days of carrying out that fall due on one of these days."""
    wanted = tuple(days)
    return within("sort", "day", ((sort, [span for day in wanted for span in starts_on(ends, spans, day)]) for sort, ends, spans in doing_rules(country)))


def again_until(country: str, until: date, prefix: str = "") -> Q:
    """Verified facts that are due for another look on `until` or before."""
    return within(f"{prefix}outcome", f"{prefix}day", ((outcome, starts_until(ends, spans, until)) for outcome, ends, spans in again_rules(country)))


def again_on(country: str, days: Iterable[date]) -> Q:
    """Verified facts that fall due for another look on one of these days."""
    wanted = tuple(days)
    return within("outcome", "day", ((outcome, [span for day in wanted for span in starts_on(ends, spans, day)]) for outcome, ends, spans in again_rules(country)))


def looks_on(country: str, days: Iterable[date], prefix: str = "") -> Q:
    """Answers that wait to be looked at and whose time for it ends on one of these days."""
    ends, spans, column = ends_of(country, "verification"), term_spans(country, "verification"), f"{prefix}since"
    asked = Q(pk__in=[])
    for first, last in (span for day in days for span in starts_on(ends, spans, day)):
        asked |= Q(**{f"{column}__range": (first, last)})
    return asked


def within(sort: str, day: str, found: Iterable[tuple[str, Iterable[Span]]]) -> Q:
    """A filter for days of a sort that lie in one of its stretches; nothing where there is none."""
    asked = Q(pk__in=[])
    for code, spans in found:
        for first, last in spans:
            since = Q() if first == date.min else Q(**{f"{day}__gte": first})
            asked |= Q(**{sort: code, f"{day}__lte": last}) & since
    return asked


def doing_rules(country: str) -> Iterable[tuple[str, Ends, tuple[Span, ...]]]:
    """How a kept day of each sort becomes the day on which it is over."""
    return (("named", work_calendar(country).working_day_from, ALWAYS), ("term", ends_of(country, IMPLEMENTATION), term_spans(country, IMPLEMENTATION)))


def again_rules(country: str) -> Iterable[tuple[str, Ends, tuple[Span, ...]]]:
    """The same of another look, by what was found."""
    return ((outcome, ends_of(country, key), term_spans(country, key)) for outcome, key in AGAIN.items())


def ends_of(country: str, key: str) -> Ends:
    """Where a time limit of the pack ends, by its start."""
    return lambda start: due(country, key, start)


def doing_end(kept: Doing) -> date | None:
    """The day on which carrying out falls due; None where nothing was named and the pack has no term."""
    return end_within(doing_rules(kept.country), kept.sort, kept.day)


def again_end(kept: Looked) -> date | None:
    """The day on which another look falls due, or None."""
    return end_within(again_rules(kept.country), kept.outcome, kept.day)


def end_within(rules: Iterable[tuple[str, Ends, tuple[Span, ...]]], sort: str, day: date) -> date | None:
    """By the rule in force on the day from which it runs."""
    return next((ends(day) for code, ends, spans in rules if code == sort and any(first <= day <= last for first, last in spans)), None)


def doing_clock(kept: Doing | None, today: date) -> DoingClock | None:
    """The clock of carrying out."""
    on = doing_end(kept) if kept else None
    return DoingClock(kept.day, kept.sort == "named", kept.authority, clock_of(kept.country, on, today, kept.day)) if kept and on else None


def looked_facts(kept: Looked | None, today: date) -> LookedFacts | None:
    """The age of a verified fact."""
    if kept is None:
        return None
    on = again_end(kept)
    return LookedFacts(kept.day, kept.outcome, clock_of(kept.country, on, today, kept.day) if on else None)


def clocks_of(facts: RecommendationFacts, today: date) -> tuple[DoingClock | None, LookedFacts | None]:
    """Both clocks of a recommendation that was read: of carrying out, while the mechanism has not verified it, and the age of what was verified. Cost: 2 queries."""
    doing = Doing.objects.filter(pk=facts.id, done=False).first()
    return doing_clock(doing, today), looked_facts(Looked.objects.filter(pk=facts.id).first(), today)


@dataclass(frozen=True, slots=True)
class DueDoing:
    """A recommendation that is to be carried out by a day that is near or over. `answers_for_it` is who stands in the addressee's place today."""

    id: UUID
    number: str
    answers_for_it: str
    doing: DoingClock

    @property
    def clock(self) -> DayClock:
        """Its clock."""
        return self.doing.clock


def due_doings(*, by: Actor, country: str, today: date, until: date, size: int) -> tuple[DueDoing, ...]:
    """What is to be carried out until a day and was not verified as done, at most `size`: days that bodies named themselves first, of each sort the earliest; each
    with its clock. Cost: 2 queries: which ones is found in an index, and only these are read.
    """
    found = list(doings(by, country).filter(doing_until(country, until)).order_by("sort", "day", "pk")[:size])
    heir, rows = cache(partial(successor_on, country, on=today)), Recommendation.objects.in_bulk([kept.pk for kept in found])
    made = [(rows[kept.pk], doing_clock(kept, today)) for kept in found]
    due = [DueDoing(row.pk, row.number, heir(row.passed_to or row.addressee), clock) for row, clock in made if clock]
    return tuple(sorted(due, key=lambda each: (each.clock.due, each.number)))


def due_doing_count(*, by: Actor, country: str, until: date) -> int:
    """How many there are. Cost: 1 query, of an index."""
    return doings(by, country).filter(doing_until(country, until)).count()


def doings(by: Actor, country: str) -> QuerySet[Doing]:
    """Kept days of carrying out that somebody of the mechanism is told of. Nothing for others."""
    return told_of(country) if sees_issued(by, country) else Doing.objects.none()


def told_of(country: str) -> QuerySet[Doing]:
    """Kept days of carrying out that are worth a task or a reminder: of what was not verified as done; where the body named no day only once somebody has
    looked at its answer, since until then the look itself is the task.
    """
    return Doing.objects.filter(country=country, done=False).exclude(sort="term", recommendation__waiting__isnull=False)


def again_count(*, by: Actor, country: str, today: date) -> int:
    """How many verified facts are due for another look. Cost: 1 query, of an index."""
    return Looked.objects.filter(again_until(country, today), country=country).count() if sees_issued(by, country) else 0


@dataclass(frozen=True, slots=True)
class AgainLine:
    """A recommendation that is due for another look: what was found, and when."""

    id: UUID
    number: str
    text: Words
    outcome: str
    day: date


def again_at(place_id: UUID, *, by: Actor, country: str, today: date, size: int = 10) -> tuple[tuple[AgainLine, ...], int] | None:
    """What was verified at a place so long ago that somebody should look again, the oldest first, at most `size`; and how many there are; None where there is none. For whoever plans a visit
    there: after visits that the reader may know of. Cost: 4 queries, of the place's own rows alone, and those of the visits.
    """
    places = frozenset({place_id, *one_with(place_id, country=country)})
    known = [each.id for each in visits(by=by, country=country, filters=VisitFilters(places=places))]
    here = Recommendation.objects.issued_visible_to(by, country).filter(state="issued", verification__in=AGES, visit__in=known).order_by()
    found = list(Looked.objects.filter(again_until(country, today), pk__in=list(here.values_list("pk", flat=True))).order_by("day", "pk")) if known else []
    rows = {row.pk: row for row in Recommendation.objects.filter(pk__in=[kept.pk for kept in found[:size]]).prefetch_related("wordings")}
    lines = (AgainLine(kept.pk, rows[kept.pk].number, in_force(rows[kept.pk]).text, kept.outcome, kept.day) for kept in found[:size])
    return (tuple(lines), len(found)) if found else None
