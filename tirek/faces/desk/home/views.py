"""My tasks: what must I do today, ordered by urgency and cut to the person's roles."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tirek.faces.desk.home import deciding, following, publishing, reporting, visiting, writing
from tirek.faces.desk.home.coverage import coverage
from tirek.faces.desk.home.picture import verified
from tirek.faces.desk.home.roles import cards, has_tasks
from tirek.faces.desk.home.things import Asked, Thing, way
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import work_calendar
from tirek.foundation.people.queries import invited_alone_by, new_roles
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import TodoGroup, WeekDay
from tirek.ground.rules.task_order import Task, Urgency, grouped
from tirek.records.visits import queries as visits

SHOWN = 10
A_DAY = 4
DAY = timedelta(days=1)


@require_safe
def home(request: SignedRequest) -> HttpResponse:
    """What the person must do today, this week as a strip, places past their interval, and one chart."""
    asked = Asked(request.actor, request.country, timezone.localdate())
    working = has_tasks(asked)
    own = own_visits(asked) if working else ()
    tasks = tuple(gathered(asked, own)) if working else ()
    context = {
        "groups": groups(tasks, asked.today, everything=bool(request.GET.get("all"))),
        "working": working,
        "cards": cards(asked),
        "week": week(tasks, own, asked) if working else [],
        "coverage": coverage(asked),
        "plan": way("desk:plan", instead="desk:places"),
        "picture": verified(asked),
        "new_roles": new_roles(by=asked.by, country=asked.country),
        "alone_by": invited_alone_by(by=asked.by, country=asked.country),
    }
    return render(request, "desk/home.html", context)


def own_visits(asked: Asked) -> tuple[visits.VisitLine, ...]:
    """The visits that the person makes or organises; those long over are left to the list of visits.

    Those that are not reported yet are asked for too, since the drafts that wait on them are asked for in the same words: that costs no second question.
    """
    found = visits.visits(by=asked.by, country=asked.country, filters=visiting.at_hand(asked))
    return tuple(each for each in found if each.ends_on >= asked.today - visiting.LONG_OVER)


def gathered(asked: Asked, own: tuple[visits.VisitLine, ...]) -> Iterator[Task[Thing]]:
    """The tasks of all rooms; each room cuts its own."""
    return chain(
        visiting.measures(asked), deciding.rights(asked), visiting.leaders(asked), visiting.to_prepare(asked, own), reporting.signatures(asked), reporting.work(asked), following.answers(asked),
        following.verifications(asked), following.doings(asked), following.looks_again(asked), visiting.texts(asked), visiting.plan(asked), following.terms(asked), publishing.voices(asked), writing.letters(asked), writing.more_time(asked),
    )  # fmt: skip


def groups(tasks: Iterable[Task[Thing]], today: date, everything: bool) -> list[TodoGroup]:
    """The tasks under their headings, the most urgent first; long groups are cut unless everything is asked for."""
    titles = {
        Urgency.OVERDUE: _("Overdue"),
        Urgency.TODAY: _("Today"),
        Urgency.WEEK: _("In the next six days"),
        Urgency.LATER: _("Later"),
        Urgency.UNDATED: _("Waiting, without a day"),
    }
    made = []
    for urgency, things in grouped(tasks, today):
        shown = things if everything else things[:SHOWN]
        left = len(things) - len(shown)
        more = ngettext("Show %(count)s more", "Show %(count)s more", left) % {"count": number(left)} if left else ""
        made.append(TodoGroup(titles[urgency], tuple(each.todo for each in shown), more, "?all=1" if left else ""))
    return made


def week(tasks: Iterable[Task[Thing]], own: Iterable[visits.VisitLine], asked: Asked) -> list[WeekDay]:
    """Monday to Sunday of this week, with the days off of the country's calendar."""
    monday = asked.today - DAY * asked.today.weekday()
    days = [monday + DAY * step for step in range(7)]
    calendar = work_calendar(asked.country)
    falls: dict[date, list[tuple[str, str]]] = {day: [] for day in days}
    for each in own:
        if each.state != "cancelled":
            last = each.ends_on if each.state in ("planned", "under_way") else min(each.ends_on, asked.today)  # one that ended early is over
            for day in (day for day in days if each.starts_on <= day <= last):
                falls[day].append((_("Visit: %(place)s") % {"place": said(each.place_name)}, way("desk:visit", each.id)))
    for task in tasks:
        if task.due in falls and (entry := (task.thing.brief, task.thing.todo.href)) not in falls[task.due]:
            falls[task.due].append(entry)
    return [WeekDay(day, cut(falls[day]), today=day == asked.today, off=calendar.is_off(day)) for day in days]


def cut(items: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What fits a day of the strip, and how many more there are; all of it stands in the list beside."""
    if len(items) <= A_DAY:
        return tuple(items)
    left = len(items) - A_DAY
    return (*items[:A_DAY], (ngettext("and %(count)s more", "and %(count)s more", left) % {"count": number(left)}, ""))
