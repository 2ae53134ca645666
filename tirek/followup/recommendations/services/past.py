"""Recommendations of visits that were made before the house was there: entered from the mechanism's earlier register, as they were issued.

Their answers and verifications go the way of all others, so that the two axes stay what they are.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from tirek.followup.recommendations.models import KINDS, PRIORITIES, Answer, Recommendation, Verification
from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.refusals import BodysOwnWord, DateAhead, NumberTaken, RecommendationTextNeeded, UnknownChoice
from tirek.followup.recommendations.services.drafts import check_length
from tirek.followup.recommendations.services.issued import check_speaker
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import due, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.sheet_refusals import NotBySheet, StillUsed
from tirek.records.visits.queries import is_past_visit, visit

AMENDED = ("text", "addressee", "kind", "priority", "issued_on", "due_on")


def enter_past_recommendation(
    *, visit_id: UUID, number: str, by: Actor, confirmed: bool = False, due_on: date | None = None, **said: Any
) -> Recorded[UUID]:
    """Enters an issued recommendation of a past visit under its own number. `said`: of AMENDED. Without `due_on` the pack's term runs from the issue.

    `confirmed`: the writer has looked at what in the text could name a person.
    Raises NotAllowed, NotFound, NotBySheet, NumberTaken and what `keep` raises.
    """
    with record("recommendation.past-entered", by=by) as entry:
        facts = visit(visit_id, by=by)
        check_may_answer(by, facts.country)
        if not is_past_visit(visit_id):
            raise NotBySheet
        if Recommendation.objects.filter(country=facts.country, number=number).exists():
            raise NumberTaken(number=number)
        last = Recommendation.objects.filter(visit_id=visit_id).aggregate(last=Max("position"))["last"] or 0
        row = Recommendation(country=facts.country, visit_id=visit_id, number=number, position=last + 1, state="issued", author=by.id, **said)
        row.due_on = due_on
        keep(row, confirmed)
        entry.about("recommendation", row.pk)
        return entry.of(row.pk)


def keep(row: Recommendation, confirmed: bool) -> None:
    """Checks a past recommendation and saves it.

    Raises RecommendationTextNeeded, RecommendationTooLong, UnknownChoice, DateAhead, NoAddressee, BodyNotThen, PassagesUndecided.
    """
    if not row.text:
        raise RecommendationTextNeeded
    check_length(row.text)
    for value, known in ((row.kind, KINDS), (row.priority, PRIORITIES)):
        if value not in known:
            raise UnknownChoice(what=value)
    if row.issued_on is None or row.issued_on > today(row.country):
        raise DateAhead(on=row.issued_on or today(row.country))
    check_speaker(row.addressee, row.country, row.issued_on)
    passages(row.text, confirmed=confirmed)
    row.due_on = row.due_on or due(row.country, "answer", row.issued_on)
    row.save()


def amend_past_recommendation(*, recommendation_id: UUID, changes: Mapping[str, Any], by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Mends what a sheet says otherwise of a past recommendation; those that the house issued are refused: their text is frozen.

    Raises NotFound, NotAllowed, NotBySheet and what `keep` raises.
    """
    with record("recommendation.past-amended", by=by, subject=("recommendation", recommendation_id)) as entry:
        row = issued_row(recommendation_id, by)
        if not is_past_visit(row.visit_id):
            raise NotBySheet
        by_term = row.issued_on is not None and row.due_on == due(row.country, "answer", row.issued_on)
        for key, value in changes.items():
            if key in AMENDED:
                setattr(row, key, value)
        if by_term and "issued_on" in changes and "due_on" not in changes:
            row.due_on = None  # the term runs from the other day
        keep(row, confirmed)
        return entry.of(row.pk)


def take_back_answer(*, recommendation_id: UUID, by: Actor) -> Recorded[None]:
    """Takes the newest answer away that a table of the office entered; the one before it stands again. What a body sent itself stays. Raises NotFound, NotAllowed, BodysOwnWord."""
    with record("recommendation.answer-taken-back", by=by, subject=("recommendation", recommendation_id)) as entry:
        row = issued_row(recommendation_id, by)
        *before, last = answers_of(row)
        if last.through:
            raise BodysOwnWord
        last.delete()
        row.word = before[-1].word if before else "none"
        row.save()
        return entry.of(None)


def take_back_verification(*, recommendation_id: UUID, by: Actor) -> Recorded[None]:
    """Takes the newest verification away that a sheet entered; the one before it stands again. Raises NotFound, NotAllowed."""
    with record("recommendation.verification-taken-back", by=by, subject=("recommendation", recommendation_id)) as entry:
        row = issued_row(recommendation_id, by)
        *before, last = verifications_of(row)
        last.delete()
        row.verification = before[-1].outcome if before else "not_verified"
        row.save()
        return entry.of(None)


def answers_of(row: Recommendation) -> list[Answer]:
    """The answers, the newest last, as the axis orders them."""
    return sorted(row.answers.all(), key=lambda each: (each.said_on, each.received_on, each.position or 0, each.word == row.word))


def verifications_of(row: Recommendation) -> list[Verification]:
    """The verifications, the newest last."""
    return sorted(row.verifications.all(), key=lambda each: (each.verified_on, each.outcome == row.verification))


def remove_past_recommendation(*, recommendation_id: UUID, by: Actor) -> Recorded[None]:
    """Takes a past recommendation away that a sheet entered, with the one answer and verification that came with it. Raises NotFound, NotAllowed, StillUsed."""
    with record("recommendation.past-removed", by=by, subject=("recommendation", recommendation_id)) as entry:
        row = issued_row(recommendation_id, by)
        answers, verifications = answers_of(row), verifications_of(row)
        grown = len(answers) > 1 or len(verifications) > 1 or row.repeated_by.exists() or row.wordings.exists() or row.bases.exists() or row.ties.exists() or row.tied_by.exists()
        if grown or not is_past_visit(row.visit_id):
            raise StillUsed
        for each in (*answers, *verifications):
            each.delete()
        row.delete()
        return entry.of(None)


def issued_row(recommendation_id: UUID, by: Actor) -> Recommendation:
    """The locked issued recommendation, for somebody who may enter answers. Raises NotFound, NotAllowed."""
    row = Recommendation.objects.issued().filter(pk=recommendation_id).select_for_update(no_key=True).first()
    if row is None or not Recommendation.objects.issued_visible_to(by, row.country).filter(pk=row.pk).exists():
        raise NotFound
    check_may_answer(by, row.country)
    return row
