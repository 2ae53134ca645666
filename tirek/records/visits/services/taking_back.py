"""Taking a finding back, and bringing back what was taken."""

from uuid import UUID

from django.db.models import Max

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.records.visits.models import Finding
from tirek.records.visits.policies import check_may_record, may_bring_back, may_take_back
from tirek.records.visits.reach import reach_finding, reach_visit
from tirek.records.visits.refusals import DoctorOnly


def take_back_finding(*, finding_id: UUID, by: Actor) -> Recorded[UUID]:
    """Takes a finding out of the report to come; its row stays. Raises NotFound, NotAllowed, AlreadyReported, DoctorOnly."""
    with record("finding.taken-back", by=by, subject=("finding", finding_id)) as act:
        finding = reach_finding(finding_id, by, lock=True)
        visit = reach_visit(finding.visit_id, by)
        check_may_record(visit, by)
        if not may_take_back(finding, visit, by):
            raise DoctorOnly
        finding.taken_back, finding.taken_back_by = True, by.id
        finding.save()
        return act.of(finding.pk)


def bring_back_finding(*, finding_id: UUID, by: Actor) -> Recorded[UUID]:
    """Puts a finding that was taken back at the end of the list again, as it was. Who took it back, or the leader.

    Called by the reports room, which knows whether the report was handed in. Raises NotFound, NotAllowed, AlreadyReported.
    """
    with record("finding.brought-back", by=by, subject=("finding", finding_id)) as act:
        finding = Finding.objects.select_for_update(no_key=True).filter(pk=finding_id, taken_back=True).first()
        if finding is None:
            raise NotFound
        visit = reach_visit(finding.visit_id, by, lock=True)
        check_may_record(visit, by)
        if not may_bring_back(finding, visit, by):
            raise NotAllowed
        last = visit.findings.filter(taken_back=False).aggregate(last=Max("position"))["last"] or 0
        finding.position, finding.taken_back, finding.taken_back_by = last + 1, False, ""
        finding.save()
        return act.of(finding.pk)
