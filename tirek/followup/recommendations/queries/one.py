"""One recommendation with both its axes, kept apart."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import prefetch_related_objects

from tirek.followup.recommendations.looking import visits_since
from tirek.followup.recommendations.models import Answer, Recommendation, Verification
from tirek.followup.recommendations.policies import may_see_caretakers
from tirek.followup.recommendations.reach import reach
from tirek.followup.recommendations.wordings import every_wording, issued_wordings
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import VisitLine, visit


@dataclass(frozen=True, slots=True)
class WordingFacts:
    """One wording that was issued: with which version of the report, and when."""

    report_version: int
    issued_on: date | None
    text: Words
    indicator: Words


@dataclass(frozen=True, slots=True)
class DueMoveFacts:
    """The day of the answer, moved: from which day to which, why, when and by whom."""

    before: date | None
    after: date
    reason: str
    moved_on: date
    moved_by: str


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One word of the authority. `named_until`: the last day that its letter names for carrying it out. `wording` is the version of the report whose wording it answers. The official's name and function are shown beside the answer alone.
    `through`: "page" where the body sent it itself, "sheet" where it came as a signed spreadsheet, nothing for a letter."""

    id: UUID
    word: str
    authority: str
    said_on: date
    received_on: date
    letter_number: str
    text: str
    letter_id: UUID | None
    entered_by: str
    wording: int
    official_name: str
    official_function: str
    through: str = ""
    named_until: date | None = None


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
    """A recommendation. `answers_for_it` is who answers today where the addressee was succeeded, else the addressee itself.

    `text` and `indicator` are those in force, since `worded_on` with version `worded_in` of the report; `earlier` are the wordings before, the first one first.
    `other_things`: of a draft that is read alone, the earlier ones of which its writer said that they are something else.
    """

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
    report_version: int
    worded_in: int
    worded_on: date | None
    earlier: tuple[WordingFacts, ...]
    caretaker: str
    theme: str
    labels: tuple[str, ...] = ()
    other_things: tuple[UUID, ...] = ()

    @property
    def added_by_correction(self) -> bool:
        """Whether it is a draft that a correction under way adds."""
        return self.state == "draft" and self.report_version > 1

    @property
    def answered_before(self) -> bool:
        """Whether the newest answer was given to an earlier wording."""
        return bool(self.answers) and self.answers[-1].wording != self.worded_in

    @property
    def awaits_answer(self) -> bool:
        """Whether the authority has said nothing yet of an issued recommendation."""
        return self.state == "issued" and self.word == "none" and self.due_on is not None


def recommendation(recommendation_id: UUID, *, by: Actor, today: date) -> RecommendationFacts:
    """One recommendation, with who follows it up for those who may know; raises NotFound. Cost: 7 queries, one more for a draft."""
    row = reach(recommendation_id, by)
    prefetch_related_objects([row], "wordings")
    found = facts(row, today)
    if row.state == "draft":
        found = replace(found, other_things=tuple(row.other_things.filter(dropped=False).order_by("pk").values_list("earlier", flat=True)))
    return found if may_see_caretakers(by, row.country) else replace(found, caretaker="")


def due_moves(recommendation_id: UUID, *, by: Actor) -> tuple[DueMoveFacts, ...]:
    """How the day of its answer was moved, the first move first; raises NotFound. Who moved it is for those who may see who follows what up. Cost: 4 queries."""
    row = reach(recommendation_id, by)
    named = may_see_caretakers(by, row.country)
    return tuple(DueMoveFacts(each.before, each.after, each.reason, each.moved_on, each.moved_by if named else "") for each in row.due_moves.all())


def verifying_visits(recommendation_id: UUID, *, by: Actor) -> tuple[VisitLine, ...]:
    """Visits to its place since its issue that the reader may know of, newest first; raises NotFound. Cost: 11 queries."""
    return visits_since(reach(recommendation_id, by), by)


def facts(row: Recommendation, today: date) -> RecommendationFacts:
    """A row with its rows below as frozen values; prefetched rows are used."""
    repeated = tuple(each.pk for each in row.repeated_by.all() if each.state not in ("draft", "dropped"))
    (*earlier, held) = wordings_of(row)
    return RecommendationFacts(
        id=row.pk, country=row.country, visit_id=row.visit_id, number=row.number, position=row.position, text=held.text, indicator=held.indicator,
        addressee=row.addressee, answers_for_it=successor_on(row.country, row.passed_to or row.addressee, today), kind=row.kind, priority=row.priority,
        state=row.state, word=row.word, verification=row.verification, issued_on=row.issued_on, due_on=row.due_on,
        closed_on=row.closed_on, closed_because=row.closed_because, repeats=row.repeats_id,
        repeated_by=repeated, findings=findings_of(row), answers=answers_of(row), verifications=verifications_of(row), revision=row.revision, author=row.author,
        demonstration=row.origin == "demonstration", report_version=row.report_version, worded_in=held.report_version, worded_on=held.issued_on,
        earlier=tuple(earlier), caretaker=row.caretaker, theme=row.theme, labels=tuple(row.labels),
    )  # fmt: skip


def wordings_of(row: Recommendation) -> tuple[WordingFacts, ...]:
    """All wordings that were issued, the first one first, the one in force last; of a draft its text."""
    return tuple(WordingFacts(each.report_version, each.issued_on, each.text, each.indicator) for each in every_wording(row))


def findings_of(row: Recommendation) -> tuple[UUID, ...]:
    """The findings that a recommendation rests on."""
    return tuple(each.finding_id for each in row.bases.all() if not each.dropped)


def answers_of(row: Recommendation) -> tuple[AnswerFacts, ...]:
    """The answers by their days; of equal days the one that stands last, which its row cannot tell by itself."""
    found = sorted(row.answers.all(), key=lambda each: (each.said_on, each.received_on, each.position or 0, each.word == row.word))
    return tuple(answer_facts(each, row) for each in found)


def verifications_of(row: Recommendation) -> tuple[VerificationFacts, ...]:
    """The verifications by their days; of equal days the one that stands last."""
    found = sorted(row.verifications.all(), key=lambda each: (each.verified_on, each.outcome == row.verification))
    return tuple(verification_facts(each) for each in found)


def answer_facts(row: Answer, about: Recommendation) -> AnswerFacts:
    """An answer as frozen values."""
    versions = {each.pk: each.report_version for each in issued_wordings(about)}
    return AnswerFacts(
        row.pk, row.word, row.authority, row.said_on, row.received_on, row.letter_number, row.text, row.letter_id, row.entered_by,
        versions[row.wording_id] if row.wording_id else about.report_version, row.official_name, row.official_function, row.through, row.named_until,
    )  # fmt: skip


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
