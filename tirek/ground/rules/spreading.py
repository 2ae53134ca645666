"""Spreading visits over a month: each begins on a working day, as evenly as the days allow. It knows no calendar: days off come in as an argument."""

from collections.abc import Callable
from datetime import date, timedelta

from tirek.ground.rules.interval import months_later

DAY = timedelta(days=1)


def starts(first: date, length: int, today: date, is_off: Callable[[date], bool]) -> tuple[date, ...]:
    """The working days of the month of `first`, today or later, on which a visit of so many days can begin and still end within the month."""
    end = months_later(first.replace(day=1), 1) - DAY * length
    begin = max(first.replace(day=1), today)
    days = (begin + DAY * step for step in range((end - begin).days + 1))
    return tuple(day for day in days if not is_off(day))


def spread(number: int, days: tuple[date, ...]) -> tuple[date, ...]:
    """A day for each of so many visits, in order: no day takes two more than another. Empty where there is no day."""
    return tuple(days[place * len(days) // number] for place in range(number)) if days else ()
