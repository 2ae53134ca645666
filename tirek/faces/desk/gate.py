"""The way onto the desk: only signed-in people, each with an actor and a chosen country; bodies' people and administrators where their work is. It decides no access to a thing."""

from collections.abc import Callable
from contextlib import nullcontext

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from tirek.faces.frame.context import READING, chosen_country, refusal_page
from tirek.faces.frame.errors import not_saved, page
from tirek.faces.frame.signin.doors import bodies_page
from tirek.foundation.jurisdictions.queries import in_zone
from tirek.foundation.ledger.once import reading
from tirek.foundation.people.queries import actor_of
from tirek.ground.rules.actors import ANSWERING, NOBODY, Role
from tirek.ground.rules.refusals import NotAllowed

CONTENTLESS = ("/desk/accounts/", "/desk/country/", "/desk/jobs/", "/desk/schedule/", "/desk/system/", "/desk/webhooks/")


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


def without_content(request: HttpRequest) -> HttpResponse | None:
    """Whoever holds no role opens nothing, and an administrator sees no content: the desk is accounts and machinery. None for all others."""
    held = request.actor.roles_in(request.country)  # type: ignore[attr-defined]
    if not held:
        text = gettext("Your account holds no role at present, so there is nothing to open. The administrator gives roles.")
        return page(request, 403, gettext("No role yet"), text)
    if held <= ANSWERING and request.path_info == "/desk/":
        return HttpResponseRedirect(bodies_page())
    if held != {Role.ADMINISTRATOR} or request.path_info.startswith(CONTENTLESS):
        return None
    return HttpResponseRedirect(reverse("desk:accounts")) if request.path_info == "/desk/" else refusal_page(request, NotAllowed())
