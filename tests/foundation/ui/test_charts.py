"""Charts: shapes and words only, the house's colours as tokens, never without words."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tirek.foundation.ui import charts
from tirek.foundation.ui.charts import SERIES, ChartAsksOutside, ChartWithoutWords, draw
from tirek.foundation.ui.pieces import Column

pytestmark = pytest.mark.pure

SPEC = {
    "data": {"values": [{"year": "2022", "what": "<b>Өтініштер</b>", "n": 1357}, {"year": "2023", "what": "Үкімдер", "n": 47}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "year", "type": "ordinal", "title": None},
        "y": {"field": "n", "type": "quantitative", "title": None},
        "color": {"field": "what", "title": None, "sort": None},
    },
}


def picture(spec=SPEC, alt="Two bars.", language="kk"):
    return draw(spec, title="t", alt=alt, columns=[Column("Year"), Column("n", True)], rows=[["2022", 1357]], language=language)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_page_gets_shapes_and_words_without_style_script_or_link():
    svg = str(picture().inline)
    assert not re.search(r"<(script|style|a|image|foreignObject)\b|\sstyle=|\son\w+=|https?://(?!www\.w3\.org/2000/svg)", svg)
    assert 'role="img"' in svg and 'aria-label="Two bars."' in svg
    assert "Үкімдер" in svg and "<b>" not in svg


def test_colours_of_the_page_are_tokens_and_those_of_paper_are_fixed():
    drawn = picture()
    assert "var(--series-1)" in drawn.inline and SERIES[0] not in drawn.inline
    assert SERIES[0] in drawn.paper and "var(" not in drawn.paper
    assert "Golos Text" in drawn.paper
    ElementTree.fromstring(drawn.paper)


def test_numbers_on_the_axis_are_written_in_the_readers_way():
    assert "1\u202f400" in str(picture(language="ru").inline)
    assert "1,400" in str(picture(language="en").inline)


def test_a_chart_without_words_is_refused():
    with pytest.raises(ChartWithoutWords):
        picture(alt="  ")


def test_a_chart_that_would_fetch_its_values_is_refused():
    with pytest.raises(ChartAsksOutside):
        picture({**SPEC, "data": {"url": "https://example.org/rows.json"}})


def test_the_same_chart_is_drawn_alike_each_time():
    assert picture().paper == picture().paper and picture().inline == picture().inline


def test_the_tokens_of_the_page_are_the_colours_of_paper():
    sheet = (Path(charts.__file__).parent / "static" / "ui" / "tirek.css").read_text(encoding="utf-8")
    light = sheet.split("@media", 1)[0]
    assert all(f"--series-{place}: {colour};" in light for place, colour in enumerate(SERIES, start=1))
    assert all(f"{token[4:-1]}: {colour};" in light for colour, token in charts.TOKENS.items())


@pytest.mark.parametrize(("series", "paper"), [(SERIES, "#ffffff"), (("#74c5d1", "#9fb0c6", "#dba63a", "#d08fbb"), "#181f28")])
def test_every_series_stands_out_from_its_paper(series, paper):
    assert all(contrast(colour, paper) >= 3 for colour in series)


LYING = {
    "data": {"values": [{"what": "не выполнено, и причины не названы", "n": 4}, {"what": "выполнено", "n": 11}]},
    "mark": "bar",
    "encoding": {"x": {"field": "n", "type": "quantitative", "title": None}, "y": {"field": "what", "type": "nominal", "title": None, "sort": None}},
}


def test_lying_bars_have_a_drawing_for_a_telephone_whose_words_need_no_scaling():
    drawn = picture(LYING, language="ru")
    width = float(re.search(r'width="(\d+)"', drawn.narrow)[1])
    assert width <= 326 < float(re.search(r'width="(\d+)"', drawn.inline)[1]), "what a card leaves on a screen of 390"
    assert 'class="picture narrow"' in drawn.narrow and 'class="picture wide"' in drawn.inline
    assert "причины не названы" in drawn.narrow and "не выполнено, и причины" not in drawn.narrow, "its labels stand in lines, and nothing of them is cut"


MONTHS = {
    "data": {"values": [{"month": month, "what": what, "n": month * 120} for month in range(1, 13) for what in ("жоспарда бар", "басталған барулар")]},
    "mark": {"type": "bar"},
    "height": 120,
    "encoding": {
        "x": {"field": "month", "type": "ordinal", "title": None},
        "xOffset": {"field": "what", "sort": None},
        "y": {"field": "n", "type": "quantitative", "title": None},
        "color": {"field": "what", "type": "nominal", "title": None, "sort": None, "legend": {"direction": "horizontal"}},
    },
}


@pytest.mark.parametrize("spec", [SPEC, MONTHS, {**MONTHS, "mark": {"type": "line", "point": True}, "width": 400}])
def test_standing_bars_and_lines_have_a_drawing_for_a_telephone_with_all_that_the_wide_one_shows(spec):
    drawn = picture(spec)
    narrow, wide = (float(re.search(r'width="(\d+)"', each)[1]) for each in (drawn.narrow, drawn.inline))
    assert narrow <= 326 < wide, "what a card leaves on a screen of 390"
    assert 'class="picture slim"' in drawn.narrow and 'class="picture full"' in drawn.inline
    assert drawn.narrow.count("var(--series-") == drawn.inline.count("var(--series-")
    assert all(each["what"].replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;") in drawn.narrow for each in spec["data"]["values"])
