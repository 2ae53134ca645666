"""The request of a signed-in person: who acts and which country is chosen; refusals become pages here. It decides no access itself."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext, ngettext

from tirek.foundation.jobs.failures import Failure
from tirek.foundation.jurisdictions.queries import countries
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.transitions import IllegalMove

READING = ("GET", "HEAD")  # a form that is sent reads everything anew: what it changes must not rest on what was read before


class SignedRequest(HttpRequest):
    """A request of somebody who signed in, for annotations: it has an actor and a chosen country."""

    actor: Actor
    country: str


class Refusals:
    """Makes a page of a refusal that no form caught."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer as it is."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal that no form caught becomes a page with its sentence; everything else goes on."""
        if not isinstance(exception, Refusal) or not hasattr(request, "actor"):
            return None
        return refusal_page(request, exception)


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
    return render(request, "frame/refused.html", {"text": refusal_text(refusal), "status": status}, status=status)
