"""The chart of a report: one bar chart drawn as SVG or PNG, labels in all languages of the part. It asks nobody outside.

It can be replaced by another drawing with the same two functions; it knows a model.Chart and no row.
"""

import re
from functools import cache

import vl_convert

from tirek.foundation.files.typesetting import FONTS, printable
from tirek.insight.reports.documents.model import Emblem, ReportDocument

_TEAL, _INK = "#0f5f6b", "#1b2430"
_IDS = re.compile(r"\b(?:clip|gradient)\d+")


def chart_svg(document: ReportDocument, languages: tuple[str, ...]) -> bytes:
    """The chart as SVG, with its identifiers made the same in every run."""
    _know_fonts()
    drawn = vl_convert.vegalite_to_svg(_spec(document, languages))
    names: dict[str, str] = {}
    return _IDS.sub(lambda found: names.setdefault(found[0], f"part{len(names)}"), drawn).encode()


def chart_png(document: ReportDocument, languages: tuple[str, ...]) -> bytes:
    """The chart as PNG at 200 points an inch."""
    _know_fonts()
    return bytes(vl_convert.vegalite_to_png(_spec(document, languages), ppi=200))


def emblem_png(emblem: Emblem) -> bytes:
    """The emblem as PNG, for papers that cannot hold SVG."""
    return emblem.image if emblem.kind == "png" else bytes(vl_convert.svg_to_png(emblem.image.decode(), scale=6))


def _spec(document: ReportDocument, languages: tuple[str, ...]) -> dict[str, object]:
    assert document.chart is not None
    rows = [
        {
            "label": "\n".join(_shortened(printable(bar.label.best(language, languages))) for language in languages),
            "count": document.counted(bar.number).value,
        }
        for bar in document.chart.bars
    ]
    y = {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": {"labelExpr": "split(datum.label, '\\n')"}}
    x = {"field": "count", "type": "quantitative", "title": None, "axis": None}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "data": {"values": rows},
        "width": 300,
        "height": {"step": 18 + 13 * len(languages)},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "height": 14}},
            {"mark": {"type": "text", "align": "left", "dx": 5}, "encoding": {"text": {"field": "count", "format": "d"}}},
        ],
        "config": _CONFIG,
    }


_AXIS = {"labelColor": _INK, "labelFontSize": 11, "labelLineHeight": 13, "labelLimit": 260, "labelPadding": 6}
_CONFIG = {
    "font": "Golos Text",
    "view": {"stroke": None},
    "bar": {"color": _TEAL},
    "text": {"color": _INK, "fontSize": 11},
    "axisY": {**_AXIS, "domain": False, "ticks": False},
}


def _shortened(label: str) -> str:
    return label if len(label) <= 44 else f"{label[:43]}…"


@cache
def _know_fonts() -> None:
    if FONTS.is_dir():
        vl_convert.register_font_directory(str(FONTS))
