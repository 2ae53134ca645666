"""One recommendation with both its axes, kept apart."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Answer, Recommendation, Verification
from tirek.followup.recommendations.reach import reach
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import visit


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One word of the authority."""

    id: UUID
    word: str
    authority: str
    said_on: date
    received_on: date
    letter_number: str
    text: str
    letter_id: UUID | None
    entered_by: str


@dataclass(frozen=True, slots=True)
class VerificationFacts:
    """One finding of the mechanism about the recommendation."""

    id: UUID
    outcome: str
    verified_on: date
    way: str
    text: str
    visit_id: UUID | None
    evidence_id: UUID | None
    verified_by: str


@dataclass(frozen=True, slots=True)
class RecommendationFacts:
    """A recommendation. `answers_for_it` is who answers today where the addressee was succeeded, else the addressee itself."""

    id: UUID
    country: str
    visit_id: UUID
    number: str
    position: int
    text: Words
    indicator: Words
    addressee: str
    answers_for_it: str
    kind: str
    priority: str
    state: str
    word: str
    verification: str
    issued_on: date | None
    due_on: date | None
    closed_on: date | None
    closed_because: str
    repeats: UUID | None
    repeated_by: tuple[UUID, ...]
    findings: tuple[UUID, ...]
    answers: tuple[AnswerFacts, ...]
    verifications: tuple[VerificationFacts, ...]
    revision: int
    author: str
    demonstration: bool

    @property
    def awaits_answer(self) -> bool:
        """Whether the authority has said nothing yet of an issued recommendation."""
        return self.state == "issued" and self.word == "none" and self.due_on is not None


def recommendation(recommendation_id: UUID, *, by: Actor, today: date) -> RecommendationFacts:
    """One recommendation; raises NotFound. Cost: 6 queries."""
    return facts(reach(recommendation_id, by), today)


def facts(row: Recommendation, today: date) -> RecommendationFacts:
    """A row with its rows below as frozen values; prefetched rows are used."""
    repeated = tuple(each.pk for each in row.repeated_by.all() if each.state not in ("draft", "dropped"))
    return RecommendationFacts(
        id=row.pk, country=row.country, visit_id=row.visit_id, number=row.number, position=row.position, text=row.text, indicator=row.indicator,
        addressee=row.addressee, answers_for_it=successor_on(row.country, row.addressee, today), kind=row.kind, priority=row.priority,
        state=row.state, word=row.word, verification=row.verification, issued_on=row.issued_on, due_on=row.due_on,
        closed_on=row.closed_on, closed_because=row.closed_because, repeats=row.repeats_id,
        repeated_by=repeated, findings=findings_of(row), answers=tuple(answer_facts(each) for each in row.answers.all()),
        verifications=tuple(verification_facts(each) for each in row.verifications.all()), revision=row.revision, author=row.author,
        demonstration=row.origin == "demonstration",
    )  # fmt: skip


def findings_of(row: Recommendation) -> tuple[UUID, ...]:
    """The findings that a recommendation rests on."""
    return tuple(each.finding_id for each in row.bases.all() if not each.dropped)


def answer_facts(row: Answer) -> AnswerFacts:
    """An answer as frozen values."""
    return AnswerFacts(
        row.pk, row.word, row.authority, row.said_on, row.received_on, row.letter_number, row.text, row.letter_id, row.entered_by
    )


def verification_facts(row: Verification) -> VerificationFacts:
    """A verification as frozen values."""
    return VerificationFacts(
        row.pk, row.outcome, row.verified_on, row.way, row.text, row.visit_id, row.evidence_id, row.verified_by
    )


def suggested_addressee(visit_id: UUID, *, by: Actor, today: date) -> tuple[str, str]:
    """The place's authority on the visit's first day, and who stands in its place today (the same code where nobody does). Raises NotFound."""
    seen = visit(visit_id, by=by)
    code = seen.authority_code
    return code, successor_on(seen.country, code, today) if code else ""
