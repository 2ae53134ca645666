"""What a line of "my tasks" is made of. It knows no room: the sources beside it make such things, the view orders and shows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from uuid import UUID

from django.urls import NoReverseMatch, get_script_prefix, reverse
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

SOME = str(UUID(int=0))
"""Stands for an id in a pattern of addresses."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom the tasks are gathered: the person, the country that is chosen, and today."""

    by: Actor
    country: str
    today: date


@dataclass(frozen=True)
class Thing:
    """A task as it is shown, written once somebody looks at it: an office may have hundreds, and the page shows ten of a group."""

    written: Callable[[], tuple[Todo, str]]

    @cached_property
    def shown(self) -> tuple[Todo, str]:
        """The line of the list, and a few words for the strip of the week."""
        return self.written()

    @property
    def todo(self) -> Todo:
        """The line of the list."""
        return self.shown[0]

    @property
    def brief(self) -> str:
        """A few words for the strip of the week."""
        return self.shown[1]


Tasks = Iterable[Task[Thing]]
Said = Callable[[], tuple[str, str, str]]
"""Writes what a task says: its text, a few words, and its address."""


def dated(text: str, brief: str, href: str, icon: str, clock: DayClock) -> Task[Thing]:
    """A task with a day, its clock in words, and a note where the calendar of the day is incomplete."""
    return dated_once_shown(lambda: (text, brief, href), icon, clock)


def dated_once_shown(said: Said, icon: str, clock: DayClock) -> Task[Thing]:
    """The same, of those of which there may be many: its words are put together if it is shown."""

    def written() -> tuple[Todo, str]:
        text, brief, href = said()
        words = clock_words(clock.days, clock.due, clock.working)
        return Todo(text, href, icon, words, late=clock.overdue, note=holiday_note(clock.unsettled)), brief

    return Task(Thing(written), clock.due)


def today(text: str, brief: str, href: str, icon: str, asked: Asked) -> Task[Thing]:
    """A task of this very day, without a clock."""
    return Task(Thing(lambda: (Todo(text, href, icon), brief)), asked.today)


def undated(text: str, brief: str, href: str, icon: str) -> Task[Thing]:
    """A task that no rule gives a day."""
    return Task(Thing(lambda: (Todo(text, href, icon), brief)))


def hourly(said: Said, until: datetime, now: datetime) -> Task[Thing]:
    """A task whose clock runs in hours, because somebody is in danger: it is today's, even where its hour comes after midnight."""
    left = until - now
    late = left < timedelta(0)

    def written() -> tuple[Todo, str]:
        text, brief, href = said()
        return Todo(text, href, "alert-triangle", hours_left(left), late=late, danger=True), brief

    return Task(Thing(written), timezone.localdate(now), until, danger=True, late=late)


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
    if len(args) == 1 and isinstance(args[0], UUID):  # a home may write a thousand of these
        return pattern(name, instead, get_script_prefix()).replace(SOME, str(args[0]))
    return found(name, args, instead)


@cache
def pattern(name: str, instead: str, prefix: str) -> str:
    """The address of the page of one thing, with SOME for its id; put together once for the prefix under which the house is served."""
    return found(name, (SOME,), instead)


def found(name: str, args: tuple[object, ...], instead: str) -> str:
    """The address by its name, or the other one."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return reverse(instead)
