"""What a line of "my tasks" is made of. It knows no room: the sources beside it make such things, the view orders and shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from tirek.faces.desk.holiday_notes import holiday_note
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.foundation.ui.formats import clock as clock_words
from tirek.foundation.ui.formats import hours_left
from tirek.foundation.ui.pieces import Todo
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock
from tirek.ground.rules.task_order import Task


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom the tasks are gathered: the person, the country that is chosen, and today."""

    by: Actor
    country: str
    today: date


@dataclass(frozen=True, slots=True)
class Thing:
    """A task as it is shown: the line of the list, and a few words for the strip of the week."""

    todo: Todo
    brief: str


Tasks = Iterable[Task[Thing]]


def dated(text: str, brief: str, href: str, icon: str, clock: DayClock) -> Task[Thing]:
    """A task with a day, its clock in words, and a note where the calendar of the day is incomplete."""
    words = clock_words(clock.days, clock.due, clock.working)
    return Task(Thing(Todo(text, href, icon, words, late=clock.overdue, note=holiday_note(clock.unsettled)), brief), clock.due)


def today(text: str, brief: str, href: str, icon: str, asked: Asked) -> Task[Thing]:
    """A task of this very day, without a clock."""
    return Task(Thing(Todo(text, href, icon), brief), asked.today)


def undated(text: str, brief: str, href: str, icon: str) -> Task[Thing]:
    """A task that no rule gives a day."""
    return Task(Thing(Todo(text, href, icon), brief))


def hourly(text: str, brief: str, href: str, until: datetime, now: datetime) -> Task[Thing]:
    """A task whose clock runs in hours, because somebody is in danger: it is today's, even where its hour comes after midnight."""
    left = until - now
    todo = Todo(text, href, "alert-triangle", hours_left(left), late=left < timedelta(0), danger=True)
    return Task(Thing(todo, brief), timezone.localdate(now), until, danger=True, late=todo.late)


def calendar_clock(on: date, today: date) -> DayClock:
    """A clock in calendar days: for what happens on its day whether anybody works or not."""
    return DayClock((on - today).days, on, working=False)


def term_end(country: str, key: str, start: date) -> date | None:
    """When a time limit of the pack ends, or None where none is laid down."""
    try:
        return due(country, key, start)
    except (NoRuleOnDate, UnknownThing):
        return None


def way(name: str, *args: object, instead: str = "desk:home") -> str:
    """The address of a page; where that page is not built into this house, of another that is."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return reverse(instead)
