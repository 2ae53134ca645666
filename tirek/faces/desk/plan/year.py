"""How the year stands: entries and begun visits by month as one picture, and how many places were visited. Only begun visits count."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Column
from tirek.ground.rules.actors import OFFICE, Actor
from tirek.records.visits.queries import begun_by_month, last_visits, planned_by_month
from tirek.registers.places.queries import open_places


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the working places had a visit that began in the year."""

    visited: int
    places: int


def picture_of(year: int, actor: Actor, country: str) -> Picture | None:
    """Entries of the plan and begun visits by month, as this reader may know of them; nothing for an empty year. Cost: 2 queries."""
    planned = planned_by_month(by=actor, country=country, year=year)
    begun = begun_by_month(by=actor, country=country, year=year)
    if not planned and not begun:
        return None
    return drawn(year, [(date(year, month, 1), planned.get(month, 0), begun.get(month, 0)) for month in range(1, 13)])


def drawn(year: int, rows: list[tuple[date, int, int]]) -> Picture:
    """The year as bars beside each other, with its table."""
    in_plan, begun = _("in the plan"), _("visits begun")
    values = [{"month": first.month, "what": what, "n": n} for first, a, b in rows for what, n in ((in_plan, a), (begun, b))]
    spec = {
        "data": {"values": values},
        "mark": {"type": "bar"},
        "height": 120,
        "encoding": {
            "x": {"field": "month", "type": "ordinal", "title": None},
            "xOffset": {"field": "what", "sort": None},
            "y": {"field": "n", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "format": "d"}},
            "color": {"field": "what", "type": "nominal", "title": None, "sort": None},
        },
    }
    told = {"year": year, "planned": sum(a for _first, a, _b in rows), "begun": sum(b for _first, _a, b in rows)}
    return draw(
        spec,
        title=_("The year %(year)s by month") % told,
        alt=_("Bars by month of %(year)s: %(planned)s entries of the plan and %(begun)s visits begun in the whole year.") % told,
        columns=[Column(_("Month")), Column(in_plan, numeric=True), Column(begun, numeric=True)],
        rows=[[day(first, "month"), a, b] for first, a, b in rows],
    )


def coverage_of(year: int, actor: Actor, country: str, today: date) -> Coverage | None:
    """How much of the country was visited, for those who see every begun visit; nothing for others, whose figure would be a part."""
    if not actor.has(*OFFICE, country=country):
        return None
    on = min(today, date(year, 12, 31))
    working = {one.id for one in open_places(by=actor, country=country, on=on)}
    seen = {place for place, last in last_visits(country=country, by=actor, until=on).items() if last.year == year}
    return Coverage(len(working & seen), len(working))
