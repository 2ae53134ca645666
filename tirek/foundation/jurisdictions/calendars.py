"""A country's days off and when a time limit ends. It knows no file, no database and no clock."""

from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tirek.foundation.jurisdictions.pack import Holiday, Pack

FIRST_YEAR, LAST_YEAR = 2010, 2045
DAY = timedelta(days=1)


@cache
def _yearly(holiday: Holiday) -> tuple[date, ...]:
    month, day = map(int, (holiday.day or "").split("-"))
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    return tuple(one for one in days if holiday.holds(one))


def _days(holiday: Holiday) -> tuple[date, ...]:
    return _yearly(holiday) if holiday.day else tuple(filter(None, (holiday.on,)))


def holidays_of(pack: Pack) -> frozenset[date]:
    """Every day off of the pack from 2010 to 2045 that is no plain weekend, with the days to which holidays moved."""
    off = {day for holiday in pack.holidays for day in _days(holiday)}
    weekend = frozenset(pack.head.weekend)
    for day in sorted(day for holiday in pack.holidays if holiday.moves for day in _days(holiday) if day.isoweekday() in weekend):
        while day in off or day.isoweekday() in weekend:
            day += DAY
        off.add(day)
    return frozenset(off)


def named_days(pack: Pack) -> dict[date, Holiday]:
    """The holidays themselves, each by its day: not the days to which they moved."""
    return {day: holiday for holiday in pack.holidays for day in _days(holiday)}


@cache
def _off_in_the_week(weekend: frozenset[int], holidays: frozenset[date]) -> tuple[date, ...]:
    return tuple(sorted(day for day in holidays if day.isoweekday() not in weekend))


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Weekends and holidays of a country: which days count as working days."""

    weekend: frozenset[int]
    holidays: frozenset[date]
    settled: frozenset[int] | None = None
    """Years whose movable holidays are all known and checked; None: the country has none."""

    def unsettled(self, first: date, last: date) -> tuple[int, ...]:
        """Years from `first` to `last` whose movable holidays are not all known: what is counted across them may end later."""
        return () if self.settled is None else tuple(year for year in range(first.year, last.year + 1) if year not in self.settled)

    def is_off(self, day: date) -> bool:
        """Whether nobody works on that day."""
        return day.isoweekday() in self.weekend or day in self.holidays

    def working_day_from(self, day: date) -> date:
        """The day itself if it is a working day, else the next one."""
        while self.is_off(day):
            day += DAY
        return day

    def working_days_after(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`; the day of the start is not counted."""
        day = start
        for _ in range(count):
            day = self.working_day_from(day + DAY)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and including `end`; negative when `end` comes first. Counted, not walked through: a home
        tells this of hundreds of terms that ended years ago.
        """
        if end < start:
            return -self.working_days_between(end, start)
        weeks, rest = divmod((end - start).days, 7)
        worked = sum((start + DAY * step).isoweekday() not in self.weekend for step in range(1, rest + 1))
        off = _off_in_the_week(self.weekend, self.holidays)
        return weeks * (7 - len(self.weekend)) + worked - (bisect_right(off, end) - bisect_right(off, start))


def days_off(pack: Pack) -> DaysOff:
    """The country's days off."""
    return DaysOff(frozenset(pack.head.weekend), holidays_of(pack), settled_years(pack))


def settled_years(pack: Pack) -> frozenset[int] | None:
    """Years for which every movable feast of the pack has its day, checked against a source; None where the pack names no such feast."""
    known = {(one.feast, one.on.year) for one in pack.holidays if one.on and one.verified}
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    feasts = pack.head.movable_feasts
    return frozenset(year for year in years if all((feast, year) in known for feast in feasts)) if feasts else None


def add_months(start: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day (31 January + 1 month = 28 February)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def end_of(amount: int, unit: str, start: date, off: DaysOff) -> date:
    """The last day of a time limit that begins on `start` (not counted). Calendar days and months that end on a day off run to
    the next working day; hours are rounded up to whole days.
    """
    if unit == "working_days":
        return off.working_days_after(start, amount)
    if unit == "hours":
        return start + DAY * -(-amount // 24)
    return off.working_day_from(add_months(start, amount) if unit == "months" else start + DAY * amount)
