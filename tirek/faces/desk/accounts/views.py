"""The list of accounts, one account, its roles, sessions and locks."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.accounts.forms import RoleForm
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.feeds.queries import calendar_count
from tirek.foundation.people import queries, services
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal


@require_GET
def accounts(request: SignedRequest) -> HttpResponse:
    """Everybody with an account in the country, and the resets under way."""
    by, country = request.actor, request.country
    context = {
        "accounts": queries.accounts(by=by, country=country),
        "resets": queries.resets(by=by, country=country),
        "new_roles": queries.new_roles(by=by, country=country),
        "to_decide": queries.rights_to_decide(by=by, country=country),
    }
    return render(request, "desk/accounts/list.html", context)


@require_GET
def account(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """One account."""
    return page(request, account_id, RoleForm(country=request.country))


def page(request: SignedRequest, account_id: UUID, form: RoleForm, status: int = 200) -> HttpResponse:
    """The account's page with the form to give a role."""
    context = {
        "account": queries.account(account_id, by=request.actor, country=request.country),
        "form": form,
        "calendars": calendar_count(account_id, by=request.actor, country=request.country),
        "administers": request.actor.has(Role.ADMINISTRATOR, country=request.country) and request.actor.id != str(account_id),
        "reset": next(
            (one for one in queries.resets(by=request.actor, country=request.country) if one.account_id == str(account_id)), None
        ),
    }
    return render(request, "desk/accounts/account.html", context, status=status)


@require_POST
@recently_authenticated
def grant(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """Gives the account a role, or asks for it."""
    form = RoleForm(request.POST, country=request.country)
    if form.is_valid():
        try:
            queries.account(account_id, by=request.actor, country=request.country)
            given = services.give_role(account_id=account_id, role=form.wanted_role, authority=form.wanted_body, country=request.country, by=request.actor)
            messages.success(request, told_of(given.draft.verb))
            return HttpResponseRedirect(address_of(account_id))
        except (NotFound, NotAllowed):
            raise
        except Refusal as refusal:
            form.add_error(None, refusal_text(refusal))
    return page(request, account_id, form, status=422)


def told_of(verb: str) -> str:
    """What giving a role did: it holds, or it was asked for."""
    if verb == "right.asked":
        return _("The role is asked for. It holds once another administrator or the head has confirmed it, within 72 hours.")
    return _("The role is given. It holds from the next request on.")


@require_POST
@recently_authenticated
def end_role(request: SignedRequest, account_id: UUID, grant_id: UUID) -> HttpResponse:
    """Ends a role."""
    return told(
        request,
        lambda: services.end_grant(grant_id=grant_id, country=request.country, by=request.actor),
        _("The role has ended. It no longer opens anything from the next request on."),
        address_of(account_id),
    )


@require_POST
@recently_authenticated
def disable(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """Closes the account."""
    return told(
        request,
        lambda: services.disable_account(account_id=account_id, country=request.country, by=request.actor),
        _("The account is closed and its sessions have ended."),
        address_of(account_id),
    )


@require_POST
@recently_authenticated
def enable(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """Opens the account again."""
    return told(
        request,
        lambda: services.enable_account(account_id=account_id, country=request.country, by=request.actor),
        _("The account is open again."),
        address_of(account_id),
    )


@require_POST
@recently_authenticated
def end_sessions(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """Ends all sessions of the account."""
    return told(
        request,
        lambda: services.end_sessions(account_id=account_id, country=request.country, by=request.actor),
        _("All sessions of this account have ended."),
        address_of(account_id),
    )


@require_POST
@recently_authenticated
def lift_lock(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """Forgets the failed attempts on the account's name."""
    return told(
        request,
        lambda: services.lift_lock(account_id=account_id, country=request.country, by=request.actor),
        _("The person can try to sign in again at once."),
        address_of(account_id),
    )


def address_of(account_id: UUID) -> str:
    """The account's page."""
    return reverse("desk:account", args=[account_id])
