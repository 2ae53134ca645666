"""The three charts: what is counted, how it is drawn, the table that says the same, and the lists that show exactly the rows that were counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.charts.periods import Period
from tirek.faces.desk.findings.views import DEGREES
from tirek.faces.desk.visits.words import kind_words
from tirek.faces.frame.fields import said
from tirek.followup.recommendations.queries import answered_by_time, verified_by_time
from tirek.foundation.jurisdictions.queries import areas, visit_kinds
from tirek.foundation.ui.charts import INK, PAPER, SERIES, Picture, draw
from tirek.foundation.ui.formats import day, listed, number
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.actors import Actor
from tirek.records.visits.queries import FindingFilters, findings_by_area, visits_by_month

SEVERE_FIRST = ("critical", "serious", "notable", "good_practice")
COLOURS = dict(zip(SEVERE_FIRST, (SERIES[3], SERIES[2], SERIES[1], SERIES[0]), strict=True))


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart with its query in words and the lists of the rows that it counts: words and address. No picture where nothing is counted."""

    anchor: str
    title: str
    query: str
    lists: tuple[tuple[str, str], ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: its name, its count at each step by the step's first day, and the address of the list of some of its days."""

    name: str
    counts: Mapping[date, int]
    page: str
    fixed: tuple[tuple[str, str], ...]
    days: tuple[str, str]

    def address(self, first: date, last: date) -> str:
        """The list of exactly what is counted from one day to another."""
        return reached(self.page, *self.fixed, (self.days[0], first.isoformat()), (self.days[1], last.isoformat()))


def reached(page: str, *filters: tuple[str, str]) -> str:
    """A list of the desk under filters."""
    return f"{root_of(page)}?{urlencode(filters)}"


@cache
def root_of(page: str) -> str:
    """A list of the desk; a chart of a hundred years leads to a thousand."""
    return reverse(page)


def visits_chart(period: Period, *, by: Actor, country: str) -> Shown:
    """Visits that have begun, by the month of their first day and by kind. Cost: 1 query."""
    found = visits_by_month(by=by, country=country, since=period.since, until=period.until, yearly=period.yearly)
    kinds = [kind.code for kind in visit_kinds(country)]
    kinds += sorted({kind for _first, kind in found} - set(kinds))
    series = [
        Series(
            kind_words(country, kind), {first: count for (first, of), count in found.items() if of == kind}, "desk:visits", (("kind", kind),),
            ("begun_from", "begun_until"),
        )
        for kind in kinds if any(of == kind for _first, of in found)
    ]  # fmt: skip
    total = found.total()
    told = ngettext("Show the %(count)s visit", "Show the %(count)s visits", total) % {"count": number(total)}
    whole = reached("desk:visits", ("begun_from", period.since.isoformat()), ("begun_until", period.until.isoformat()))
    return Shown(
        "visits", _("Visits by month and kind") if not period.yearly else _("Visits by year and kind"),
        _("Counted: visits that have begun and of which you may know, by their first day. What is only planned is in no figure."),
        ((told, whole),) if total else (), over_time(series, period, _("Visits by year and kind") if period.yearly else _("Visits by month and kind"), _("Together")) if total else None,
    )  # fmt: skip


def findings_chart(period: Period, *, by: Actor, country: str) -> Shown:
    """Findings by area and seriousness. Cost: 1 query."""
    told = FindingFilters() if period.yearly else FindingFilters(since=period.since, until=period.until)  # all years hold all findings
    found = findings_by_area(by=by, country=country, filters=told)
    degrees = [code for code in SEVERE_FIRST if any(of == code for _area, of in found)]
    named = [(one.code, said(one.name)) for one in areas() if any(of == one.code for of, _degree in found)]
    days = (("since", period.since.isoformat()), ("until", period.until.isoformat()))
    rows: list[list[object]] = []
    for code, name in named:
        cells: list[object] = [linked(found[code, degree], reached("desk:findings", ("area", code), ("degree", degree), *days)) for degree in degrees]
        whole = sum(found[code, degree] for degree in degrees)
        rows.append([name, *cells, linked(whole, reached("desk:findings", ("area", code), *days))])
    total = found.total()
    words = ngettext("Show the %(count)s finding", "Show the %(count)s findings", total) % {"count": number(total)}
    picture = None
    if total:
        told_areas = [(name, sum(found[code, degree] for degree in degrees)) for code, name in named]
        spec = stacked([(name, str(DEGREES[degree]), found[code, degree]) for code, name in named for degree in degrees], degrees)
        picture = draw(
            spec, title=_("Findings by area and seriousness"), alt=sentence(told_areas),
            columns=[Column(_("Area")), *(Column(str(DEGREES[degree]), numeric=True) for degree in degrees), Column(_("Together"), numeric=True)], rows=rows, opened=True,
        )  # fmt: skip
    return Shown(
        "findings", _("Findings by area and seriousness"),
        _("Counted: findings that you may read without saying what for, of visits whose first day is in this time. Those of a visit whose report is not issued are counted for its delegation alone."),
        ((words, reached("desk:findings", *days)),) if total else (), picture,
    )  # fmt: skip


def answers_chart(period: Period, *, by: Actor, country: str) -> Shown:
    """What came from the authorities and what the mechanism verified, over time; never one out of the other. Cost: 2 queries."""
    asked: dict[str, Any] = {"by": by, "country": country, "since": period.since, "until": period.until, "yearly": period.yearly}
    answered = Series(_("Answered by the authority"), answered_by_time(**asked), "desk:recommendations", (), ("answered_from", "answered_until"))
    verified = Series(_("Verified by the mechanism"), verified_by_time(**asked), "desk:recommendations", (), ("verified_from", "verified_until"))
    series = [one for one in (answered, verified) if one.counts]
    lists = [
        (words, one.address(period.since, period.until))
        for one, words in ((answered, _("Show what was answered")), (verified, _("Show what was verified"))) if one.counts
    ]  # fmt: skip
    return Shown(
        "answers", _("Answers and verifications over time"),
        _("Counted: recommendations to which an answer was received, and recommendations that the mechanism verified, by the day of it. One that had two answers in a month counts once in it; the two rows are two facts and no shares of each other."),
        tuple(lists), over_time(series, period, _("Answers and verifications over time"), "") if series else None,
    )  # fmt: skip


def linked(count: int, href: str) -> object:
    """A number that leads to its rows; nought leads nowhere."""
    return Cell(count, href) if count else 0


def sentence(parts: Sequence[tuple[str, int]]) -> str:
    """What a picture shows, in words."""
    return listed(_("%(word)s: %(count)s") % {"word": word, "count": number(count)} for word, count in parts)


def over_time(series: Sequence[Series], period: Period, title: str, together: str) -> Picture:
    """Rows of bars over the same time, one below the other: no colour is needed to tell them apart, on paper neither."""
    steps = list(period.steps())
    named = [(first, last, str(first.year) if period.yearly else day(first, "brief")) for first, last in steps]
    values = [{"what": one.name, "when": word, "n": one.counts.get(first, 0)} for one in series for first, _last, word in named]
    rows: list[list[object]] = []
    for first, last, _word in named:
        cells: list[object] = [linked(one.counts.get(first, 0), one.address(first, last)) for one in series]
        whole = sum(one.counts.get(first, 0) for one in series)
        shared = reached(series[0].page, (series[0].days[0], first.isoformat()), (series[0].days[1], last.isoformat()))
        rows.append([str(first.year) if period.yearly else day(first, "month"), *cells, *([linked(whole, shared)] if together else [])])
    columns = [Column(_("Year") if period.yearly else _("Month")), *(Column(one.name, numeric=True) for one in series)]
    spec = {
        "width": 600, "height": 72,
        "data": {"values": values},
        "mark": {"type": "bar"},
        "encoding": {
            "row": {"field": "what", "type": "nominal", "title": None, "sort": [one.name for one in series], "spacing": 20, "header": HEADER},
            "x": {"field": "when", "type": "ordinal", "title": None, "sort": [word for _first, _last, word in named], "axis": TIME_AXIS},
            "y": {"field": "n", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "format": "d", "tickCount": 3}},
        },
    }  # fmt: skip
    return draw(
        spec, title=title, alt=sentence([(one.name, sum(one.counts.values())) for one in series]),
        columns=[*columns, *([Column(together, numeric=True)] if together else [])], rows=rows, opened=True,
    )  # fmt: skip


HEADER = {"labelOrient": "top", "labelAnchor": "start", "labelAngle": 0, "labelColor": INK, "labelFontSize": 13, "labelPadding": 4, "labelLimit": 400}
TIME_AXIS = {"labelOverlap": "greedy", "labelSeparation": 6}


def stacked(values: Sequence[tuple[str, str, int]], degrees: Sequence[str]) -> dict[str, Any]:
    """Lying bars, one an area, in pieces by seriousness in the order of the legend, a gap between pieces."""
    order = [str(DEGREES[degree]) for degree in degrees]
    return {
        "height": {"step": 28},
        "data": {"values": [{"what": name, "degree": degree, "n": count, "place": order.index(degree)} for name, degree, count in values]},
        "mark": {"type": "bar", "stroke": PAPER, "strokeWidth": 1.5},
        "encoding": {
            "y": {"field": "what", "type": "nominal", "title": None, "sort": None},
            "x": {"field": "n", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "format": "d", "tickCount": 5}},
            "color": {"field": "degree", "type": "nominal", "title": None, "scale": {"domain": order, "range": [COLOURS[degree] for degree in degrees]}},
            "order": {"field": "place", "type": "quantitative"},
        },
    }  # fmt: skip
