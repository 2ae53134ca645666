"""To the sign-in service and back: entering, linking the own account, confirming who one is."""

import logging
import time

from allauth.account.adapter import get_adapter
from allauth.account.stages import LoginStageController
from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.signin.demonstration import safe_next
from tirek.faces.frame.signin.limits import CONFIRMED_AT
from tirek.faces.frame.signin.outside import asking, tokens
from tirek.faces.frame.signin.outside.beginning import CONFIRM, ENTER, LINK, Beginning, address, back_address, begin, brought_back
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people import queries, services
from tirek.foundation.people.provider import Provider
from tirek.ground.rules.refusals import Refusal

logger = logging.getLogger(__name__)
FRESH = 300


def service() -> Provider:
    """The sign-in service; where none is named, these pages are not there."""
    if settings.TIREK_OIDC is None:
        raise Http404
    return settings.TIREK_OIDC


@never_cache
@require_POST
@rate_limit(action="login")  # type: ignore[untyped-decorator]
def enter(request: HttpRequest) -> HttpResponse:
    """From the sign-in page to the service."""
    return leave_for_service(request, ENTER, safe_next(request))


@never_cache
@require_POST
@login_required
@recently_authenticated
def link(request: HttpRequest) -> HttpResponse:
    """From the own account to the service, to link it."""
    if getattr(request.user, "demonstration", True):
        raise Http404
    return leave_for_service(request, LINK, reverse("account"))


@never_cache
@login_required
def confirm(request: HttpRequest) -> HttpResponse:
    """Asks for the click that leads to the service, and leads there: what comes next cannot be taken back."""
    if not queries.has_identity(request.user.pk):
        raise Http404
    if request.method == "POST":
        return leave_for_service(request, CONFIRM, safe_next(request))
    others = [each for each in get_adapter().get_reauthentication_methods(request.user) if each["id"] != "outside"]
    return render(request, "frame/signin/outside_confirm.html", {"next": safe_next(request), "name": name_of(service()), "reauthentication_alternatives": others})


@require_POST
@login_required
@recently_authenticated
def unlink(request: HttpRequest) -> HttpResponse:
    """The own account is entered without the service from now on."""
    try:
        services.unlink_identity(by=queries.actor_of(request.user))
        messages.success(request, _("Your account is no longer linked to the sign-in service."))
    except Refusal as refused:
        messages.error(request, refusal_text(refused))
    return HttpResponseRedirect(reverse("account"))


def leave_for_service(request: HttpRequest, purpose: str, going_on: str) -> HttpResponse:
    """A page that leads on by itself, and by a link.

    Not a redirect: browsers let no form end at another site (form-action 'self' of the security policy), and the service may lead on to further sites whose
    names nobody here knows. A page that is loaded ends the form; what follows is a way like any other.
    """
    provider = service()
    try:
        endpoint = asking.description(provider)["authorization_endpoint"]
    except asking.ServiceAway as away:
        return not_entered(request, _("The sign-in service does not answer. Try again later, or sign in as you can without it."), str(away), 503)
    state, made = begin(request, purpose, going_on)
    return render(request, "frame/signin/outside_leaving.html", {"address": address(provider, endpoint, state, made), "name": name_of(provider)})


@never_cache
@require_GET
@rate_limit(action="login")  # type: ignore[untyped-decorator]
def come_back(request: HttpRequest) -> HttpResponse:
    """What the service sends people back with."""
    provider, made = service(), brought_back(request)
    if made is None:
        return not_entered(request, _("This way to sign in was not begun in this browser, or has been used or is too old. Begin again."), "state")
    if request.GET.get("iss", provider.issuer) != provider.issuer:  # RFC 9207
        return not_entered(request, _("The answer is not the sign-in service’s. Begin again."), "iss")
    if not request.GET.get("code"):
        return not_entered(request, _("The sign-in service has not let you in. Begin again, or ask whoever keeps it."), "no code")
    try:
        described = asking.description(provider)
        raw = asking.token(provider, described, code=request.GET["code"], verifier=made.verifier, back=back_address())
        told = tokens.read(raw, asking.keys(provider, described), provider, made.nonce)
    except asking.ServiceAway as away:
        return not_entered(request, _("The sign-in service does not answer as it should. Try again later, or sign in as you can without it."), str(away), 503)
    except tokens.TokenRefused as refused:
        return not_entered(request, _("The answer is not the sign-in service’s. Begin again."), str(refused))
    if made.purpose != ENTER and time.time() - told.asked_at > FRESH:
        return not_entered(request, _("The sign-in service did not ask you anew. Begin again, or confirm in another way."), "auth_time")
    return {ENTER: entered, LINK: linked, CONFIRM: confirmed}[made.purpose](request, provider, made, told)


def entered(request: HttpRequest, provider: Provider, made: Beginning, told: tokens.Told) -> HttpResponse:
    """The linked account is entered; its own second factor is asked for, unless the service has proven one."""
    account = queries.account_by_identity(provider.issuer, told.subject)
    if account is None or not get_adapter(request).may_enter(request, account):
        text = _("You are known to the sign-in service, but no account here is linked to it. Accounts come by invitation: sign in as before, and link yours under “My account”.")
        return not_entered(request, text, "not linked", 403)
    if not told.proven and provider.factors and not is_mfa_enabled(account):
        return not_entered(request, _("The sign-in service has not asked you for a second factor, and your account here has none. Sign in there with one."), "no factor", 403)
    if request.user.is_authenticated and request.user.pk != account.pk:
        logout(request)
    response = perform_login(request, account, email_verification="none", redirect_url=made.going_on or reverse(settings.TIREK_WORK))
    stage = LoginStageController.enter(request, "mfa_authenticate") if told.proven else None
    if stage is not None:
        response = stage.exit()
    if request.user.is_authenticated:
        request.session[CONFIRMED_AT] = time.time()
    return response  # type: ignore[no-any-return]


def linked(request: HttpRequest, provider: Provider, made: Beginning, told: tokens.Told) -> HttpResponse:
    """The own account is linked to who one is at the service."""
    try:
        services.link_identity(issuer=provider.issuer, subject=told.subject, by=queries.actor_of(request.user), session=request.session.session_key or "")
    except Refusal as refused:
        return not_entered(request, refusal_text(refused), refused.code, 409)
    messages.success(request, _("Your account is linked. From now on you can sign in through the service too."))
    return HttpResponseRedirect(made.going_on if queries.has_way_in(request.user) else reverse("second-factor"))


def confirmed(request: HttpRequest, provider: Provider, made: Beginning, told: tokens.Told) -> HttpResponse:
    """Who is signed in has proven so anew; somebody else at the service proves nothing."""
    account = queries.account_by_identity(provider.issuer, told.subject)
    if account is None or account.pk != request.user.pk:
        return not_entered(request, _("At the sign-in service you are somebody else than here. Confirm in another way."), "somebody else", 403)
    request.session[CONFIRMED_AT] = time.time()
    return HttpResponseRedirect(made.going_on or reverse(settings.TIREK_WORK))


def not_entered(request: HttpRequest, text: str, word: str, status: int = 400) -> HttpResponse:
    """One page for all that did not work; the log gets one word, which names nobody."""
    logger.warning("Sign-in through the service refused (%s)", word)
    return render(request, "frame/signin/outside_refused.html", {"text": text}, status=status)


def name_of(provider: Provider) -> str:
    """What people call the service."""
    return provider.name or provider.origin
