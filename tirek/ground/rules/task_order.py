"""My tasks: what is urgent, in which order. A task is a thing with a day; what it is about is no matter of this rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
WEEK = timedelta(days=7)


class Urgency(StrEnum):
    """The groups of a task list, the most urgent first."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    UNDATED = "undated"


GROUPS = tuple(Urgency)


@dataclass(frozen=True, slots=True)
class Task(Generic[Thing]):
    """A thing to do. `at` orders within a day what runs in hours, and `late` says that its hour has passed, whatever the day.

    A danger to a person goes before everything of its group.
    """

    thing: Thing
    due: date | None = None
    at: datetime | None = None
    danger: bool = False
    late: bool = False


def urgency(due: date | None, today: date) -> Urgency:
    """In which group a day falls; this week is today and the six days after it."""
    if due is None:
        return Urgency.UNDATED
    if due < today:
        return Urgency.OVERDUE
    if due == today:
        return Urgency.TODAY
    return Urgency.WEEK if due < today + WEEK else Urgency.LATER


def grouped(tasks: Iterable[Task[Thing]], today: date) -> tuple[tuple[Urgency, tuple[Thing, ...]], ...]:
    """The tasks by urgency, empty groups left out: dangers first, then by day and moment, else as they came."""
    given = tuple(tasks)
    made = []
    for group in GROUPS:
        held = [task for task in given if (Urgency.OVERDUE if task.late else urgency(task.due, today)) is group]
        held.sort(key=lambda task: (not task.danger, task.due or date.max, task.at is None, task.at.timestamp() if task.at else 0.0))
        if held:
            made.append((group, tuple(task.thing for task in held)))
    return tuple(made)
