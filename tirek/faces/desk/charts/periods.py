"""The time that the charts show: twelve months, a year, or all years. Pure: it reads no clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, cut into months or years."""

    since: date
    until: date
    yearly: bool = False

    def steps(self) -> Iterator[tuple[date, date]]:
        """The first and the last day of each month (or year) in it."""
        first = self.since.replace(day=1, month=1) if self.yearly else self.since.replace(day=1)
        while first <= self.until:
            after = following(first, self.yearly)
            yield first, after - timedelta(days=1)
            first = after


def following(first: date, yearly: bool) -> date:
    """The first day of the next month or year."""
    if yearly:
        return first.replace(year=first.year + 1)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def period_of(chosen: str, years: tuple[int, int] | None, today: date) -> Period:
    """The period that is chosen: "" the twelve months that end with this one, "all" all years, else a year."""
    if chosen.isdigit():
        return Period(date(int(chosen), 1, 1), date(int(chosen), 12, 31))
    if chosen == "all" and years:
        return Period(date(years[0], 1, 1), date(max(years[1], today.year), 12, 31), yearly=True)
    end = following(today.replace(day=1), yearly=False) - timedelta(days=1)
    return Period((end + timedelta(days=1)).replace(year=end.year - (end.month < 12)), end)
