"""What falls due: answers that are awaited, and verifications after an answer. Days are those of the country's calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from uuid import UUID

from tirek.followup.recommendations.models import NOT_ISSUED, Recommendation, RecommendationQuerySet, Waiting, sees_issued
from tirek.followup.recommendations.queries.one import RecommendationFacts
from tirek.foundation.jurisdictions.queries import due, successor_on, unsettled_years, working_days_between
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock, day_clock
from tirek.ground.rules.verification_wait import awaits_verification


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """An answer that is awaited, with its clock in the country's working days. `answers_for_it` is who stands in the addressee's place today."""

    id: UUID
    number: str
    addressee: str
    answers_for_it: str
    clock: DayClock


@dataclass(frozen=True, slots=True)
class DueVerification:
    """A recommendation of which the authority said something that nobody has looked at since; `heard_on` is when the answer came."""

    id: UUID
    number: str
    addressee: str
    answers_for_it: str
    word: str
    heard_on: date
    clock: DayClock


def clock_of(country: str, due_on: date, today: date, since: date | None = None) -> DayClock:
    """The clock of a day that falls due in a country, with the years it crosses since the day from which it runs (today unless told)."""
    crossed = unsettled_years(country, min(since or today, due_on), due_on)
    return day_clock(due=due_on, today=today, working_days_between=partial(working_days_between, country), unsettled=crossed)


def due_answers(
    *, by: Actor, country: str, today: date, until: date | None = None, size: int | None = None
) -> tuple[DueAnswer, ...]:
    """Issued recommendations without any word of the authority, all or those due until a day, the most urgent first, at most `size`. Cost: 1 query."""
    rows = awaited_answers(by, country, until).order_by("due_on", "number").values_list("pk", "number", "addressee", "passed_to", "due_on", "issued_on")[:size]
    clock, heir = cache(partial(clock_of, country, today=today)), cache(partial(successor_on, country, on=today))
    return tuple(DueAnswer(key, number, body, heir(passed or body), clock(on, since=since)) for key, number, body, passed, on, since in rows)


def due_answer_count(*, by: Actor, country: str, until: date) -> int:
    """How many answers are due until a day. Cost: 1 query."""
    return awaited_answers(by, country, until).count()


def awaited_answers(by: Actor, country: str, until: date | None) -> RecommendationQuerySet:
    """Issued recommendations without any word of the authority."""
    return Recommendation.objects.issued_visible_to(by, country).filter(state="issued", word="none", due_on__lte=until or date.max)


def due_verifications(
    *, by: Actor, country: str, today: date, until: date | None = None, size: int | None = None
) -> tuple[DueVerification, ...]:
    """Issued recommendations whose answer waits to be looked at, all or those due until a day, the most urgent first, at most `size`. Cost: 1 query.

    Since when each waits is kept beside it, whenever an act touches it or its answers: see `waiting`.
    """
    rows = looks_due(by, country, today, until).order_by("waiting__since", "number")
    clock, heir = cache(partial(look_clock, country, today=today)), cache(partial(successor_on, country, on=today))
    made = []
    for key, number, body, passed, word, since in rows.values_list("pk", "number", "addressee", "passed_to", "word", "waiting__since")[:size]:
        ends = clock(since)
        if ends and (until is None or ends.due <= until):
            made.append(DueVerification(key, number, body, heir(passed or body), word, since, ends))
    return tuple(sorted(made, key=lambda each: (each.clock.due, each.number)))


def due_verification_count(*, by: Actor, country: str, today: date, until: date) -> int:
    """How many verifications are due until a day. Cost: 1 query.

    Counted of what is kept beside the recommendations, less those few that are not issued: each need not be looked up.
    """
    if not sees_issued(by, country):
        return 0
    waits = Waiting.objects.filter(country=country, since__lte=newest_due(country, today, until))
    return waits.exclude(recommendation__in=Recommendation.objects.filter(country=country, state__in=NOT_ISSUED).order_by().values("pk")).count()


def looks_due(by: Actor, country: str, today: date, until: date | None) -> RecommendationQuerySet:
    """Issued recommendations that wait to be looked at, of those due until a day."""
    found = Recommendation.objects.issued_visible_to(by, country).filter(waiting__country=country)
    return found if until is None else found.filter(waiting__since__lte=newest_due(country, today, until))


def newest_due(country: str, today: date, until: date) -> date:
    """The newest day from which a verification falls due until that day; the first day of all where there is none within four years before it."""
    days = (until - timedelta(days=back) for back in range(4 * 366))
    return next((day for day in days if (ends := look_clock(country, day, today)) and ends.due <= until), date.min)


def verification_clock(facts: RecommendationFacts, today: date) -> DayClock | None:
    """Until when an issued recommendation that was read waits to be looked at, or None. Cost: no query."""
    answers = [(each.word, each.said_on, each.received_on) for each in facts.answers]
    since = awaits_verification(answers, [(each.outcome, each.verified_on) for each in facts.verifications])
    return look_clock(facts.country, since, today) if since and facts.state == "issued" else None


def look_clock(country: str, since: date, today: date) -> DayClock | None:
    """The clock of the pack's time for a verification, or None where none is laid down."""
    try:
        return clock_of(country, due(country, "verification", since), today, since)
    except (NoRuleOnDate, UnknownThing):
        return None
