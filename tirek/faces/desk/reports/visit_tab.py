"""The report's tab on a visit's page: the report where there is one, else the way to draft it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tirek.faces.desk.reports.frame import title_of
from tirek.faces.desk.reports.words import STATES
from tirek.faces.desk.visits.frame import visit_facts, visit_frame
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.reports import queries, services


@require_http_methods(["GET", "HEAD", "POST"])
def visit_report(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The report of a visit; sending the page drafts it."""
    visit_facts(request, visit_id)
    if request.method == "POST":
        return drafted(request, visit_id)
    report = queries.report_of_visit(visit_id, by=request.actor)
    if report and (question := purpose_first(request, visit_id)):
        return question
    context = visit_frame(request, visit_id, "report")
    if report:
        word, shape = STATES[report.state]
        context |= {"report_title": title_of(report), "report_word": str(word), "report_kind": shape}
    context |= {"report": report, "drafts": queries.may_draft(visit_id, by=request.actor)}
    return render(request, "desk/reports/of_visit.html", context)


def drafted(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Drafts the report and opens it; a refusal is shown on the tab."""
    try:
        made = services.draft_report(visit_id=visit_id, by=request.actor).value
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.warning(request, refusal_text(refusal))
        return redirect("desk:visit-report", visit_id=visit_id)
    messages.success(request, _("The draft is begun: findings and recommendations stand in it. Write its summary."))
    return redirect(reverse("desk:report", args=[made]))
