"""A country's missions with their public reports, and one recommendation followed over the years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.replies.showing import beside
from tirek.faces.portal.versions import listed_versions
from tirek.faces.portal.withheld import gone
from tirek.foundation.jurisdictions.queries import country_name
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.keys import COUNTRY
from tirek.insight.publications.queries import BodiesEdition, bodies_edition
from tirek.insight.publications.refusals import EditionWithheld

CHANGES = {"correction": _("more is known")}
"""Why an edition differs from the one before."""
STATES = {
    "confidential": pgettext_lazy("international report", "confidential to the State"),
    "requested": pgettext_lazy("international report", "publication requested"),
    "public": pgettext_lazy("international report", "public"),
}


def found(country: str, version: int | None = None) -> BodiesEdition:
    """The edition asked for, of a country that has public pages. Raises EditionWithheld."""
    country_or_404(country)
    try:
        return bodies_edition(country, version)
    except EditionWithheld:
        raise
    except NotFound:
        raise Http404 from None


@require_safe
def bodies(request: HttpRequest, country: str, version: int | None = None) -> HttpResponse:
    """Missions and reports."""
    try:
        edition = found(country, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "bodies", country, COUNTRY)
    shown = {
        "country": country, "country_name": country_name(country), "edition": edition, "states": STATES, "voices": beside("bodies", country, COUNTRY),
        "versions": listed_versions(edition.versions, CHANGES, "bodies-edition", country),
    }  # fmt: skip
    return render(request, "portal/international/index.html", shown)


@require_safe
def thread(request: HttpRequest, country: str, code: str) -> HttpResponse:
    """One recommendation in every report in which it stands, as the newest edition tells it."""
    try:
        edition = found(country)
    except EditionWithheld as withheld:
        return gone(request, withheld, "bodies", country, COUNTRY)
    try:
        parts = edition.thread(code)
    except NotFound:
        raise Http404 from None
    shown = {
        "country": country, "country_name": country_name(country), "edition": edition, "parts": parts, "about": edition.recommendations[code],
        "several": len(parts) > 1, "since": parts[0].year,
    }  # fmt: skip
    return render(request, "portal/international/thread.html", shown)
