"""What stands in the place of an edition that is withheld: since when, what everybody is told of it, and the way to the newest one. Nothing of its content."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tirek.faces.portal.replies.things import thing
from tirek.insight.publications.refusals import EditionWithheld

GONE = 410


def gone(request: HttpRequest, withheld: EditionWithheld, kind: str, country: str, key: str) -> HttpResponse:
    """The page, for every address of the edition: pages and files alike. It is never kept, so that an edition given back stands there at once."""
    shown = {"country": country, "thing": thing(kind, country, key), **withheld.params}
    answer = render(request, "portal/withheld.html", shown, status=GONE)
    answer.headers["Cache-Control"] = "no-store"
    return answer
