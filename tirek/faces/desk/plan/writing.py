"""Writing the plan of a year: a draft freely, an approved one as an amendment."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.plan.yearforms import PlanForms, with_more_lines
from tirek.faces.desk.plan.years import may_of, plan_of
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import read_or_write
from tirek.foundation.jurisdictions.queries import currency
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.planning import services


@read_or_write
def write(request: SignedRequest, year: int) -> HttpResponse:
    """The whole plan as one form. Whoever saves second is told and keeps what was typed."""
    plan = plan_of(request, year)
    may = may_of(request, plan)
    if not (may["write"] or may["amend"]):
        raise NotAllowed
    more = request.method == "POST" and "more" in request.POST
    forms = PlanForms((with_more_lines(request.POST) if more else request.POST) if request.method == "POST" else None, plan)
    if request.method == "POST" and not more and forms.is_valid() and saved(request, forms, plan.id):
        messages.success(request, _("The amendment is recorded.") if may["amend"] else _("The plan is saved."))
        return redirect("desk:plan-year", year=year)
    title = _("Amend the plan of %(year)s") if may["amend"] else _("Write the plan of %(year)s")
    back = reverse("desk:plan-year", args=[year])
    context = {
        "forms": forms,
        "mistakes": [] if more else forms.all,
        "title": title % {"year": year},
        "amends": may["amend"],
        "currency": currency(request.country),
        "back": back,
        "crumbs": [Crumb(_("Plan"), reverse("desk:plan")), Crumb(str(year), back), Crumb(title % {"year": year})],
        "button": _("Record the amendment") if may["amend"] else _("Save the plan"),
    }
    wrong = request.method == "POST" and not more
    return render(request, "desk/plan/write.html", context, status=422 if wrong else 200)


def saved(request: SignedRequest, forms: PlanForms, plan_id: object) -> bool:
    """Whether the service took what was typed; else its refusal stands in the form."""
    try:
        services.write_plan(plan_id=plan_id, by=request.actor, **forms.typed())  # type: ignore[arg-type]
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        forms.notes.add_error(None, refusal_text(refusal))
        return False
    return True
