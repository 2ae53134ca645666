"""The calendar of visits: a year in twelve small months, and a month with its weeks. What its reader may not know of is not in it, by no mark and no gap."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tirek.faces.desk.clashing import SHOWN, warnings
from tirek.faces.desk.plan.frame import check_may_look, tabs
from tirek.faces.desk.plan.years import YEARS
from tirek.faces.desk.visits.words import PLAN_STATES, STATES
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import holidays_within, work_calendar
from tirek.foundation.ui.formats import day, weekday
from tirek.ground.rules.interval import months_later
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import Dated, calendar

DAY = timedelta(days=1)
WEEKS = Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Item:
    """Something on a day: the place, the state in words, and the way to it."""

    text: str
    state: str
    href: str
    is_visit: bool


@dataclass(frozen=True, slots=True)
class Square:
    """A day of a month; `here` is false for days of its neighbours that fill the first and the last week."""

    day: date
    here: bool
    off: bool
    today: bool
    holiday: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks, with its name, its address and how many visits and entries touch it."""

    name: str
    href: str
    weeks: tuple[tuple[Square, ...], ...]
    number: int


def month_of(year: int, month: int) -> date:
    """The first day of a month; raises NotFound for one that nobody plans in."""
    if year not in YEARS or not 1 <= month <= 12:
        raise NotFound
    return date(year, month, 1)


def end_of(first: date) -> date:
    """The last day of the month."""
    return months_later(first, 1) - DAY


def drawn(first: date, found: Sequence[Dated], country: str, holidays: Mapping[date, Words], today: date) -> Month:
    """A month with everything that touches it."""
    last, off = end_of(first), work_calendar(country)
    on: dict[date, list[Item]] = {}
    touching = [each for each in found if each.first <= last and each.last >= first]
    for each in touching:
        start = max(each.first, first)
        for step in range((min(each.last, last) - start).days + 1):
            on.setdefault(start + DAY * step, []).append(item(each))
    weeks = [
        tuple(
            Square(one, one.month == first.month, off.is_off(one), one == today, said(holidays[one]) if one in holidays else "", tuple(on.get(one, ())))
            for one in week
        )
        for week in WEEKS.monthdatescalendar(first.year, first.month)
    ]
    return Month(day(first, "month"), reverse("desk:plan-month", args=[first.year, first.month]), tuple(weeks), len(touching))


def item(one: Dated) -> Item:
    """A visit or an entry on a day."""
    word, _shape = (STATES if one.is_visit else PLAN_STATES)[one.state]
    return Item(said(one.place_name), str(word), reverse("desk:visit" if one.is_visit else "desk:plan-entry", args=[one.id]), one.is_visit)


@require_safe
def year(request: SignedRequest, year: int) -> HttpResponse:
    """Twelve small months. Cost: 8 queries at most."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    check_may_look(actor, country)
    first, last = month_of(year, 1), date(year, 12, 31)
    found = calendar(by=actor, country=country, first=first, last=last)
    holidays = holidays_within(country, first, last)
    clashing = warnings(actor, country, max(first, today), last) if last >= today else []
    context = {
        "tabs": tabs(request, "calendar", year),
        "year": year,
        "months": [drawn(date(year, month, 1), found, country, holidays, today) for month in range(1, 13)],
        "weekdays": weekdays(),
        "warnings": clashing[:SHOWN],
        "more": len(clashing) - SHOWN,
        "total": len(found),
    }
    return render(request, "desk/plan/calendar_year.html", context)


@require_safe
def month(request: SignedRequest, year: int, month: int) -> HttpResponse:
    """One month with its weeks. Cost: 8 queries at most."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    check_may_look(actor, country)
    first = month_of(year, month)
    last = end_of(first)
    found = calendar(by=actor, country=country, first=first, last=last)
    clashing = warnings(actor, country, max(first, today), last) if last >= today else []
    context = {
        "tabs": tabs(request, "calendar", year),
        "month": drawn(first, found, country, holidays_within(country, first, last), today),
        "weekdays": weekdays(),
        "warnings": clashing[:SHOWN],
        "more": len(clashing) - SHOWN,
        **neighbours("desk:plan-month", first),
        "year": year,
        "members": reverse("desk:plan-members", args=[year, month]),
    }
    return render(request, "desk/plan/calendar_month.html", context)


def neighbours(name: str, first: date) -> dict[str, object]:
    """The months before and after, where somebody plans in them."""
    found = {"before": months_later(first, -1), "after": months_later(first, 1)}
    return {where: (day(one, "month"), reverse(name, args=[one.year, one.month])) for where, one in found.items() if one.year in YEARS}


def weekdays() -> list[tuple[str, str]]:
    """Monday to Sunday: short and whole."""
    monday = date(2024, 1, 1)
    return [(weekday(monday + DAY * step, short=True), weekday(monday + DAY * step)) for step in range(7)]
