"""The reporting calendar: what is due towards which body, with the material that there is for it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.international.forms import DueForm
from tirek.faces.desk.international.held import told_of
from tirek.faces.desk.international.views import crumbs
from tirek.faces.desk.international.words import PROCEDURES
from tirek.faces.desk.international.writing import form_page
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.followup.international import queries, services
from tirek.followup.international.policies import check_may_enter, may_enter
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed


@require_safe
def calendar(request: SignedRequest) -> HttpResponse:
    """What is due, the nearest day first; what was handed in below."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    found, today = queries.calendar(by=request.actor, country=request.country), timezone.localdate()
    mended = told_of(request, [each.id for each in found])
    shown = {
        "due": [(each, PROCEDURES[each.procedure], each.due_on < today, abs((each.due_on - today).days), mended.get(each.id, [])) for each in found if each.done_on is None],
        "done": [(each, PROCEDURES[each.procedure]) for each in reversed(found) if each.done_on],
        "may_enter": may_enter(request.actor, request.country),
        "crumbs": crumbs(Crumb(_("Reporting calendar"))),
    }
    return render(request, "desk/international/calendar.html", shown)


@read_or_write
def new(request: SignedRequest) -> HttpResponse:
    """Something that is due."""
    check_may_enter(request.actor, request.country)
    form = DueForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.enter_due(country=request.country, by=request.actor, **asked)):
        return redirect("desk:international-calendar")
    way = crumbs(Crumb(_("Reporting calendar"), reverse("desk:international-calendar")))
    lead = _("A State report, an answer to a list of issues, a submission to the UPR. The day is entered as its source says it; none is counted here.")
    return form_page(request, form, way, _("Enter what is due"), lead, _("Save"))


@require_POST
def done(request: SignedRequest, due_id: UUID) -> HttpResponse:
    """It was handed in today."""
    services.close_due(due_id=due_id, by=request.actor)
    messages.success(request, _("It is noted as handed in today."))
    return redirect("desk:international-calendar")
