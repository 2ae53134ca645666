"""The regions as squares, each with its number and the way to the list of what is counted; the same as a table."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.map.drawing import drawn, legend
from tirek.faces.desk.map.forms import EVERYBODY, PLANNERS, MapForm
from tirek.faces.desk.map.measuring import Asked, Figure, Measured, measured
from tirek.faces.desk.map.shaping import names_all, shaped
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.pack import Region
from tirek.foundation.jurisdictions.queries import country_name, regions
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Tab
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.registers.places.queries import outline


@require_safe
def regions_map(request: SignedRequest) -> HttpResponse:
    """One measure over the regions of the country. Cost: at most 4 queries."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    if not actor.has(*MECHANISM, country=country):
        raise NotAllowed
    today_s, given = regions(country, today), outline(by=actor, country=country)
    form = MapForm(request.GET or None, by=actor, country=country, outlined=names_all(given, today_s))
    context = {
        "form": form,
        "tabs": tabs("regions"),
        "country": country_name(country),
        "crumbs": [Crumb(_("Places"), reverse("desk:places")), Crumb(_("Map"))],
    }
    if form.understood:
        measure, kind = form.asked
        found = measured(measure, Asked(by=actor, country=country, today=today, kind=kind))
        sheet = drawn(today_s, found)
        words = {**EVERYBODY, **PLANNERS}[measure]
        context |= {
            "sheet": sheet, "keys": legend(found, sheet.squares), "measure": words, "columns": columns(found, str(words)),
            "rows": rows(today_s, gone(country, today_s, found), found), "on": day(today),
            "shapes": shaped(today_s, given, found) if given and form.as_outline else None, "given": given,
            "given_on": day(timezone.localtime(given.given_at).date()) if given else "",
        }  # fmt: skip
    return render(request, "desk/map/map.html", context)


def tabs(here: str) -> list[Tab]:
    """The two maps."""
    offered = [("regions", _("Regions"), "desk:map"), ("points", _("Places as points"), "desk:map-points")]
    return [Tab(word, reverse(page), current=name == here) for name, word, page in offered]


def gone(country: str, held: tuple[Region, ...], found: Measured) -> tuple[Region, ...]:
    """Regions that exist no more, or not yet, under which something still stands: they have no square, but their line."""
    known = {one.code for one in held}
    return tuple({one.code: one for one in regions(country) if one.code in found.figures and one.code not in known}.values())


def columns(found: Measured, words: str) -> list[Column]:
    """The columns of the table."""
    shown = [Column(_("Region")), Column(words[:1].upper() + words[1:], numeric=True)]
    return [*shown, Column(_("Of how many"), numeric=True)] if found.whole.of else shown


def rows(held: tuple[Region, ...], others: tuple[Region, ...], found: Measured) -> list[list[object]]:
    """A line a region in order of its name, and the country."""
    named = sorted(((said(one.name), found.of(one.code)) for one in (*held, *others)), key=lambda pair: pair[0].casefold())
    return [line(name, figure, bool(found.whole.of)) for name, figure in (*named, (_("The whole country"), found.whole))]


def line(name: str, figure: Figure, with_of: bool) -> list[object]:
    """A region as a line."""
    shown: object = Cell(figure.shown, figure.href) if figure.href else figure.shown
    return [name, shown, figure.of] if with_of else [name, shown]
