"""Missions and mechanisms as the packs hold them, every fact with its source."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from tirek.faces.portal.countries import country_or_404
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.refusals import UnknownThing


def mission(request: HttpRequest, country: str, mission_id: str) -> HttpResponse:
    """One visit of an international body."""
    country_or_404(country)
    try:
        found = queries.mission(country, mission_id)
    except UnknownThing:
        raise Http404 from None
    statements = [(each, queries.source(country, each.source)) for each in found.statements]
    shown = {"country": country, "mission": found, "source": queries.source(country, found.source), "statements": statements}
    if found.report:
        shown["report_source"] = queries.source(country, found.report.source)
    return render(request, "portal/mission.html", shown)


def mechanisms(request: HttpRequest, country: str) -> HttpResponse:
    """The mechanism and its predecessors, and the authorities of places with their succession."""
    country_or_404(country)
    today = localdate()
    held = [(each, queries.source(country, each.source)) for each in queries.mechanisms(country)]
    authorities = [(queries.authority_history(country, each.code), each) for each in queries.authorities(country)]
    shown = {"country": country, "country_name": queries.country_name(country), "mechanisms": held, "authorities": authorities, "today": today}
    return render(request, "portal/mechanisms.html", shown)
