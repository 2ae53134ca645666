"""Missions and mechanisms as the packs hold them, every fact with its source."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tirek.faces.portal.countries import country_or_404
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.pack import Authority, Duty, DutyHolder, Mechanism, Source
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.ground.rules.words import Words


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
    """The mechanism and its predecessors, the authorities of places with their succession, and duties that moved between them."""
    country_or_404(country)
    held = [(each, queries.source(country, each.source), law_of(country, each)) for each in queries.mechanisms(country)]
    authorities = [(history, each, source_of_end(country, history)) for each in queries.authorities(country) for history in [queries.authority_history(country, each.code)]]
    shown = {
        "country": country,
        "country_name": queries.country_name(country),
        "mechanisms": held,
        "authorities": authorities,
        "duties": [(duty, holders_of(country, duty)) for duty in queries.pack(country).duties],
    }
    return render(request, "portal/mechanisms.html", shown)


def source_of_end(country: str, history: Authority) -> Source | None:
    """Where it is told that a body was succeeded by another, for one that was."""
    return queries.source(country, history.succeeded_by.source) if history.succeeded_by else None


def law_of(country: str, mechanism: Mechanism) -> Source | None:
    """The law under which a mechanism works, where the pack names one."""
    return queries.source(country, mechanism.law) if mechanism.law else None


def holders_of(country: str, duty: Duty) -> list[tuple[DutyHolder, Words, Source]]:
    """Who held a duty when: the holder, its name then, and the source."""
    return [
        (each, queries.authority(country, each.authority, each.since or each.until or queries.today(country)).name, queries.source(country, each.source))
        for each in duty.holders
    ]
