"""Whom the head names to read a report that is not public."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.international.forms import AccountForm
from tirek.faces.desk.international.views import crumb_of, crumbs, reached_report
from tirek.faces.desk.international.writing import form_page
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.followup.international import queries, services
from tirek.followup.international.policies import check_may_name_readers
from tirek.foundation.people.queries import colleagues
from tirek.ground.rules.actors import VISITORS, Role


@read_or_write
def readers(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Who reads it, and a form for one more."""
    facts = reached_report(request, report_id)
    check_may_name_readers(request.actor, facts.country)
    held = queries.readers(report_id, by=request.actor)
    people = [(each.id, each.name) for each in colleagues(by=request.actor, country=facts.country, roles=VISITORS | {Role.ANALYST})]
    form = AccountForm(request.POST or None, country=facts.country, label=_("Who may read the report"), people=[each for each in people if each[0] not in {one.account for one in held}])
    if kept(request, form, lambda asked: services.name_reader(report_id=report_id, by=request.actor, **asked)):
        return redirect("desk:international-readers", report_id=report_id)
    lead = _("Head and secretariat read every report. Whom you name here reads this one too, until you end it or it becomes public.")
    return form_page(request, form, crumbs(crumb_of(facts)), _("Readers of the report"), lead, _("Let this person read it"), held=held, report=facts)


@require_POST
def end(request: SignedRequest, report_id: UUID, account_id: UUID) -> HttpResponse:
    """The person does not read it any more."""
    reached_report(request, report_id)
    services.end_reader(report_id=report_id, account=str(account_id), by=request.actor)
    return redirect("desk:international-readers", report_id=report_id)
