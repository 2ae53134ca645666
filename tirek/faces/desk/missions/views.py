"""The missions to the chosen country, and one of them. Nothing is added to the record: what it does not say is not shown."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries
from tirek.foundation.jurisdictions.pack import Mission, Source, Statement
from tirek.foundation.jurisdictions.queries import document, is_invented, source
from tirek.foundation.ui.formats import span
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Event
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sentence comes from: the source, the address of its text where this house holds it, and the language of that text."""

    source: Source
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the record with its origin."""

    statement: Statement
    origin: Origin


@require_safe
def missions(request: SignedRequest) -> HttpResponse:
    """Missions to the country, newest first."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    found = queries.missions(by=request.actor, country=request.country)
    words = [_("Mission"), _("Body"), _("When"), pgettext("mission", "Report"), _("Public since")]
    context = {
        "columns": [Column(word) for word in words],
        "rows": [row(one) for one in found],
        "invented": is_invented(request.country),
    }
    return render(request, "desk/missions/list.html", context)


def row(facts: queries.MissionFacts) -> list[object]:
    """A mission as a line of the list."""
    when = span(facts.first_day, facts.last_day or facts.first_day) if facts.first_day else str(facts.year)
    return [Cell(said(facts.name), reverse("desk:mission", args=[facts.id])), said(facts.body), when, facts.report_symbol, facts.report_published]


@require_safe
def mission(request: SignedRequest, mission_id: UUID) -> HttpResponse:
    """Everything that the record says of one mission."""
    facts = queries.mission(mission_id, by=request.actor, country=request.country)
    record = facts.record
    context = {
        "mission": facts,
        "record": record,
        "origin": origin_of(facts.country, record.source),
        "report_origin": origin_of(facts.country, record.report.source) if record.report else None,
        "told": [Told(each, origin_of(facts.country, each.source)) for each in record.statements],
        "events": events_of(record),
        "crumbs": [Crumb(_("International missions"), reverse("desk:missions")), Crumb(said(facts.name))],
    }
    return render(request, "desk/missions/mission.html", context)


def origin_of(country: str, source_id: str) -> Origin:
    """Where a sentence comes from."""
    found = source(country, source_id)
    if not found.document:
        return Origin(found)
    try:
        href = reverse("portal:document", args=[found.document])
    except NoReverseMatch:  # the public pages may be served elsewhere
        href = ""
    return Origin(found, href, document(found.document).language)


def events_of(record: Mission) -> list[Event]:
    """What is dated: the mission, sentences with a day, the report's own dates; oldest first."""
    told = [Event(said(each.text), each.dated, icon="quote") for each in record.statements if each.dated]
    if record.first_day:
        last = record.last_day or record.first_day
        told.append(Event(_("The delegation in the country"), record.first_day, span(record.first_day, last), icon="world"))
    report = record.report
    if report and report.dated:
        told.append(Event(_("Date of the report"), report.dated, report.symbol, icon="file-text"))
    if report and report.published and not any(each.dated == report.published for each in record.statements):
        told.append(Event(_("The report is public"), report.published, report.symbol, icon="eye"))
    return sorted(told, key=lambda event: str(event.day))
