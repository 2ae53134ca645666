"""Which days a visit can have: how long ago it can have begun, and which days it takes once it has. It knows no clock: today is an argument."""

from datetime import date, timedelta

ENTERED_WITHIN = timedelta(days=180)
"""How long before its planned day, or before today, a visit can have begun: paper comes late, but a year's slip of the pen is not half a year."""

UNASKED = timedelta(days=3)
"""How long afterwards a beginning is entered without a reason."""
YEARS_AHEAD = 2
"""How many years after the present one a plan reaches."""
TAIL = timedelta(days=60)
"""How long after its end meetings and the closing talk still belong to a visit: a ministry, a prosecutor or the UN is often met weeks later, before
the report is issued. What comes later is dialogue about the recommendations and stands there.
"""


def last_of_visit(ended: date | None, today: date) -> date:
    """The last day on which a meeting of the visit, or its closing talk, can have been."""
    return today if ended is None else min(today, ended + TAIL)


def planned_until(today: date) -> date:
    """The last day that can be planned for."""
    return date(today.year + YEARS_AHEAD, 12, 31)


def last_planned(first: date, longest: int, today: date) -> date:
    """The last day of a visit of at most `longest` days that begins on `first`."""
    return min(planned_until(today), first + timedelta(days=longest - 1))


def earliest_beginning(planned: date, today: date) -> date:
    """The first day on which a visit planned for `planned` can have begun."""
    return min(planned, today) - ENTERED_WITHIN


def before_planned(planned: date, began: date) -> bool:
    """Whether a visit began on an earlier day than it was planned for; it says why."""
    return began < planned


def long_ago(began: date, today: date) -> bool:
    """Whether a beginning is told so late that it says why."""
    return began < today - UNASKED


def days_once_begun(first: date, last: date, begun: date) -> tuple[date, date]:
    """The days of a visit planned from `first` to `last` that began on `begun`: until it ends it is expected to take as long as planned."""
    return begun, begun + (last - first)
