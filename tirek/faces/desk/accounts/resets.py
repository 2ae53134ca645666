"""Resetting an account's factors: one person asks, a second confirms, after 24 hours one of the two gets the new link."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tirek.faces.desk.accounts.answers import told
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.signin.doors import link_address
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people import services
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal


@require_POST
@recently_authenticated
def ask(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """The administrator asks."""
    return told(
        request,
        lambda: services.ask_reset(account_id=account_id, country=request.country, by=request.actor),
        _("The reset is asked for. Now the head or another administrator must confirm it; the owner of the account is told."),
        reverse("desk:account", args=[account_id]),
    )


@require_POST
@recently_authenticated
def confirm(request: SignedRequest, reset_id: UUID) -> HttpResponse:
    """The second person confirms."""
    return told(
        request,
        lambda: services.confirm_reset(reset_id=reset_id, country=request.country, by=request.actor),
        _("The reset is confirmed. It can be done after 24 hours, unless somebody stops it."),
        reverse("desk:accounts"),
    )


@require_POST
@recently_authenticated
def stop(request: SignedRequest, reset_id: UUID) -> HttpResponse:
    """Stops the reset."""
    return told(
        request,
        lambda: services.stop_reset(reset_id=reset_id, country=request.country, by=request.actor),
        _("The reset is stopped. Nothing was changed in the account."),
        reverse("desk:accounts"),
    )


@never_cache
@require_POST
@recently_authenticated
def complete(request: SignedRequest, reset_id: UUID) -> HttpResponse:
    """Does the reset and shows the new link once."""
    try:
        link = services.complete_reset(reset_id=reset_id, country=request.country, by=request.actor).value
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.error(request, refusal_text(refusal))
        return HttpResponseRedirect(reverse("desk:accounts"))
    address = link_address(request, link.secret)
    return render(request, "desk/accounts/link.html", {"address": address, "hours": 72})
