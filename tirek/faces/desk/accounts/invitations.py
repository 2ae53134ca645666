"""Inviting people: the form, the link shown once, the list, withdrawing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.accounts.forms import InvitationForm
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.signin.doors import link_address
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people import queries, services
from tirek.ground.rules.refusals import NotAllowed, Refusal


@never_cache
@recently_authenticated
def invite(request: SignedRequest) -> HttpResponse:
    """Asks whom to invite. Where no second person is needed the link is shown: once, to the inviter alone."""
    queries.invitations(by=request.actor, country=request.country)
    form = InvitationForm(request.POST or None, country=request.country, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        try:
            words = {name: form.cleaned_data[name] for name in ("email", "name", "language")}
            link = services.invite(**words, authority=form.wanted_body, role=form.wanted_role, country=request.country, by=request.actor).value
            if not link.secret:
                messages.success(request, _("The invitation is asked for. Another administrator or the head must confirm it within 72 hours and then gets the link to hand over."))
                return HttpResponseRedirect(reverse("desk:rights"))
            address = link_address(request, link.secret)
            return render(request, "desk/accounts/link.html", {"address": address, "name": words["name"], "hours": 72})
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, refusal_text(refusal))
    return render(request, "desk/accounts/invite.html", {"form": form}, status=422 if form.is_bound else 200)


@require_GET
def invitations(request: SignedRequest) -> HttpResponse:
    """All invitations of the country."""
    found = queries.invitations(by=request.actor, country=request.country)
    return render(request, "desk/accounts/invitations.html", {"invitations": found})


@require_POST
@recently_authenticated
def withdraw(request: SignedRequest, invitation_id: UUID) -> HttpResponse:
    """Withdraws an invitation."""
    return told(
        request,
        lambda: services.revoke_invitation(invitation_id=invitation_id, country=request.country, by=request.actor),
        _("The invitation is withdrawn; its link no longer opens anything."),
        reverse("desk:invitations"),
    )
