"""The search: one page for all sorts, or page after page of one sort. What is asked stands in the address."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.citing import address_of, cited
from tirek.faces.desk.search.showing import Group, groups_of
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jurisdictions.queries import standards_asked
from tirek.foundation.search import queries
from tirek.foundation.search.glossary import terms
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed, NotFound

RULES = 5
"""Rules of the catalogue on the page of all sorts."""


@require_safe
def search(request: SignedRequest) -> HttpResponse:
    """What fits the question of all that the person may see."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    text = request.GET.get("q", "").replace("\x00", " ").strip()[:200]
    sort = request.GET.get("of", "")
    context = {"text": text, "whole": queries.whole(), **(one_sort(request, text, sort) if sort else every_sort(request, text))}
    return render(request, "desk/search/search.html", context)


def every_sort(request: SignedRequest, text: str) -> dict[str, object]:
    """The first of each sort."""
    answer = queries.search(text, by=request.actor, country=request.country)
    way = {} if answer.way == "whole" else {"way": answer.way}
    groups = groups_of(answer.found, lambda found: address(q=text, of=found.sort, **way) if found.then else "")
    return {
        "groups": groups, "way": answer.way, "instead": answer.instead, "understood": bool(answer.asked.words), "terms": terms(answer.asked),
        **rules(request.country, text if answer.asked.words else ""),
    }  # fmt: skip


def rules(country: str, text: str) -> dict[str, object]:
    """The first rules of the catalogue that fit, how many there are, and the way to all of them. Nothing of any record is asked."""
    found = standards_asked(country, text) if text else ()
    every = f"{reverse('desk:standards')}?{urlencode({'text': text})}" if len(found) > RULES else ""
    return {"rules": [(cited(country, one), address_of(one)) for one in found[:RULES]], "rules_count": len(found), "rules_every": every}


def one_sort(request: SignedRequest, text: str, sort: str) -> dict[str, object]:
    """A page of one sort."""
    way, after = request.GET.get("way", "whole"), place_of(request.GET.get("after", ""))
    asked, found = queries.search_sort(text, sort=sort, by=request.actor, country=request.country, after=after, way=way)
    kept = {"q": text, "of": sort, **({"way": way} if way != "whole" else {})}
    groups: list[Group] = groups_of([found], lambda each: "") if found else []
    following = address(**kept, after=f"{found.then[0]}-{found.then[1]}") if found and found.then else ""
    crumbs = [Crumb(_("Everything that fits"), address(q=text)), *(Crumb(group.title) for group in groups)]
    return {"groups": groups, "understood": bool(asked.words), "following": following, "first": address(**kept) if after else "", "crumbs": crumbs, "one": True}


def address(**asked: str) -> str:
    """The search's address with a question."""
    return f"{reverse('desk:search')}?{urlencode(asked)}"


def place_of(text: str) -> queries.Place | None:
    """Where a page begins, from its address; NotFound for what no page wrote."""
    if not text:
        return None
    step, _dash, number = text.partition("-")
    if not (step.isascii() and step.isdigit() and number.isascii() and number.isdigit() and len(step) == 1 and len(number) < 20):
        raise NotFound
    return int(step), int(number)
