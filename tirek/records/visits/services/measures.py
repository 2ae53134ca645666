"""Urgent measures: sent the same day, before any report, with a clock in hours."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from tirek.foundation.jurisdictions.queries import body_on, term, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.revisions import revised
from tirek.ground.rules.words import Words
from tirek.records.visits.models import NOTED_PARTS, UrgentMeasure, Visit
from tirek.records.visits.moments import check_seen, check_sent_and_answered
from tirek.records.visits.policies import check_may_answer, check_may_enter
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.refusals import ChangedMeanwhile, MeasureSent, MeasureThere, TextNeeded
from tirek.records.visits.services.keeping import keep_passages
from tirek.records.visits.texts import stamp_of


def send_urgent_measure(
    *, visit_id: UUID, what: Words, authority_code: str, observed_at: datetime, by: Actor, sent_at: datetime | None = None,
    names_nobody: str = "",
) -> Recorded[UUID]:  # fmt: skip
    """Writes down an urgent measure; `sent_at` None means: not sent yet, the clock runs. The hours come from the pack.

    `names_nobody`: why passages stay that could name somebody.
    Raises NotFound, NotAllowed, NotYetBegun, TextNeeded, MeasureThere, UnknownThing (authority), BodyNotThen, SeenBeforeVisit, SentBeforeSeen,
    MomentAhead, PassagesUndecided.
    """
    if not what:
        raise TextNeeded
    with record("visit.urgent-measure", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_enter(visit, by)
        check_new(visit, stamp_of(what, authority_code, observed_at))
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


def check_new(visit: Visit, stamp: str) -> None:
    """Raises MeasureThere for a measure that says what another one of the visit says: a form that was sent twice. Nobody could take it out again."""
    if stamp in {stamp_of(each.what, each.authority, each.observed_at) for each in UrgentMeasure.objects.filter(visit=visit)}:
        raise MeasureThere


def correct_urgent_measure(
    *, measure_id: UUID, what: Words, authority_code: str, observed_at: datetime, stamp: str, by: Actor, names_nobody: str = "",
) -> Recorded[UUID]:  # fmt: skip
    """Rewrites a measure that is not sent yet. `stamp` is that of the measure the writer began from.

    Raises NotFound, MeasureSent, ChangedMeanwhile, and what `send_urgent_measure` raises.
    """
    if not what:
        raise TextNeeded
    with record("visit.urgent-measure-corrected", by=by) as act:
        measure, visit = reach_measure(measure_id, by)
        check_may_enter(visit, by)
        if measure.sent_at:
            raise MeasureSent
        check_unchanged(measure, stamp)
        check_seen(observed_at, visit.begun_at)
        day = today(visit.country, observed_at)
        body_on(visit.country, authority_code, day)
        measure.what = measure.what.rewritten(dict(what.texts))
        measure.authority, measure.observed_at, measure.limit_hours = authority_code, observed_at, term(visit.country, "urgent", day).amount
        keep_passages(about=measure.pk, country=visit.country, texts=(measure.what,), because=names_nobody, by=by)
        measure.save()
        act.about("visit", visit.pk)
        return act.of(measure.pk)


def translate_urgent_measure(
    *, measure_id: UUID, texts: Mapping[str, str], stamp: str, by: Actor, names_nobody: str = "",
) -> Recorded[UUID]:  # fmt: skip
    """Writes or renews translations, also once it was sent; the text in which it was written stays. Until the report is issued.

    Raises NotFound, NotAllowed, NotYetBegun, AlreadyReported, ChangedMeanwhile, PassagesUndecided.
    """
    with record("visit.urgent-measure-translated", by=by) as act:
        measure, visit = reach_measure(measure_id, by)
        check_may_enter(visit, by)
        check_unchanged(measure, stamp)
        source = measure.what.source
        kept = {**dict(measure.what.texts), **{code: text for code, text in texts.items() if code != source}}
        measure.what = Words.of(kept, source, measure.what.stale - set(texts))
        keep_passages(about=measure.pk, country=visit.country, texts=(measure.what,), because=names_nobody, by=by)
        measure.save()
        act.about("visit", visit.pk)
        return act.of(measure.pk)


def reach_measure(measure_id: UUID, by: Actor) -> tuple[UrgentMeasure, Visit]:
    """The measure, locked, with its visit; raises NotFound, also where the actor may not know of the visit."""
    measure = UrgentMeasure.objects.select_for_update(no_key=True).filter(pk=measure_id).first()
    if measure is None:
        raise NotFound
    return measure, reach_visit(measure.visit_id, by)


def check_unchanged(measure: UrgentMeasure, stamp: str) -> None:
    """Raises ChangedMeanwhile where somebody saved since the writer began."""
    if stamp_of(measure.what, measure.authority, measure.observed_at) != stamp:
        raise ChangedMeanwhile


def answer_urgent_measure(
    *, measure_id: UUID, by: Actor, sent_at: datetime | None = None, answered_at: datetime | None = None, answer: str = "",
    names_nobody: str = "", revision: str | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Notes that a measure was sent, or answered, and what the answer was.

    `revision`, where given, is the sign of all three as their writer saw them; then what is left empty is taken back, that it was sent only
    until the report is issued. Without one, what is left empty stays as it was.
    Raises NotFound, NotAllowed, NotYetBegun, AlreadyReported, ChangedMeanwhile, SentBeforeSeen, NotSentYet, AnsweredBeforeSent, MomentAhead,
    PassagesUndecided.
    """
    with record("visit.urgent-measure-noted", by=by) as act:
        measure, visit = reach_measure(measure_id, by)
        check_may_answer(visit, by)
        if revision is None:
            sent_at, answered_at, answer = sent_at or measure.sent_at, answered_at or measure.answered_at, answer.strip() or measure.answer
        elif revision != revised(measure, NOTED_PARTS):
            raise ChangedMeanwhile
        if measure.sent_at and not sent_at:
            check_may_enter(visit, by)
        measure.sent_at, measure.answered_at, measure.answer = sent_at, answered_at, answer.strip()
        check_sent_and_answered(measure)
        keep_passages(about=measure.pk, country=visit.country, texts=(measure.answer,), because=names_nobody, by=by)
        measure.save()
        act.about("visit", visit.pk)
        return act.of(measure.pk)
