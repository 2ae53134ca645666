"""The interval between visits: which places are past the time within which they must be visited again. It knows no place."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Standing:
    """How a place stands on a day. `due_on` is the last day in time; `overdue_days` is 0 until the day after it."""

    never_visited: bool
    due_on: date
    overdue_days: int

    @property
    def overdue(self) -> bool:
        """Whether the last day in time has passed."""
        return self.overdue_days > 0


def months_later(start: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it has no such day (31 January + 1 = 28 or 29 February)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def counted_from(*days: date | None) -> date | None:
    """The day from which a place never visited is counted: the latest known of its opening, the rule's and the mechanism's first day."""
    return max((day for day in days if day is not None), default=None)


def standing(*, last_visit: date | None, known_since: date, months: int, today: date) -> Standing:
    """How a place stands today. A place never visited is counted from `known_since`, the day it opened or the rule began."""
    due_on = months_later(last_visit or known_since, months)
    return Standing(last_visit is None, due_on, max(0, (today - due_on).days))


@dataclass(frozen=True, slots=True)
class Watched:
    """A place that a rule asks to visit every `months`. `known_since` is None where nobody knows since when it works.

    `kind` is the kind of visit that the rule asks for and `last_visit` counts, in the caller's words.
    """

    place: str
    months: int
    last_visit: date | None = None
    known_since: date | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PastInterval:
    """A place that should have been visited before today, and by which kind of visit."""

    place: str
    standing: Standing
    kind: str = ""


def past_interval(watched: Iterable[Watched], today: date) -> tuple[PastInterval, ...]:
    """The places past their interval, the longest overdue first; one watched by several rules stands once, by its most overdue rule.

    A place never visited of which nobody knows since when it works is past it at once, by no day: nothing would ever make it due else.
    """
    worst: dict[str, PastInterval] = {}
    for each in watched:
        found = standing(last_visit=each.last_visit, known_since=each.known_since or today, months=each.months, today=today)
        if each.last_visit is None and each.known_since is None:
            found = Standing(True, today, 0)
        elif not found.overdue:
            continue
        held = worst.get(each.place)
        if held is None or found.overdue_days > held.standing.overdue_days:
            worst[each.place] = PastInterval(each.place, found, each.kind)
    return tuple(sorted(worst.values(), key=lambda one: (-one.standing.overdue_days, one.place)))


@dataclass(frozen=True, slots=True)
class Due:
    """How a place stands under the rule that asks for it first. `past`: it should have been visited before today."""

    place: str
    kind: str
    months: int
    last_visit: date | None
    due_on: date
    overdue_days: int
    past: bool


def dues(watched: Iterable[Watched], today: date) -> dict[str, Due]:
    """Every watched place by the rule whose last day comes first; past are those of `past_interval`, which says what holds where nobody knows."""
    first: dict[str, Due] = {}
    for each in watched:
        unknown = each.last_visit is None and each.known_since is None
        found = standing(last_visit=each.last_visit, known_since=each.known_since or today, months=each.months, today=today)
        due_on = today if unknown else found.due_on
        one = Due(each.place, each.kind, each.months, each.last_visit, due_on, 0 if unknown else found.overdue_days, unknown or found.overdue)
        held = first.get(each.place)
        if held is None or (one.due_on, not one.past) < (held.due_on, not held.past):
            first[each.place] = one
    return first
