"""Pages of one's own account: allauth's sign-in told where passkeys work, preferences, and the second factor that is still needed."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.desk.signin.demonstration import safe_next
from tirek.faces.desk.signin.origin import from_this_machine, passkeys_possible
from tirek.foundation.jurisdictions.queries import countries
from tirek.foundation.people.queries import actor_of, has_second_factor
from tirek.foundation.people.services import note_preferences
from tirek.foundation.ui.context import THEMES
from tirek.ground.rules.words import LANGUAGES

YEAR = 365 * 24 * 3600


class SignIn(LoginView):  # type: ignore[misc]
    """Address and password, or a passkey where the page's address is a name."""

    def get_context_data(self, **kwargs: Any) -> dict[str, object]:
        """The context, with what the page says of passkeys and where to go on."""
        possible = passkeys_possible(self.request)
        port = self.request.get_port()
        by_name = "" if possible or not from_this_machine(self.request) else f"http://localhost:{port}{self.request.get_full_path()}"
        return {
            **super().get_context_data(**kwargs),
            "passkeys_possible": possible,
            "name_address": by_name,
            "next": safe_next(self.request),
        }


sign_in = SignIn.as_view()


@login_required
@require_GET
def second_factor(request: HttpRequest) -> HttpResponse:
    """Leads to a passkey or one-time codes; on to the desk once there is one."""
    if has_second_factor(request.user):
        return HttpResponseRedirect(reverse("desk:home"))
    return render(request, "desk/signin/second_factor.html", {"passkeys_possible": passkeys_possible(request)})


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Language, colours and country, each if given and known: cookies for the browser, and the account remembers its own."""
    response = HttpResponseRedirect(safe_next(request) or "/")
    language, theme, country = (request.POST.get(name, "") for name in ("language", "theme", "country"))
    if language in LANGUAGES:
        remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    if theme in THEMES:
        remember(response, "theme", theme)
    if request.user.is_authenticated:
        country = country if country in countries() and country in actor_of(request.user).countries else ""
        if country:
            request.session["country"] = country
        note_preferences(account_id=request.user.pk, language=language, country=country)
    return response


def remember(response: HttpResponse, name: str, value: str) -> None:
    """A cookie for a year that scripts cannot read."""
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
