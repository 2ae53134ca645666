"""The request of the authorities' page: who acts, for which bodies, in which country. It decides no access itself: each page asks the rooms."""

from collections.abc import Callable
from contextlib import nullcontext

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.frame.context import READING, SignedRequest, chosen_country
from tirek.faces.frame.errors import not_saved, page
from tirek.followup.recommendations.addressed import bodies_of
from tirek.foundation.jurisdictions.queries import countries, in_zone
from tirek.foundation.ledger.once import reading
from tirek.foundation.people.queries import actor_of
from tirek.foundation.ui.pieces import Tab
from tirek.ground.rules.actors import ANSWERING, NOBODY, Actor
from tirek.ground.rules.bodies import is_facility

ROOT = "/respond/"


class BodyMiddleware:
    """Lets only people who act for an authority onto its page, and gives the request its actor and its country."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer; for a stranger the sign-in page, or, if a form was sent, that nothing of it was saved; 404 for whoever acts for no authority."""
        if not request.path_info.startswith(ROOT):
            return self.get_response(request)
        actor = actor_of(request.user)
        if actor == NOBODY:
            return redirect_to_login(request.get_full_path()) if request.method in READING else not_saved(request)
        country = country_of(request, actor)
        if not country:
            return page(request, 404, _("Page not found"), _("There is no such page, or it is not open to you."))
        request.actor, request.country = actor, country  # type: ignore[attr-defined]
        with in_zone(country), reading() if request.method in READING else nullcontext():
            response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def country_of(request: HttpRequest, actor: Actor) -> str:
    """The country for whose authority somebody acts: the one that is chosen where that is one of them, else the first; nothing for whoever acts for none."""
    held = [code for code in countries() if actor.has(*ANSWERING, country=code)]
    request.actor = actor  # type: ignore[attr-defined]
    chosen = chosen_country(request)
    del request.actor  # type: ignore[attr-defined]
    return chosen if chosen in held else (held[0] if held else "")


def of_facility(request: SignedRequest) -> bool:
    """Whether somebody acts for facilities alone, which answer for nothing and get no letter."""
    return all(is_facility(code) for code in bodies_of(request.actor, request.country))


def tabs(request: SignedRequest, here: str) -> list[Tab]:
    """The pages of an authority."""
    offered = [("home", _("What waits")), ("recommendations", _("All recommendations")), ("to-send", _("To be sent")), ("sheet", _("Spreadsheet")), *([] if of_facility(request) else [("letters", _("Letters"))])]
    return [Tab(words, reverse(f"respond:{name}"), current=name == here) for name, words in offered]
