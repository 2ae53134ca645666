"""The beginning of a visit: the delegation stands at the gate; later, when that was is put right. Its days and its team follow."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record, unveil
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.visit_days import before_planned, days_once_begun, earliest_beginning, long_ago
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits.models import BeginningNote, Visit
from tirek.records.visits.moments import check_nothing_before
from tirek.records.visits.policies import check_may_correct_beginning, check_may_lead
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.refusals import (
    BegunBeforePlan,
    BegunLongAgo,
    BegunTooEarly,
    ChangedMeanwhile,
    EndBeforeBeginning,
    LeaderNeeded,
    MomentAhead,
    ReasonNeeded,
    WarningsUndecided,
)
from tirek.records.visits.services.keeping import keep_passages
from tirek.records.visits.warnings import undecided_warnings


def begin(*, visit_id: UUID, by: Actor, at: datetime | None = None, because: str = "", names_nobody: str = "") -> Recorded[UUID]:
    """The delegation stands at the gate: from now on the visit is no secret within the mechanism, and has its real days. The leader begins it.

    `because` says why it begins before its planned day, or is entered more than three days later; `names_nobody` why passages of that stay
    which could name somebody. Warnings that only the real days bring do not hold up a delegation at the gate: they wait for the leader afterwards.
    Raises NotFound, LeaderOnly, IllegalMove, LeaderNeeded, WarningsUndecided, MomentAhead, BegunTooEarly, BegunBeforePlan, BegunLongAgo,
    PassagesUndecided.
    """
    with record("visit.begun", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        after = VISIT.after(visit.state, "begin")
        if not visit.delegates.filter(role="leader", left=False).exists():
            raise LeaderNeeded
        check_may_lead(visit, by)
        foreseen = {each.about_what for each in undecided_warnings(visit)}
        visit.state, visit.begun_at = after, happened(at)
        take_real_days(visit)
        left = foreseen & {each.about_what for each in undecided_warnings(visit)}
        if left:
            raise WarningsUndecided(count=len(left))
        check_explained(visit, because)
        visit.save()
        if because.strip():
            note_beginning(visit, None, because, names_nobody, by)
        for veil in filter(None, (visit.pk, visit.plan_entry_id)):
            unveil(veil=veil, by=by, country=visit.country)
        return act.of(visit.pk)


def correct_beginning(
    *, visit_id: UUID, at: datetime, reason: str, by: Actor, names_nobody: str = "", revision: str | None = None
) -> Recorded[UUID]:
    """Puts right when a visit began; its days follow, warnings about the team are weighed for them, and nothing of the visit may lie before it.

    The leader, or who organises it. Called by the reports room, which knows whether the report was handed in and what was verified there.
    `revision`, where given: the sign of the beginning that the writer saw.
    Raises NotFound, NotAllowed, NotYetBegun, AlreadyReported, ChangedMeanwhile, ReasonNeeded, MomentAhead, BegunTooEarly, EndBeforeBeginning, RecordedBefore,
    PassagesUndecided.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("visit.beginning-corrected", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_correct_beginning(visit, by)
        if revision not in (None, revision_of(visit.begun_at)):
            raise ChangedMeanwhile
        before, visit.begun_at = visit.begun_at, happened(at)
        if visit.ended_at and visit.ended_at < visit.begun_at:
            raise EndBeforeBeginning
        check_nothing_before(visit)
        take_real_days(visit)
        visit.save()
        note_beginning(visit, before, reason, names_nobody, by)
        return act.of(visit.pk)


def take_real_days(visit: Visit) -> None:
    """Gives a visit that has begun its real days; the planned ones stand beside. Raises BegunTooEarly."""
    first, last = visit.planned_first or visit.starts_on, visit.planned_last or visit.ends_on
    begun = today(visit.country, visit.begun_at)
    earliest = earliest_beginning(first, today(visit.country))
    if begun < earliest:
        raise BegunTooEarly(first=earliest)
    visit.planned_first, visit.planned_last = first, last
    visit.starts_on, visit.ends_on = days_once_begun(first, last, begun)
    if visit.ended_at:
        visit.ends_on = today(visit.country, visit.ended_at)


def check_explained(visit: Visit, because: str) -> None:
    """Raises BegunBeforePlan, BegunLongAgo for a beginning that asks for a reason and has none."""
    if because.strip() or visit.planned_first is None:
        return
    if before_planned(visit.planned_first, visit.starts_on):
        raise BegunBeforePlan(first=visit.planned_first, began=visit.starts_on)
    if long_ago(visit.starts_on, today(visit.country)):
        raise BegunLongAgo(began=visit.starts_on)


def note_beginning(visit: Visit, before: datetime | None, reason: str, names_nobody: str, by: Actor) -> None:
    """Keeps why. Raises PassagesUndecided."""
    assert visit.begun_at
    note = BeginningNote(
        country=visit.country, visit=visit, told_before=before, told=visit.begun_at, reason=reason.strip(), decided_by=by.id,
        decided_at=timezone.now(),
    )  # fmt: skip
    keep_passages(about=note.pk, country=visit.country, texts=(note.reason,), because=names_nobody, by=by)
    note.save()


def happened(at: datetime | None) -> datetime:
    """The moment that is told, or now. Raises MomentAhead for one that has not come."""
    now = timezone.now()
    if at is not None and at > now:
        raise MomentAhead
    return at or now
