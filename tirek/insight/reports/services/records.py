"""What a visit's records may have put right until its report is handed in: verbs of the visits room, with what this room and the
recommendations know of the visit.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from tirek.followup.recommendations.looking import check_still_looked_at
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded
from tirek.ground.rules.actors import Actor
from tirek.insight.reports.models import Report
from tirek.insight.reports.policies import check_not_handed_in
from tirek.records.visits import services as visits
from tirek.records.visits.reach import hold, reach_visit
from tirek.records.visits.refusals import NothingToRestore


def correct_beginning(*, visit_id: UUID, at: datetime, reason: str, by: Actor, names_nobody: str = "", revision: str | None = None) -> Recorded[UUID]:
    """Puts right when a visit began, while no text of its report is handed in. Raises HandedIn, VerifiedThere and what the visits room's raises."""
    with transaction.atomic():
        visit = reach_visit(visit_id, by)
        hold(visit_id)
        check_not_handed_in(visit_id)
        made = visits.correct_beginning(visit_id=visit_id, at=at, reason=reason, names_nobody=names_nobody, revision=revision, by=by)
        check_still_looked_at(visit_id, today(visit.country, at))
        return made


def bring_back_finding(*, visit_id: UUID, finding_id: UUID, by: Actor) -> Recorded[UUID]:
    """Brings a finding of the visit back that was taken back. Raises HandedIn and what the visits room's raises."""
    with transaction.atomic():
        reach_visit(visit_id, by)
        hold(visit_id)
        check_not_handed_in(visit_id)
        return visits.bring_back_finding(finding_id=finding_id, by=by)


def restore_as_issued(*, visit_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Puts the visit's record back to what the issued report prints, after a correction was given up. Raises NothingToRestore and what the visits room's raises."""
    with transaction.atomic():
        reach_visit(visit_id, by)
        hold(visit_id)
        if Report.objects.filter(visit_id=visit_id).open().exists():
            raise NothingToRestore
        return visits.restore_as_issued(visit_id=visit_id, reason=reason, names_nobody=names_nobody, by=by)
