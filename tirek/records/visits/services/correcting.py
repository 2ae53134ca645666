"""A visit's record while the report of it is corrected: opened, closed, settled when the correction is issued, put back when it was given up."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.as_issued import changed_parts, forget_as_issued, keep_as_issued, put_back, standing
from tirek.records.visits.reach import part_of, reach_visit
from tirek.records.visits.refusals import NothingToRestore, ReasonNeeded
from tirek.records.visits.services.keeping import keep_passages


def open_for_correction(*, visit_id: UUID, by: Actor) -> Recorded[UUID]:
    """Lets those who record enter once more how a reported visit went, for a correction of what was printed of it; findings stay frozen.

    What stands now, as it is issued, is kept until a correction is issued.
    Called by the reports room within its own transaction, as is `close_after_correction`. The entry names no visit: its history is read by
    more people than may know that something is being corrected.
    """
    with record("visit.opened-for-correction", by=by) as act:
        visit = reach_visit(visit_id, by, lock=True)
        keep_as_issued(visit)
        visit.in_correction = True
        visit.save()
        return act.of(visit.pk)


def close_after_correction(*, visit_id: UUID, by: Actor) -> Recorded[UUID]:
    """The correction is handed in or given up: nothing more is entered."""
    with record("visit.closed-after-correction", by=by) as act:
        visit = reach_visit(visit_id, by, lock=True)
        visit.in_correction = False
        visit.save()
        return act.of(visit.pk)


def settle_correction(*, visit_id: UUID, by: Actor) -> Recorded[UUID]:
    """The correction is issued: the visit's record stands as it is issued now. Called by the reports room within its own transaction."""
    with record("visit.correction-settled", by=by) as act:
        visit = reach_visit(visit_id, by, lock=True)
        forget_as_issued(visit)
        return act.of(visit.pk)


def restore_as_issued(*, visit_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Puts access, meetings, the talk and urgent measures back to how they stood before a correction that was given up, in one act with its reason.

    Measures that were sent since, and what was noted of sent ones, stay.
    Called by the reports room, which knows that no correction is under way. `names_nobody`: why passages of the reason stay.
    Raises NotFound, NotAllowed, ReasonNeeded, NothingToRestore, PassagesUndecided.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("visit.restored-as-issued", by=by) as act:
        visit = reach_visit(visit_id, by, lock=True)
        if not part_of(visit, by).records:
            raise NotAllowed
        held = standing(visit)
        if held is None or not changed_parts(visit):
            raise NothingToRestore
        put_back(visit, held.parts)
        held.parts, held.reason, held.restored_by, held.restored_at = {}, reason.strip(), by.id, timezone.now()
        keep_passages(about=held.pk, country=visit.country, texts=(held.reason,), because=names_nobody, by=by)
        held.save()
        act.about("visit", visit.pk)
        return act.of(visit.pk)
