"""A country in one year as it was published, and one of its values with the sentence that states it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.profile.citing import citations
from tirek.faces.portal.replies.showing import beside
from tirek.faces.portal.versions import listed_versions
from tirek.faces.portal.withheld import gone
from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.queries import profile, profile_years, series_published
from tirek.insight.publications.refusals import EditionWithheld

CHANGES = {
    "values": gettext_lazy("values were entered or changed"),
    "definitions": gettext_lazy("definitions changed"),
    "correction": gettext_lazy("a correction"),
    "reply": gettext_lazy("a reply was added"),
}
"""Why an edition differs from the one before."""


def newest(request: HttpRequest, country: str) -> HttpResponse:
    """The year of which most is known; of two the later."""
    country_or_404(country)
    years = profile_years(country)
    if not years:
        shown = {"country": country, "country_name": packs.country_name(country)}
        return render(request, "portal/profile/none.html", shown)
    return of_year(request, country, max(years, key=lambda one: (one[1], one[0]))[0])


def of_year(request: HttpRequest, country: str, year: int, version: int | None = None) -> HttpResponse:
    """The profile of a year: every line, what is missing in words."""
    country_or_404(country)
    try:
        found = profile(country, year, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "profile", country, str(year))
    except NotFound:
        raise Http404 from None
    versions = listed_versions(found.versions, CHANGES, "profile-edition", country, year)
    shown = {
        "country": country, "country_name": packs.country_name(country), "profile": found, "versions": versions, "years": profile_years(country),
        "drawn": series_published(country), "voices": beside("profile", country, str(year)),
    }  # fmt: skip
    return render(request, "portal/profile/year.html", shown)


def line(request: HttpRequest, country: str, year: int, code: str, version: int | None = None) -> HttpResponse:
    """One line of a year: each value with its sentence, what was checked of it, how it is defined, how to cite it; also as an earlier edition had it."""
    country_or_404(country)
    try:
        found = profile(country, year, version)
        one = found.line(code)
    except EditionWithheld as withheld:
        return gone(request, withheld, "profile", country, str(year))
    except NotFound:
        raise Http404 from None
    shown = {
        "country": country, "country_name": packs.country_name(country), "year": year, "profile": found, "line": one,
        "citations": citations(request, found, one), "voices": beside("profile", country, str(year)),
    }  # fmt: skip
    return render(request, "portal/profile/line.html", shown)
