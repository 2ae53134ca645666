"""What falls due: answers that are awaited, and verifications after an answer. Days are those of the country's calendar."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from tirek.followup.recommendations.models import Answer, Recommendation, RecommendationQuerySet, Verification
from tirek.followup.recommendations.queries.one import RecommendationFacts
from tirek.foundation.jurisdictions.queries import due, successor_on, unsettled_years, working_days_between
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock, day_clock
from tirek.ground.rules.verification_wait import LOOKABLE, awaits_verification


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


def due_answers(*, by: Actor, country: str, today: date, until: date | None = None) -> tuple[DueAnswer, ...]:
    """Issued recommendations without any word of the authority, all or those due until a day, the most urgent first. Cost: 1 query."""
    found = Recommendation.objects.issued_visible_to(by, country).filter(state="issued", word="none", due_on__lte=until or date.max)
    rows = found.order_by("due_on", "number").values_list("pk", "number", "addressee", "due_on", "issued_on")
    clock, heir = cache(partial(clock_of, country, today=today)), cache(partial(successor_on, country, on=today))
    return tuple(DueAnswer(key, number, body, heir(body), clock(on, since=since)) for key, number, body, on, since in rows)


def due_verifications(*, by: Actor, country: str, today: date, until: date | None = None) -> tuple[DueVerification, ...]:
    """Issued recommendations whose answer waits to be looked at, all or those due until a day, the most urgent first. Cost: 3 queries.

    The database leaves out what was looked at after its newest answer; of the rest the rule decides.
    """
    found = waiting_rows(by, country)
    told, looked = told_of(Answer, found, "word", "said_on", "received_on"), told_of(Verification, found, "outcome", "verified_on")
    clock, heir = cache(partial(look_clock, country, today=today)), cache(partial(successor_on, country, on=today))
    made = []
    for key, number, body, word in found.values_list("pk", "number", "addressee", "word"):
        since = awaits_verification(told[key], looked[key])
        ends = clock(since) if since else None
        if since and ends and (until is None or ends.due <= until):
            made.append(DueVerification(key, number, body, heir(body), word, since, ends))
    return tuple(sorted(made, key=lambda each: (each.clock.due, each.number)))


def waiting_rows(by: Actor, country: str) -> RecommendationQuerySet:
    """Issued recommendations with something to look at and an answer newer than every look."""
    looks = Verification.objects.filter(recommendation=OuterRef("pk")).order_by("-verified_on").values("verified_on")[:1]
    newer = Answer.objects.filter(recommendation=OuterRef("pk"), received_on__gt=OuterRef("looked_on"))
    found = Recommendation.objects.issued_visible_to(by, country).filter(state="issued", word__in=LOOKABLE).exclude(verification="obsolete")
    return found.annotate(looked_on=Subquery(looks)).filter(Q(looked_on=None) | Exists(newer)).order_by()


def told_of(model: type[Answer] | type[Verification], found: RecommendationQuerySet, *columns: str) -> defaultdict[UUID, list[Any]]:
    """What was said, or found, of each of the recommendations: the code with its days."""
    made = defaultdict(list)
    for key, *told in model.objects.filter(recommendation__in=found.values("pk")).order_by().values_list("recommendation", *columns):
        made[key].append(tuple(told))
    return made


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
