"""Urgent measures: sent the same day, before any report, with a clock in hours."""

from datetime import datetime
from uuid import UUID

from tirek.foundation.jurisdictions.queries import body_on, term, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits.models import UrgentMeasure
from tirek.records.visits.moments import check_seen, check_sent_and_answered
from tirek.records.visits.policies import check_may_answer, check_may_record
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.refusals import TextNeeded
from tirek.records.visits.services.keeping import keep_passages


def send_urgent_measure(
    *, visit_id: UUID, what: Words, authority_code: str, observed_at: datetime, by: Actor, sent_at: datetime | None = None,
    names_nobody: str = "",
) -> Recorded[UUID]:  # fmt: skip
    """Writes down an urgent measure; `sent_at` None means: not sent yet, the clock runs. The hours come from the pack.

    `names_nobody`: why passages stay that could name somebody.
    Raises NotFound, NotAllowed, NotYetBegun, TextNeeded, UnknownThing (authority), BodyNotThen, SeenBeforeVisit, SentBeforeSeen, MomentAhead,
    PassagesUndecided.
    """
    if not what:
        raise TextNeeded
    with record("visit.urgent-measure", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_record(visit, by)
        check_seen(observed_at, visit.begun_at)
        day = today(visit.country, observed_at)
        body_on(visit.country, authority_code, day)
        measure = UrgentMeasure(
            country=visit.country, visit=visit, what=what, authority=authority_code, observed_at=observed_at, sent_at=sent_at,
            limit_hours=term(visit.country, "urgent", day).amount,
        )  # fmt: skip
        check_sent_and_answered(measure)
        keep_passages(about=measure.pk, country=visit.country, texts=(what,), because=names_nobody, by=by)
        measure.save()
        return act.of(measure.pk)


def answer_urgent_measure(
    *, measure_id: UUID, by: Actor, sent_at: datetime | None = None, answered_at: datetime | None = None, answer: str = "",
    names_nobody: str = "",
) -> Recorded[UUID]:  # fmt: skip
    """Notes that a measure was sent, or answered, and what the answer was.

    Raises NotFound, NotAllowed, NotYetBegun, SentBeforeSeen, NotSentYet, AnsweredBeforeSent, MomentAhead, PassagesUndecided.
    """
    with record("visit.urgent-measure-noted", by=by) as act:
        measure = UrgentMeasure.objects.select_for_update().filter(pk=measure_id).first()
        if measure is None:
            raise NotFound
        visit = reach_visit(measure.visit_id, by)
        check_may_answer(visit, by)
        measure.sent_at = sent_at or measure.sent_at
        measure.answered_at, measure.answer = answered_at or measure.answered_at, answer.strip() or measure.answer
        check_sent_and_answered(measure)
        keep_passages(about=measure.pk, country=visit.country, texts=(measure.answer,), because=names_nobody, by=by)
        measure.save()
        act.about("visit", visit.pk)
        return act.of(measure.pk)
