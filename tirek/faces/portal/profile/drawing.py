"""A series over the years as a chart and a table, its breaks drawn; what a fall may mean, in an order drawn anew for each reader."""

from secrets import SystemRandom

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tirek.faces.portal.countries import country_or_404
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.ui import formats
from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.queries import ShownSeries, series


def over_years(request: HttpRequest, country: str, code: str) -> HttpResponse:
    """One series of the country as a whole."""
    country_or_404(country)
    try:
        found = series(country, code)
    except NotFound:
        raise Http404 from None
    rivals = list(found.explanations)
    SystemRandom().shuffle(rivals)
    shown = {"country": country, "country_name": packs.country_name(country), "series": found, "picture": picture(found), "rivals": rivals}
    return render(request, "portal/profile/series.html", shown)


def picture(found: ShownSeries) -> Picture:
    """The chart with its words and its table, whose figures open their sentences."""
    columns = [Column(_("Year"), width="short"), Column(said(found.name), numeric=True), Column(_("Change from the year before"))]
    steps = {step.last: step.told for step in found.steps}
    rows = [
        [
            str(one.year) if not one.inferred else _("%(year)s (inferred)") % {"year": one.year},
            Cell(one.amount, reverse("portal:profile-line", args=[found.country, one.year, found.code])), steps.get(one.year, ""),
        ]
        for one in found.points
    ]  # fmt: skip
    return draw(spec_of(found), title=said(found.name), alt=alt_of(found), columns=columns, rows=rows, source=source_of(found))


def spec_of(found: ShownSeries) -> dict[str, object]:
    """The Vega-Lite spec: bars of each stretch between breaks in their own tint, a broken line at a break."""
    spans = {way: span_of([one.year for one in found.points if one.way == way]) for way in {one.way for one in found.points}}
    values = [
        {"year": str(one.year), "count": float(one.value), "way": spans[one.way], "breaks": place > 0 and found.points[place - 1].way != one.way}
        for place, one in enumerate(found.points)
    ]
    year = {"field": "year", "type": "ordinal", "title": None, "sort": None, "scale": {"paddingInner": 0.4, "paddingOuter": 0.3}}
    count = {"field": "count", "type": "quantitative", "title": None, "axis": {"tickCount": 4}}
    tint = {"field": "way", "type": "nominal", "sort": None, "title": _("Years without a break"), "legend": {"direction": "horizontal"}}
    broken = {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 2, "xOffset": -11}
    return {
        "width": 400, "height": 200, "data": {"values": values},
        "layer": [
            {"mark": "bar", "encoding": {"x": year, "y": count, "color": tint}},
            {"mark": {"type": "text", "dy": -9, "fontWeight": 600}, "encoding": {"x": year, "y": count, "text": {"field": "count", "format": ",d"}}},
            {"transform": [{"filter": "datum.breaks"}], "mark": broken, "encoding": {"x": {**year, "bandPosition": 0}}},
        ],
    }  # fmt: skip


def span_of(years: list[int]) -> str:
    """The first and the last year."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def alt_of(found: ShownSeries) -> str:
    """The chart in words."""
    told = _("Bars by year: %(values)s.") % {"values": formats.listed(f"{one.year}: {one.amount}" for one in found.points)}
    for before, after in zip(found.points, found.points[1:], strict=False):
        if before.way != after.way:
            whys = " ".join(said(one.why) for one in found.breaks)
            told += " " + _("A broken line before %(year)s: %(why)s") % {"year": after.year, "why": whys}
    return told


def source_of(found: ShownSeries) -> str:
    """Who says it and in which documents the figures stand."""
    lines = []
    for code in dict.fromkeys(one.document for one in found.points if one.document):
        speakers = formats.listed(dict.fromkeys(said(one.speaker) for one in found.points if one.document == code))
        document = packs.document(code)
        lines.append(f"{speakers}. {said(document.title)} ({said(document.publisher)}).")
    return " ".join(lines)


def said(words: Words) -> str:
    """A text in the reader's language."""
    return words.best(get_language() or "en")
