"""What falls due: answers that are awaited, and verifications after an answer. Days are those of the country's calendar."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from tirek.followup.recommendations.models import Answer, Recommendation, Verification
from tirek.followup.recommendations.queries.one import RecommendationFacts
from tirek.foundation.jurisdictions.queries import due, successor_on, working_days_between
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock, day_clock
from tirek.ground.rules.verification_wait import LOOKABLE, awaits_verification
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """An answer that is awaited, with its clock in the country's working days."""

    id: UUID
    number: str
    text: Words
    addressee: str
    answers_for_it: str
    clock: DayClock


@dataclass(frozen=True, slots=True)
class DueVerification:
    """A recommendation of which the authority said something that nobody has looked at since; `heard_on` is when the answer came."""

    id: UUID
    number: str
    text: Words
    addressee: str
    word: str
    heard_on: date
    clock: DayClock


def clock_of(country: str, due_on: date, today: date) -> DayClock:
    """The clock of a day that falls due in a country."""
    return day_clock(due=due_on, today=today, working_days_between=partial(working_days_between, country))


def due_answers(*, by: Actor, country: str, today: date, until: date | None = None) -> tuple[DueAnswer, ...]:
    """Issued recommendations without any word of the authority, all or those due until a day, the most urgent first. Cost: 1 query."""
    rows = Recommendation.objects.issued_visible_to(by, country).filter(state="issued", word="none", due_on__lte=until or date.max)
    return tuple(due_answer(row, row.due_on, today) for row in rows.order_by("due_on", "number") if row.due_on)


def due_answer(row: Recommendation, due_on: date, today: date) -> DueAnswer:
    """An awaited answer with its clock."""
    answers_for_it = successor_on(row.country, row.addressee, today)
    return DueAnswer(row.pk, row.number, row.text, row.addressee, answers_for_it, clock_of(row.country, due_on, today))


def due_verifications(*, by: Actor, country: str, today: date) -> tuple[DueVerification, ...]:
    """Issued recommendations whose answer waits to be looked at, the most urgent first. Cost: 3 queries.

    The database leaves out what was looked at after its newest answer; of the rest the rule decides.
    """
    looks = Verification.objects.filter(recommendation=OuterRef("pk")).order_by("-verified_on").values("verified_on")[:1]
    newer = Answer.objects.filter(recommendation=OuterRef("pk"), received_on__gt=OuterRef("looked_on"))
    rows = Recommendation.objects.issued_visible_to(by, country).filter(state="issued", word__in=LOOKABLE).exclude(verification="obsolete")
    rows = rows.annotate(looked_on=Subquery(looks)).filter(Q(looked_on=None) | Exists(newer))
    made = [due_verification(row, today) for row in rows.prefetch_related("answers", "verifications")]
    return tuple(sorted(filter(None, made), key=lambda each: (each.clock.due, each.number)))


def due_verification(row: Recommendation, today: date) -> DueVerification | None:
    """The wait of one recommendation, or nothing when it waits for nobody or the pack lays down no time for it."""
    answers = [(each.word, each.received_on) for each in row.answers.all()]
    since = awaits_verification(answers, [(each.outcome, each.verified_on) for each in row.verifications.all()])
    clock = look_clock(row.country, since, today) if since else None
    return DueVerification(row.pk, row.number, row.text, row.addressee, row.word, since, clock) if since and clock else None


def verification_clock(facts: RecommendationFacts, today: date) -> DayClock | None:
    """Until when an issued recommendation that was read waits to be looked at, or None. Cost: no query."""
    answers = [(each.word, each.received_on) for each in facts.answers]
    since = awaits_verification(answers, [(each.outcome, each.verified_on) for each in facts.verifications])
    return look_clock(facts.country, since, today) if since and facts.state == "issued" else None


def look_clock(country: str, since: date, today: date) -> DayClock | None:
    """The clock of the pack's time for a verification, or None where none is laid down."""
    try:
        return clock_of(country, due(country, "verification", since), today)
    except (NoRuleOnDate, UnknownThing):
        return None
