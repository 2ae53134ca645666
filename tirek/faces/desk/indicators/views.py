"""The values of a country, one of them with its sentence, and the breaks of its series."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.indicators.words import state_of, step_words, told
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.indicators import queries
from tirek.insight.publications.queries import edition


@require_safe
def values(request: SignedRequest) -> HttpResponse:
    """The list, in the order of the profile."""
    must_belong(request)
    order = {one.code: place for place, one in enumerate(packs.indicators())}
    found = sorted(queries.values(by=request.actor, country=request.country), key=lambda one: (order.get(one.indicator, len(order)), one.year))
    words = [_("Indicator"), _("Year"), _("Value"), _("Source"), _("State")]
    context = {
        "columns": [Column(word) for word in words], "rows": [row(one) for one in found], "writes": queries.may_work(request.actor, request.country),
        "publishes": not packs.is_invented(request.country),
    }  # fmt: skip
    return render(request, "desk/indicators/list.html", context)


def row(one: queries.ValueFacts) -> list[object]:
    """A value as a line of the list."""
    year = _("%(year)s (inferred)") % {"year": one.year} if one.inferred else str(one.year)
    name = Cell(said(packs.indicator(one.indicator).name), reverse("desk:value", args=[one.id]))
    return [name, year, told(one), said(one.source_title) or said(one.retold), state_of(one)]


@require_safe
def value(request: SignedRequest, value_id: UUID) -> HttpResponse:
    """One value beside its sentence. Raises NotFound."""
    found = queries.value(value_id, by=request.actor, country=request.country)
    definition = packs.indicator(found.indicator)
    context = {
        "value": found, "definition": definition, "told": told(found), "step": step_words(found.indicator, found.step), "state": state_of(found), "public": public_line(request.country, found),
        "crumbs": [Crumb(_("Indicators"), reverse("desk:indicators")), Crumb(said(definition.name))],
    }  # fmt: skip
    return render(request, "desk/indicators/value.html", context)


def public_line(country: str, one: queries.ValueFacts) -> str:
    """The page on which everybody reads a value, where it stands in the newest edition of its year."""
    try:
        lines = edition("profile", country, str(one.year)).body["lines"]
        told = {each["code"] for line in lines if line["code"] == one.indicator for each in line["values"]}
        published = (one.code or str(one.id)) in told and not packs.is_invented(country)
        return reverse("portal:profile-line", args=[country, one.year, one.indicator]) if published else ""
    except (NotFound, NoReverseMatch):
        return ""


@require_safe
def breaks(request: SignedRequest) -> HttpResponse:
    """Where the country's series break, and who let changes be computed over it, and why."""
    must_belong(request)
    found = queries.break_lines(by=request.actor, country=request.country)
    words = [_("Indicator"), _("From the day"), _("Overridden because"), _("By whom")]
    context = {
        "columns": [Column(word) for word in words], "lines": found, "writes": queries.may_work(request.actor, request.country),
        "rows": [[break_cell(one), day(one.on), one.reason, one.by] for one in found],
        "crumbs": [Crumb(_("Indicators"), reverse("desk:indicators")), Crumb(_("Breaks in series"))],
    }  # fmt: skip
    return render(request, "desk/indicators/breaks.html", context)


def break_cell(one: queries.BreakLine) -> Cell:
    """The indicator of a break, leading to where it is overridden."""
    return Cell(said(one.name), reverse("desk:break-override", args=[one.break_id, one.indicator]))


def must_belong(request: SignedRequest) -> None:
    """Raises NotAllowed for whoever is not of the mechanism."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
