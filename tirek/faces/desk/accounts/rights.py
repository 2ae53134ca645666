"""Rights that need a second person: what waits, confirming, refusing with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.accounts.forms import ReasonForm
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.signin.doors import link_address
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people import queries, services
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal


@require_GET
def rights(request: SignedRequest) -> HttpResponse:
    """What waits for a second person, then what was decided lately."""
    found = queries.rights(by=request.actor, country=request.country)
    return render(request, "desk/accounts/rights.html", {"rights": found})


@require_GET
def right(request: SignedRequest, request_id: UUID) -> HttpResponse:
    """One right that was asked for."""
    return page(request, request_id, ReasonForm())


def page(request: SignedRequest, request_id: UUID, form: ReasonForm, status: int = 200) -> HttpResponse:
    """The right's page with the form to refuse it."""
    found = queries.right(request_id, by=request.actor, country=request.country)
    return render(request, "desk/accounts/right.html", {"right": found, "form": form.for_asker() if found.own else form}, status=status)


@never_cache
@require_POST
@recently_authenticated
def confirm(request: SignedRequest, request_id: UUID) -> HttpResponse:
    """The second person confirms. An invitation's link is shown: once, to this person alone."""
    asked = queries.right(request_id, by=request.actor, country=request.country)
    try:
        link = services.confirm_right(request_id=request_id, country=request.country, by=request.actor).value
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.error(request, refusal_text(refusal))
        return HttpResponseRedirect(address_of(request_id))
    if link is None:
        messages.success(request, _("The right is confirmed. It holds from the next request on."))
        return HttpResponseRedirect(reverse("desk:rights"))
    address = link_address(request, link.secret)
    return render(request, "desk/accounts/link.html", {"address": address, "name": asked.name, "hours": 72, "confirmed": True})


@require_POST
@recently_authenticated
def refuse(request: SignedRequest, request_id: UUID) -> HttpResponse:
    """The second person refuses, or whoever asked takes it back; both say why."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return page(request, request_id, form, status=422)
    return told(
        request,
        lambda: services.refuse_right(request_id=request_id, country=request.country, by=request.actor, **form.cleaned_data),
        _("The right is refused. Nothing was changed."),
        reverse("desk:rights"),
    )


def address_of(request_id: UUID) -> str:
    """The right's page."""
    return reverse("desk:right", args=[request_id])
