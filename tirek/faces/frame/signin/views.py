"""Pages of one's own account: allauth's sign-in told where passkeys work, preferences, and the second factor that is still needed."""

from typing import Any

from allauth.account.stages import LoginStageController
from allauth.account.views import LoginView
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.frame.signin.demonstration import safe_next
from tirek.faces.frame.signin.origin import from_this_machine, passkeys_possible
from tirek.faces.frame.signin.remembering import remember
from tirek.foundation.feeds.policies import may_have_calendar
from tirek.foundation.jurisdictions.queries import countries
from tirek.foundation.people import queries, services
from tirek.foundation.ui.context import THEMES
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import LANGUAGES


class SignIn(LoginView):  # type: ignore[misc]
    """Address and password, or a passkey where the page's address is a name."""

    def get_context_data(self, **kwargs: Any) -> dict[str, object]:
        """The context, with what the page says of passkeys and where to go on."""
        possible = passkeys_possible(self.request)
        port = self.request.get_host().rpartition(":")[2]
        here = f"http://localhost:{port}" if port.isdigit() else "http://localhost"
        by_name = "" if possible or not from_this_machine(self.request) else f"{here}{self.request.get_full_path()}"
        return {
            **super().get_context_data(**kwargs),
            "passkeys_possible": possible,
            "name_address": by_name,
            "next": safe_next(self.request),
            **outside_of(self.request),
        }


sign_in = SignIn.as_view()


def outside_of(request: HttpRequest) -> dict[str, object]:
    """What a page says of the ministry's sign-in service: its name where there is one, and whether the account is linked to it."""
    if settings.TIREK_OIDC is None or getattr(request.user, "demonstration", False):
        return {}
    linked = request.user.is_authenticated and queries.has_identity(request.user.pk)
    return {"outside_name": settings.TIREK_OIDC.name or settings.TIREK_OIDC.origin, "outside_linked": linked}


class PreferencesForm(forms.Form):
    """Language and colours."""

    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGE_NAMES.items()))
    theme = forms.ChoiceField(
        label=_("Colours"), required=False, choices=[("", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))]
    )


@login_required
@require_GET
def own_account(request: HttpRequest) -> HttpResponse:
    """One's own account: roles, security, preferences, and a reset that somebody asked for."""
    account = queries.own_account(by=queries.actor_of(request.user))
    form = PreferencesForm(initial={"language": translation.get_language(), "theme": request.COOKIES.get("theme", "")})
    by = queries.actor_of(request.user)
    calendar = any(may_have_calendar(by, country) for country in by.countries)
    return render(request, "frame/signin/account.html", {"account": account, "form": form, "calendar": calendar, "reset": queries.reset_of(request.user.pk), **outside_of(request)})


@login_required
@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Ends one of one's own sessions."""
    try:
        services.end_own_session(session_id=session_id, by=queries.actor_of(request.user))
    except NotFound:
        raise Http404 from None
    return HttpResponseRedirect(reverse("usersessions_list"))


@require_POST
def stop_reset(request: HttpRequest) -> HttpResponse:
    """The owner stops a reset of the own account: signed in, or between the password and the second factor."""
    stage = LoginStageController.enter(request, "mfa_authenticate")
    owner = request.user if request.user.is_authenticated else stage.login.user if stage else None
    reset = queries.reset_of(owner.pk) if owner is not None else None
    if reset is None:
        raise Http404
    services.stop_reset(reset_id=reset.id, country=reset.country, by=queries.actor_of(owner))
    messages.success(request, gettext("The reset is stopped. Nothing was changed in the account."))
    return HttpResponseRedirect(reverse("account" if request.user.is_authenticated else "mfa_authenticate"))


@login_required
@require_GET
def second_factor(request: HttpRequest) -> HttpResponse:
    """Leads to a passkey or one-time codes; on to the desk once there is one."""
    if queries.has_way_in(request.user):
        return HttpResponseRedirect(reverse(settings.TIREK_WORK))
    return render(request, "frame/signin/second_factor.html", {"passkeys_possible": passkeys_possible(request), "may_print": queries.may_print(request.user), **outside_of(request)})


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Language, colours and country, each if given and known: cookies for the browser, and the account remembers its own."""
    response = HttpResponseRedirect(safe_next(request) or "/")
    language, theme, country = (request.POST.get(name, "") for name in ("language", "theme", "country"))
    if language in LANGUAGES:
        remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    if theme in THEMES:
        remember(response, "theme", theme)
    elif "theme" in request.POST:
        response.delete_cookie("theme", samesite="Lax")
    if request.user.is_authenticated:
        country = country if country in countries() and country in queries.actor_of(request.user).countries else ""
        if country:
            request.session["country"] = country
        services.note_preferences(account_id=request.user.pk, language=language, country=country)
    return response
