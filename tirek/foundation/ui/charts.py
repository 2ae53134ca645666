"""Charts: one Vega-Lite spec drawn as SVG on the server, with its words and its table. It knows no row and asks nobody outside.

The picture is written into the page itself, so that it speaks the page's font and follows light, dark and print by the same
tokens; nothing in it is a script, a link or a style attribute. For documents take `Picture.paper`, the same drawing in fixed colours.
"""

import hashlib
import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import vl_convert
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from tirek.foundation.ui.formats import NARROW_SPACE
from tirek.foundation.ui.pieces import Column

FONTS = Path(__file__).parent / "fonts"
SVG = "http://www.w3.org/2000/svg"

# Teal, slate, ochre, plum: each at least 3:1 on paper, light and dark; shapes and dashes tell them apart without colour.
SERIES = ("#0f5f6b", "#5b6f8a", "#9a6700", "#7d3c6b")
INK, SOFT, LINE, PAPER = "#1b2430", "#4a5563", "#d8dde4", "#ffffff"
TOKENS = {
    **{colour: f"var(--series-{place})" for place, colour in enumerate(SERIES, start=1)},
    INK: "var(--ink)",
    SOFT: "var(--ink-soft)",
    LINE: "var(--line)",
    PAPER: "var(--paper)",
}
CONFIG: dict[str, object] = {
    "font": "Golos Text",
    "background": None,
    "view": {"stroke": None},
    "range": {"category": list(SERIES), "symbol": ["circle", "square", "triangle-up", "diamond"]},
    "axis": {
        "labelColor": SOFT,
        "titleColor": SOFT,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": 500,
        "gridColor": LINE,
        "domainColor": SOFT,
        "tickColor": SOFT,
        "labelPadding": 6,
        "titlePadding": 12,
        "labelLimit": 260,
    },
    "axisX": {"labelAngle": 0, "grid": False},
    "axisY": {"domain": False, "ticks": False},
    "legend": {
        "labelColor": INK,
        "titleColor": SOFT,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "orient": "top",
        "direction": "vertical",
        "symbolSize": 120,
        "labelLimit": 320,
    },
    "bar": {"color": SERIES[0]},
    "line": {"color": SERIES[0], "strokeWidth": 2.5, "point": True},
    "point": {"color": SERIES[0], "filled": True, "size": 70},
    "rule": {"color": SOFT},
    "text": {"color": INK, "fontSize": 13},
}
NARROW_WIDTH, NARROW_LABEL, LABEL_LINE = 120, 20, 16
"""Of a drawing for a telephone: how wide its bars are, how many letters a line of a label has, and how high that line is."""
SLIM_WIDTH = 232
"""How wide standing bars and lines are drawn for a telephone, without the words of their axis."""
KEPT_TAGS = {"svg", "g", "path", "rect", "text", "tspan", "line", "defs", "clipPath", "circle", "linearGradient", "stop"}
DROPPED_ATTRIBUTES = {"style", "role", "class", "pointer-events", "font-family"}
UNSAID = {("opacity", "1"), ("stroke-width", "1"), ("x2", "0"), ("y2", "0"), ("transform", "translate(0,0)")}
"""Attributes that say what holds without them: a page with four drawings is a quarter shorter."""
INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor")
"""What a shape has from its group."""
NOWHERE = {"", "M0,0h0v0h0Z"}
"""Paths that draw nothing."""


class ChartWithoutWords(Exception):
    """A chart has no alternative text. Write one sentence that says what the picture shows."""


class ChartAsksOutside(Exception):
    """A chart's spec names an address to fetch from. Put the values into the spec."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart ready to be shown: `inline` for a page, `paper` for a document, and the table that says the same.

    `narrow` is the same drawing for a telephone, whose words keep their size.
    """

    title: str
    alt: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    inline: SafeString
    paper: str
    source: str = ""
    narrow: str = ""
    opened: bool = False

    @property
    def short(self) -> bool:
        """Whether the table is short enough to stand open beside the picture, or is to stand open whatever its length."""
        return self.opened or len(self.rows) <= 8


def draw(
    spec: Mapping[str, Any],
    *,
    title: str,
    alt: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[object]],
    source: str = "",
    language: str | None = None,
    opened: bool = False,
) -> Picture:
    """The picture of a Vega-Lite spec in the house's look, its table open where it is `opened` or short. The first drawing of a process takes half a second, later ones 30 ms."""
    if not alt.strip():
        raise ChartWithoutWords("A chart needs alternative text: one sentence that says what it shows.")
    paper, lying = drawing(spec, language=language), narrowed(spec)
    narrow = inlined(drawing(lying or slimmed(spec), language=language), alt, "picture narrow" if lying else "picture slim")
    wide = inlined(paper, alt, "picture wide" if lying else "picture full")
    return Picture(title, alt, tuple(columns), tuple(tuple(row) for row in rows), wide, paper, source, narrow, opened)


def narrowed(spec: Mapping[str, Any]) -> dict[str, Any] | None:
    """The spec of lying bars, short enough for a telephone without its words becoming small: their labels in several lines. None for others."""
    lying = spec.get("encoding", {}).get("y", {})
    values = spec.get("data", {}).get("values", ())
    if lying.get("type") != "nominal" or "field" not in lying or not values:
        return None
    field = lying["field"]
    told = [textwrap.wrap(str(each[field]), NARROW_LABEL, break_long_words=False) or [""] for each in values]
    tallest = max(map(len, told))
    axis = {**(lying.get("axis") or {}), "labelExpr": "split(datum.label, '\\n')", "labelLineHeight": LABEL_LINE}
    encoding = {**spec["encoding"], "y": {**lying, "axis": axis}}
    if "layer" in spec and "x" in encoding:  # each bar says its number: no room for an axis that says it again
        encoding["x"] = {**encoding["x"], "axis": None}
    data = {"values": [{**each, field: "\n".join(lines)} for each, lines in zip(values, told, strict=True)]}
    return {**spec, "data": data, "encoding": encoding, "width": NARROW_WIDTH, "height": {"step": max(30, tallest * LABEL_LINE + 12)}}


def slimmed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The spec of standing bars or lines, as wide as a telephone, so that its words keep their size: what a legend tells stands in lines."""
    return {**upright(spec), "width": SLIM_WIDTH}


def upright(part: Any) -> Any:
    """A part of a spec in which no legend lies: its entries stand one below the other."""
    if isinstance(part, list):
        return [upright(each) for each in part]
    if not isinstance(part, Mapping):
        return part
    told = {name: upright(each) for name, each in part.items() if name != "data"}
    if isinstance(told.get("legend"), dict):
        told["legend"].pop("direction", None)
    return {**told, "data": part["data"]} if "data" in part else told


def drawing(spec: Mapping[str, object], *, language: str | None = None) -> str:
    """The drawing alone, in fixed colours, for a file whose words stand round it."""
    written = json.dumps(spec, ensure_ascii=False, sort_keys=True, default=str)
    if re.search(r'"url"\s*:', written):
        raise ChartAsksOutside("A chart's values stand in its spec, never behind an address.")
    return rendered(written, language or translation.get_language() or "en")


@lru_cache(maxsize=256)
def rendered(written: str, language: str) -> str:
    """The SVG of a spec; the same spec is drawn once a process."""
    prepare()
    spec = {"width": 360, "height": 220, "$schema": "https://vega.github.io/schema/vega-lite/v5.json", **json.loads(written)}
    english = language.startswith("en")
    numbers = {"decimal": "." if english else ",", "thousands": "," if english else NARROW_SPACE, "grouping": [3], "currency": ["", ""]}
    return vl_convert.vegalite_to_svg(spec, config=CONFIG, allowed_base_urls=[], format_locale=numbers)


@cache
def prepare() -> None:
    """Gives the drawing engine the house's font, so that it measures words rightly."""
    vl_convert.register_font_directory(str(FONTS))


@lru_cache(maxsize=64)
def inlined(svg: str, alt: str, kind: str = "picture") -> SafeString:
    """The drawing as a part of a page: only shapes and words are kept, colours become tokens, ids are its own. Cleaned once a process, as it is drawn once."""
    root = ElementTree.fromstring(svg)  # noqa: S314 — drawn by our own engine a moment ago
    mark = "c" + hashlib.sha256(svg.encode()).hexdigest()[:8]
    width = root.get("width", "420")
    clean(root, mark)
    root.attrib.update({"role": "img", "aria-label": alt, "class": kind, "width": width, "focusable": "false"})
    ElementTree.register_namespace("", SVG)
    return mark_safe(ElementTree.tostring(root, encoding="unicode"))  # noqa: S308 — rebuilt from kept shapes, words escaped


def clean(element: ElementTree.Element, mark: str) -> None:
    """Takes out of a drawing, in place, everything that is not a shape or a word."""
    for name, value in list(element.attrib.items()):
        if (
            name in DROPPED_ATTRIBUTES
            or (name in {"width", "height"} and element.tag == f"{{{SVG}}}svg")
            or name.startswith(("aria-", "on", "{"))
            or (name, value) in UNSAID
        ):
            del element.attrib[name]
        else:
            element.set(name, own_ids(TOKENS.get(value.lower(), shortened(value, name)), name, mark))
    kept: list[ElementTree.Element] = []
    for child in element:
        if tag_of(child) in KEPT_TAGS and child.get("d") not in NOWHERE:
            clean(child, mark)
            kept += list(child) if tag_of(child) == "g" and not child.attrib else [child]  # a group that says nothing of its shapes goes
    element[:] = kept
    say_once(element)


def say_once(group: ElementTree.Element) -> None:
    """What all shapes of a group say alike, the group says for them."""
    if tag_of(group) != "g" or len(group) < 2:
        return
    for name in INHERITED:
        told = {child.get(name) for child in group}
        if len(told) == 1 and None not in told and name not in group.attrib:
            group.set(name, str(told.pop()))
            for child in group:
                del child.attrib[name]


def tag_of(element: ElementTree.Element) -> str:
    """Its name within SVG."""
    return str(element.tag).removeprefix(f"{{{SVG}}}")


def shortened(value: str, name: str) -> str:
    """Places without the decimals that no screen shows."""
    return re.sub(r"(\.\d\d)\d+", r"\1", value) if name in {"d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"} else value


def own_ids(value: str, name: str, mark: str) -> str:
    """An id, or a reference to one, made this drawing's own; several drawings share a page."""
    if name == "id":
        return f"{mark}-{value}"
    return re.sub(r"url\(['\"]?#([^'\")]+)['\"]?\)", rf"url(#{mark}-\1)", value)
