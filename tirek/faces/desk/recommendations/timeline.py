"""The time line: when the recommendations of the filter were issued and when their answers fall due, by years, by the months of one, and one by one in a month. It counts nothing itself."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tirek.faces.desk.charts.periods import Period, following
from tirek.faces.desk.charts.pictures import Series, over_time
from tirek.faces.desk.listing import read
from tirek.faces.desk.recommendations.views import RECOMMENDATIONS
from tirek.faces.desk.recommendations.ways import DAYS, ways, without
from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.followup.recommendations import queries
from tirek.foundation.ui.charts import SERIES, Picture, draw
from tirek.foundation.ui.formats import day, number
from tirek.foundation.ui.pieces import Cell, Column, Crumb

ROWS = 40
"""So many of a month are drawn; the list holds all."""
YEAR, MONTH = re.compile(r"(19|20)\d\d"), re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Line:
    """A time line as it is shown: its title, its picture with the table, the list of what it draws, and how many of that it draws. No picture where there is nothing."""

    title: str
    picture: Picture | None
    whole: str = ""
    left: int = 0


@require_safe
def timeline(request: SignedRequest) -> HttpResponse:
    """The time line of what the address asks for, whatever days of issue and answer it names: those are what is drawn."""
    listing = read(RECOMMENDATIONS, request, request.GET)
    fixed = without(QueryDict(listing.query), "columns", "order", *DAYS)
    within = request.GET.get("within", "")
    first = first_of(within)
    asked = {**listing.asked().whom, "today": timezone.localdate(), "filters": replace(listing.form.filters, **dict.fromkeys(DAYS))}
    pairs = tuple((name, value) for name, found in fixed.lists() for value in found)
    if not listing.form.understood:
        shown = Line("", None)
    elif MONTH.fullmatch(within) and first:
        shown = of_month(first, asked, pairs)
    else:
        shown = by_time(first, asked, pairs)
    address = reverse("desk:recommendations-timeline")
    context = {
        "form": listing.form, "kept_in_address": [("within", within)] if first else [], "everything": address, "narrowed": listing.narrowed, "ways": ways(listing, "timeline"),
        "shown": shown, "beside": beside(first, bool(MONTH.fullmatch(within)), pairs), "crumbs": [Crumb(_("Recommendations"), listing.address), Crumb(_("Time line"))],
    }  # fmt: skip
    return render(request, "desk/recommendations/timeline.html", context)


def first_of(within: str) -> date | None:
    """The first day of the year or month that the address names; None for all years."""
    if YEAR.fullmatch(within):
        return date(int(within), 1, 1)
    found = MONTH.fullmatch(within)
    return date(int(found[1]), int(found[2]), 1) if found else None


def at(within: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """The time line of a year or a month under the same filters."""
    return f"?{urlencode([*pairs, *([('within', within)] if within else [])])}"


def beside(first: date | None, monthly: bool, pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Where one goes from a year or a month: the one before, the one after, and what it is a part of."""
    if first is None:
        return []
    if not monthly:
        return [(str(first.year - 1), at(str(first.year - 1), pairs)), (str(first.year + 1), at(str(first.year + 1), pairs)), (_("All years"), at("", pairs))]
    before, after = (first - timedelta(days=1)).replace(day=1), following(first, yearly=False)
    return [*((day(one, "month"), at(f"{one:%Y-%m}", pairs)) for one in (before, after)), (str(first.year), at(str(first.year), pairs))]


def by_time(first: date | None, asked: dict[str, Any], pairs: tuple[tuple[str, str], ...]) -> Line:
    """All years, or the months of one, in two rows of bars that are no shares of each other: issued, and answers due."""
    names = (("issued_on", _("Issued"), ("issued_from", "issued_until")), ("due_on", _("Answer due"), ("due_from", "due_until")))
    found = {column: queries.by_days(column, **asked) for column, _name, _days in names}
    days = [on for counts in found.values() for on in counts if first is None or on.year == first.year]
    title = str(first.year) if first else _("All years")
    if not days:
        return Line(title, None)
    start, end = (first.year, first.year) if first else (min(days).year, max(days).year)
    period = Period(date(start, 1, 1), date(end, 12, 31), yearly=first is None)
    series = [Series(name, summed(found[column], period), "desk:recommendations", pairs, names_) for column, name, names_ in names]
    picture = over_time(series, period, _("Issued and due, by year") if first is None else _("Issued and due, by month of %(year)s") % {"year": first.year}, "")
    steps = [(step, f"{step:%Y}" if first is None else f"{step:%Y-%m}") for step, _last in period.steps()]
    rows = tuple((Cell(row[0], at(within, pairs)), *row[1:]) for (_step, within), row in zip(steps, picture.rows, strict=True))
    return Line(title, replace(picture, rows=rows))


def summed(counts: dict[date, int], period: Period) -> dict[date, int]:
    """Counts of days by the first day of their year or month, those of the period."""
    found: dict[date, int] = {}
    for on, many in counts.items():
        if period.since <= on <= period.until:
            step = on.replace(day=1, month=1) if period.yearly else on.replace(day=1)
            found[step] = found.get(step, 0) + many
    return found


def of_month(first: date, asked: dict[str, Any], pairs: tuple[tuple[str, str], ...]) -> Line:
    """What was issued in a month, one by one: from the issue to the day the answer falls due."""
    last = following(first, yearly=False) - timedelta(days=1)
    filters = replace(asked["filters"], issued_from=first, issued_until=last)
    lines = queries.recommendations(**{**asked, "filters": filters}, order="issued", start=0, size=ROWS)
    total = len(lines) if len(lines) < ROWS else queries.counts(**{**asked, "filters": filters}).total
    whole = f"{reverse('desk:recommendations')}?{urlencode([*pairs, ('issued_from', first.isoformat()), ('issued_until', last.isoformat())])}"
    title = day(first, "month")
    if not lines:
        return Line(title, None)
    told = ngettext("%(count)s recommendation from its issue to the day its answer is due", "%(count)s recommendations from their issue to the day their answer is due", len(lines))
    values = [{"what": one.number, "from": iso(one.issued_on), "to": iso(one.due_on or one.issued_on)} for one in lines]
    spec = {
        "width": 560, "height": {"step": 22},
        "data": {"values": values},
        "mark": {"type": "bar", "height": 10, "color": SERIES[0]},
        "encoding": {
            "y": {"field": "what", "type": "ordinal", "title": None, "sort": None},
            "x": {"field": "from", "type": "temporal", "title": None, "scale": {"type": "utc"}, "axis": {"format": "%d.%m.%y", "tickCount": 3, "labelOverlap": "greedy", "labelSeparation": 8}},
            "x2": {"field": "to"},
        },
    }  # fmt: skip
    picture = draw(
        spec, title=title, alt=told % {"count": number(len(lines))},
        columns=[Column(_("Number"), width="short"), Column(_("Issued")), Column(_("Answer due")), Column(_("The authority says")), Column(_("The mechanism verified"))],
        rows=[row_of(one) for one in lines], opened=True,
    )  # fmt: skip
    return Line(title, picture, whole, total - len(lines))


def iso(on: date | None) -> str:
    """A day as the drawing reads it, the same in every time zone."""
    return f"{on.isoformat()}T00:00:00Z" if on else ""


def row_of(one: queries.Line) -> list[object]:
    """One of a month as a row of the table."""
    due = Cell(_("overdue since %(day)s") % {"day": day(one.due_on, "short")}, state="attention") if one.overdue and one.due_on else one.due_on
    word, verified = words.state_of(words.WORDS, one.word), words.state_of(words.VERIFICATIONS, one.verification)
    return [Cell(one.number, reverse("desk:recommendation", args=[one.id])), one.issued_on, due, Cell(word[0], state=word[1]), Cell(verified[0], state=verified[1])]
