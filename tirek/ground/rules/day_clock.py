"""The clock of a time limit in days: working days where they say something, calendar days where they would mislead.

On the Saturday before a Monday's due day one working day is left, on the Friday before a Saturday's none: then "0 working days left" would
read as "due today", and calendar days are told instead. It knows no calendar: counting working days is an argument.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayClock:
    """`days` until `due`: positive while time is left, 0 on the day itself alone, negative when overdue. `working` says which days are counted.

    `unsettled` are the years across which it was counted and whose movable holidays are not confirmed: the day may be later.
    """

    days: int
    due: date
    working: bool = True
    unsettled: tuple[int, ...] = ()

    @property
    def overdue(self) -> bool:
        """Whether the last day has passed."""
        return self.days < 0


def day_clock(
    *, due: date, today: date, working_days_between: Callable[[date, date], int], unsettled: tuple[int, ...] = ()
) -> DayClock:
    """The clock as of today. `working_days_between(a, b)`, a before b, counts working days after `a` up to and including `b`."""
    if due == today:
        return DayClock(0, due, unsettled=unsettled)
    first, last = sorted((due, today))
    count = working_days_between(first, last)
    sign = 1 if due > today else -1
    return DayClock(sign * count, due, True, unsettled) if count else DayClock((due - today).days, due, False, unsettled)
