"""A month by member: who is on which visit and who is away. Whoever goes on a visit that the reader may not know of looks like somebody who is free."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.clashing import SHOWN, warnings
from tirek.faces.desk.plan.calendars import DAY, end_of, month_of, neighbours
from tirek.faces.desk.plan.frame import check_may_look, tabs
from tirek.faces.desk.visits.words import ROLES
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import work_calendar
from tirek.foundation.ui.formats import day, span
from tirek.records.visits.queries import Dated, calendar
from tirek.registers.mandate.away import AwayFacts, absences
from tirek.registers.mandate.queries import MemberFilters, member_of, members


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A member's month: a mark for each day (`busy`, `away`, `off` or nothing), and the same in words, each with its address if it has one."""

    name: str
    href: str
    marks: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]


@require_safe
def by_member(request: SignedRequest, year: int, month: int) -> HttpResponse:
    """The members who serve in the month. Cost: 16 queries at most."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    check_may_look(actor, country)
    first = month_of(year, month)
    last = end_of(first)
    known = members(by=actor, country=country, filters=MemberFilters(state="serving", on=last))
    found = calendar(by=actor, country=country, first=first, last=last)
    away = absences(by=actor, country=country, first=first, last=last)
    own = member_of(actor, country)
    clashing = warnings(actor, country, max(first, today), last) if last >= today else []
    context = {
        "tabs": tabs(request, "calendar", year),
        "month_name": day(first, "month"),
        "month": reverse("desk:plan-month", args=[year, month]),
        "rows": [whereabouts(one.id, one.name, first, last, found, away, country) for one in sorted(known, key=lambda one: one.name.casefold())],
        "warnings": clashing[:SHOWN],
        "more": len(clashing) - SHOWN,
        "away": reverse("desk:member-away", args=[own.id]) if own else "",
        **neighbours("desk:plan-members", first),
    }
    return render(request, "desk/plan/calendar_members.html", context)


def whereabouts(member: UUID, name: str, first: date, last: date, found: Iterable[Dated], away: Iterable[AwayFacts], country: str) -> Whereabouts:
    """One member's month."""
    going = [(each, role) for each in found for who, role in each.delegates if who == member]
    gone = [each for each in away if each.member_id == member]
    calendar_off, marks = work_calendar(country), []
    for step in range((last - first).days + 1):
        one = first + DAY * step
        busy = any(each.first <= one <= each.last for each, _role in going)
        absent = any(each.since <= one <= each.until for each in gone)
        marks.append("both" if busy and absent else "busy" if busy else "away" if absent else "off" if calendar_off.is_off(one) else "")
    visits = [(each.first, f"{span(each.first, each.last)}: {said(each.place_name)} ({ROLES[role]})", reverse("desk:visit", args=[each.id])) for each, role in going]
    absent_lines = [(each.since, _("%(days)s: away") % {"days": span(each.since, each.until)}, "") for each in gone]
    lines = sorted([*visits, *absent_lines])
    return Whereabouts(name, reverse("desk:member", args=[member]), tuple(marks), tuple((text, href) for _day, text, href in lines))
