"""The charts of a picture: a series by year, its breaks drawn. No change is computed, least of all across a break."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tirek.faces.portal.figures import figure_of
from tirek.faces.portal.picture.words import HEADINGS
from tirek.foundation.ui import formats
from tirek.foundation.ui.charts import Picture as Drawn
from tirek.foundation.ui.charts import draw
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.words import Words
from tirek.insight.publications.queries import Figure, Picture, Section

Way = tuple[Figure, ...]


def by_year(picture: Picture, section: Section) -> Drawn:
    """The chart of a series with its words and its table, whose figures open their sentences."""
    columns = [Column(_("Year"), width="short"), Column(said(section.figures[0].label), numeric=True), Column(_("Years without a break"))]
    rows = [
        [one.years, Cell(figure_of(one), reverse("portal:fact", args=[picture.country, one.id])), span_of(way)]
        for way in ways(section.figures)
        for one in way
    ]
    return draw(spec_of(section), title=str(HEADINGS[section.code].title), alt=alt_of(section), columns=columns, rows=rows, source=source_of(section))


def ways(figures: tuple[Figure, ...]) -> list[Way]:
    """The years that are counted in one way: a new group begins where a series breaks."""
    groups: list[list[Figure]] = []
    for one in figures:
        if not groups or one.breaks:
            groups.append([])
        groups[-1].append(one)
    return [tuple(group) for group in groups]


def span_of(way: Way) -> str:
    """The first and the last year of a stretch between breaks."""
    return way[0].years if len(way) == 1 else f"{way[0].years}–{way[-1].years}"


def spec_of(section: Section) -> dict[str, object]:
    """The Vega-Lite spec: bars of each stretch between breaks in their own tint, a broken line at a break."""
    values = [
        {"year": one.years, "count": float(one.value or 0), "way": span_of(way), "breaks": bool(one.breaks)}
        for way in ways(section.figures)
        for one in way
    ]
    year = {"field": "year", "type": "ordinal", "title": None, "sort": None, "scale": {"paddingInner": 0.4, "paddingOuter": 0.3}}
    count = {"field": "count", "type": "quantitative", "title": None, "axis": {"tickCount": 4}}
    tint = {"field": "way", "type": "nominal", "sort": None, "title": _("Years without a break"), "legend": {"direction": "horizontal"}}
    broken = {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 2, "xOffset": -11}
    return {
        "width": 400,
        "height": 200,
        "data": {"values": values},
        "layer": [
            {"mark": "bar", "encoding": {"x": year, "y": count, "color": tint}},
            {"mark": {"type": "text", "dy": -9, "fontWeight": 600}, "encoding": {"x": year, "y": count, "text": {"field": "count", "format": ",d"}}},
            {"transform": [{"filter": "datum.breaks"}], "mark": broken, "encoding": {"x": {**year, "bandPosition": 0}}},
        ],
    }


def alt_of(section: Section) -> str:
    """The chart in one or two sentences."""
    values = formats.listed(f"{one.years}: {figure_of(one)}" for one in section.figures)
    told = _("Bars by year: %(values)s.") % {"values": values}
    for one in section.figures:
        if one.breaks:
            told += " " + _("A broken line before %(year)s: %(why)s") % {"year": one.years, "why": said(one.breaks)}
    return told


def source_of(section: Section) -> str:
    """Who says it and where: the documents of the section's figures."""
    lines = []
    for document in dict.fromkeys(one.document for one in section.figures):
        speakers = dict.fromkeys(said(one.speaker) for one in section.figures if one.document == document)
        when = formats.day(document.dated) if document.dated else said(document.date_note)
        lines.append(f"{formats.listed(speakers)}. {said(document.title)} ({said(document.publisher)}; {when}).")
    return " ".join(lines)


def said(words: Words) -> str:
    """A text in the reader's language."""
    return words.best(get_language() or "en")
