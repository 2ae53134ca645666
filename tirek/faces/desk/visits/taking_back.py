"""Findings that were taken back: taking one back, and bringing it back while the report is not handed in."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.visits.access import recorded
from tirek.faces.desk.visits.asking import done
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jurisdictions.queries import areas
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.reports.policies import handed_in
from tirek.insight.reports.services import bring_back_finding
from tirek.records.visits import queries, services


def gone(request: SignedRequest, visit_id: UUID) -> list[tuple[queries.FindingFacts, Words]]:
    """What this person may bring back, each with its area; nothing while the report is handed in."""
    found = queries.taken_back(visit_id, by=request.actor)
    if not found or handed_in(visit_id):
        return []
    named = {one.code: one.name for one in areas()}
    return [(each, named.get(each.area, Words())) for each in found]


@require_POST
def take_back(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> HttpResponse:
    """Takes a finding out of the report to come."""
    recorded(request, visit_id)
    if queries.finding(finding_id, by=request.actor).visit_id != visit_id:
        raise NotFound
    services.take_back_finding(finding_id=finding_id, by=request.actor)
    words = _("The finding is taken back. It stays in the ledger and can be brought back until the report is handed in.")
    if handed_in(visit_id):
        words = _("The finding is taken back. The report is handed in: once it is returned to draft, the finding can be brought back.")
    return done(request, words, "desk:visit-findings", visit_id)


@require_POST
def bring_back(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> HttpResponse:
    """Puts a finding that was taken back at the end of the list."""
    recorded(request, visit_id)
    if finding_id not in {each.id for each in queries.taken_back(visit_id, by=request.actor)}:
        raise NotFound
    bring_back_finding(visit_id=visit_id, finding_id=finding_id, by=request.actor)
    return done(request, _("The finding is brought back and stands at the end of the list."), "desk:visit-findings", visit_id)
