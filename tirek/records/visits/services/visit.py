"""A visit's life: open, postpone, end, cancel, reported. How it begins stands in beginning."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from tirek.foundation.jurisdictions.queries import spoken_languages, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.plan_states import PLAN
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits.models import Organiser, SpokenThere, Visit
from tirek.records.visits.moments import check_plannable
from tirek.records.visits.policies import check_may_lead, check_may_plan, check_may_prepare
from tirek.records.visits.reach import reach_entry, reach_visit
from tirek.records.visits.refusals import (
    ChangedMeanwhile,
    EndBeforeBeginning,
    ReasonNeeded,
    UnknownCode,
)
from tirek.records.visits.services.beginning import happened, take_real_days
from tirek.records.visits.services.keeping import keep_passages


def open_visit(*, entry_id: UUID, by: Actor, joint_with_spt: bool = False) -> Recorded[UUID]:
    """Makes the visit of an approved entry of the plan; its organisers stay. Raises NotFound, NotAllowed, IllegalMove."""
    with record("visit.opened", by=by, veil=entry_id) as act:
        entry = reach_entry(entry_id, by, lock=True)
        check_may_plan(by, entry.country)
        entry.state = PLAN.after(entry.state, "open_visit")
        entry.save()
        visit = Visit(
            country=entry.country, plan_entry=entry, place_id=entry.place_id, kind=entry.kind, announced=entry.announced,
            joint_with_spt=joint_with_spt, starts_on=entry.first_day, ends_on=entry.last_day,
        )  # fmt: skip
        visit.save()
        for each in entry.organisers.all():
            Organiser(country=entry.country, visit=visit, account=each.account).save()
        act.about("visit", visit.pk)
        return act.of(visit.pk)


def postpone(*, visit_id: UUID, starts_on: date, ends_on: date, by: Actor, on: date | None = None, revision: str | None = None) -> Recorded[UUID]:
    """Moves a planned visit to other days. `on`: the day on which that was decided, if not today. `revision`, where given: the sign of the days
    that the writer saw.

    Raises NotFound, NotAllowed, IllegalMove, ChangedMeanwhile, DatesWrong, DayGoneBy, PlannedTooFar, VisitTooLong.
    """
    with record("visit.postponed", by=by, subject=("visit", visit_id), veil=visit_id) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_prepare(visit, by)
        visit.state = VISIT.after(visit.state, "postpone")
        if revision not in (None, revision_of(visit.starts_on, visit.ends_on)):
            raise ChangedMeanwhile
        check_plannable(starts_on, ends_on, visit.country, on)
        visit.starts_on, visit.ends_on = starts_on, ends_on
        visit.save()
        return act.of(visit.pk)


def prepare_visit(
    *, visit_id: UUID, joint_with_spt: bool, languages: Iterable[str], by: Actor, revision: str | None = None
) -> Recorded[UUID]:
    """Says whether the SPT goes along, and which languages are spoken in the place; the team is warned when nobody speaks one of them.

    Before the gate only. `revision`, where given: the sign of what the writer saw. Raises NotFound, NotAllowed, IllegalMove, UnknownCode,
    ChangedMeanwhile.
    """
    languages = tuple(languages)
    strange = set(languages) - {one.code for one in spoken_languages()}
    if strange:
        raise UnknownCode(what=strange.pop())
    with record("visit.prepared", by=by, subject=("visit", visit_id), veil=visit_id) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_prepare(visit, by)
        visit.state = VISIT.after(visit.state, "prepare")
        if revision not in (None, revision_of(visit.joint_with_spt, sorted(each.language for each in visit.languages.all()))):
            raise ChangedMeanwhile
        visit.joint_with_spt = joint_with_spt
        visit.save()
        write_languages(visit, set(languages))
        return act.of(visit.pk)


def write_languages(visit: Visit, wanted: set[str]) -> None:
    """Makes the languages of the visit be exactly these."""
    held = {each.language: each for each in visit.languages.all()}
    for language in held.keys() - wanted:
        held[language].delete()
    for language in wanted - held.keys():
        SpokenThere(country=visit.country, visit=visit, language=language).save()


def end(*, visit_id: UUID, by: Actor, at: datetime | None = None) -> Recorded[UUID]:
    """The delegation has left the place: the visit has its real last day. Raises NotFound, NotAllowed, IllegalMove, MomentAhead, EndBeforeBeginning."""
    with record("visit.ended", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_lead(visit, by)
        visit.state = VISIT.after(visit.state, "end")
        visit.ended_at = happened(at)
        if visit.begun_at and visit.ended_at < visit.begun_at:
            raise EndBeforeBeginning
        if visit.planned_first is None:
            take_real_days(visit)
        visit.ends_on = today(visit.country, visit.ended_at)
        visit.save()
        return act.of(visit.pk)


def cancel(*, visit_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Cancels a planned visit, with the reason. An unannounced one stays as hidden as it was.

    `names_nobody` says why passages of the reason stay that could name somebody.
    Raises NotFound, NotAllowed, IllegalMove, ReasonNeeded, PassagesUndecided.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("visit.cancelled", by=by, subject=("visit", visit_id), veil=visit_id) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_prepare(visit, by)
        visit.state = VISIT.after(visit.state, "cancel")
        visit.cancel_reason = reason.strip()
        keep_passages(about=visit.pk, country=visit.country, texts=(visit.cancel_reason,), because=names_nobody, by=by)
        visit.save()
        return act.of(visit.pk)


def mark_reported(*, visit_id: UUID, by: Actor, on: date | None = None) -> Recorded[UUID]:
    """The report is issued: findings are frozen. Called by the reports room within its own transaction."""
    with record("visit.reported", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        visit.state = VISIT.after(visit.state, "report_issued")
        visit.reported_on = on or today(visit.country)
        visit.save()
        return act.of(visit.pk)
