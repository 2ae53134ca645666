"""The desk's request: who acts and which country is chosen; refusals become pages here. It decides no access itself."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tirek.faces.desk.errors import not_saved, page
from tirek.foundation.jobs.failures import Failure
from tirek.foundation.jurisdictions.queries import countries, in_zone
from tirek.foundation.ledger.once import reading
from tirek.foundation.people.queries import actor_of
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import ANSWERING, NOBODY, Actor, Role
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.transitions import IllegalMove

CONTENTLESS = ("/desk/accounts/", "/desk/country/", "/desk/theme/", "/desk/jobs/", "/desk/schedule/", "/desk/system/", "/desk/webhooks/")
READING = ("GET", "HEAD")  # a form that is sent reads everything anew: what it changes must not rest on what was read before


class DeskRequest(HttpRequest):
    """A request on the desk, for annotations: it has an actor and a chosen country."""

    actor: Actor
    country: str


class DeskMiddleware:
    """Lets only signed-in people onto the desk, and gives the request its actor and its country."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer; for a stranger the sign-in page, or, if a form was sent, that nothing of it was saved."""
        if not request.path_info.startswith("/desk/"):
            return self.get_response(request)
        actor = actor_of(request.user)
        if actor == NOBODY:
            return redirect_to_login(request.get_full_path()) if request.method in {"GET", "HEAD"} else not_saved(request)
        request.actor = actor  # type: ignore[attr-defined]
        request.country = chosen = chosen_country(request)  # type: ignore[attr-defined]
        with in_zone(chosen), reading() if request.method in READING else nullcontext():
            response = without_content(request) or self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal that no form caught becomes a page with its sentence; everything else goes on."""
        if not isinstance(exception, Refusal) or not hasattr(request, "actor"):
            return None
        return refusal_page(request, exception)


def without_content(request: HttpRequest) -> HttpResponse | None:
    """Whoever holds no role opens nothing, and an administrator sees no content: the desk is accounts and machinery. None for all others."""
    held = request.actor.roles_in(request.country)  # type: ignore[attr-defined]
    if not held:
        text = gettext("Your account holds no role at present, so there is nothing to open. The administrator gives roles.")
        return page(request, 403, gettext("No role yet"), text)
    if held <= ANSWERING and request.path_info == "/desk/":
        return HttpResponseRedirect(reverse("respond:home"))
    if held != {Role.ADMINISTRATOR} or request.path_info.startswith(CONTENTLESS):
        return None
    return HttpResponseRedirect(reverse("desk:accounts")) if request.path_info == "/desk/" else refusal_page(request, NotAllowed())


def chosen_country(request: HttpRequest) -> str:
    """The country of the header."""
    return country_for(request, request.actor)  # type: ignore[attr-defined]


def country_for(request: HttpRequest, actor: Actor) -> str:
    """The session's choice where the person has a role there, else the first with a role; none for whoever has no role."""
    held = [code for code in countries() if code in actor.countries]
    wanted = request.session.get("country") or getattr(request.user, "country", "")
    return wanted if wanted in held else (held[0] if held else "")


def refusal_text(refusal: Refusal | Failure) -> str:
    """The sentence of a refusal, or of a job that did not succeed, in the reader's language: days in words, and of a move that came too late no code of a state or verb."""
    if isinstance(refusal, IllegalMove):
        return gettext("This is not possible in the present state. Open the page again to see what can be done now.")
    text = ngettext(refusal.message, refusal.plural, int(str(refusal.params[refusal.counts]))) if refusal.plural else gettext(refusal.message)
    told = {name: day(value) if isinstance(value, date) else value for name, value in refusal.params.items()}
    return text % told if told else text


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A page that says what is refused and what to do next: 404, 403 or 409."""
    status = 404 if isinstance(refusal, NotFound) else 403 if isinstance(refusal, NotAllowed) else 409
    return render(request, "desk/refused.html", {"text": refusal_text(refusal), "status": status}, status=status)
