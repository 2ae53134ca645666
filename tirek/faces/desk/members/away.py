"""Days on which a member is away: the member enters them, or the office for anybody. Nobody is asked why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tirek.faces.desk.clashing import warnings
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import CountryForm, day_field
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound
from tirek.registers.mandate import queries, services
from tirek.registers.mandate.away import absences_of
from tirek.registers.mandate.policies import check_may_enter_absence


class AwayForm(CountryForm):
    """From which day to which."""

    since = day_field(gettext_lazy("First day away"))
    until = day_field(gettext_lazy("Last day away"))


@read_or_write
def away(request: SignedRequest, member_id: UUID) -> HttpResponse:
    """The days that are noted, and a form for others. Of visits in these days only those are told that the person may know of."""
    facts = queries.member(member_id, by=request.actor, country=request.country)
    check_may_enter_absence(request.actor, request.country, facts.account_id)
    form = AwayForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.enter_absence(member_id=member_id, by=request.actor, **asked)):
        messages.success(request, _("The days are noted. Whoever composes a delegation sees them."))
        for told in warnings(request.actor, request.country, form.cleaned_data["since"], form.cleaned_data["until"], member=str(member_id)):
            messages.warning(request, told)
        return redirect("desk:member-away", member_id=member_id)
    context = {
        "form": form,
        "member": facts,
        "noted": absences_of(member_id, by=request.actor, country=request.country),
        "crumbs": [Crumb(_("Members"), reverse("desk:members")), Crumb(facts.name, reverse("desk:member", args=[member_id])), Crumb(_("Days away"))],
    }
    return render(request, "desk/members/away.html", context, status=422 if form.errors else 200)


@require_POST
def back(request: SignedRequest, member_id: UUID, absence_id: UUID) -> HttpResponse:
    """Takes days back: the member is there after all."""
    facts = queries.member(member_id, by=request.actor, country=request.country)
    check_may_enter_absence(request.actor, request.country, facts.account_id)
    if absence_id not in {one.id for one in absences_of(member_id, by=request.actor, country=request.country)}:
        raise NotFound
    services.take_back_absence(absence_id=absence_id, by=request.actor)
    messages.success(request, _("The days are taken back."))
    return redirect("desk:member-away", member_id=member_id)
