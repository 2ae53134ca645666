"""A country's working calendar and time limits, handed to the ground floor's rules. It knows no file and no database."""

from datetime import date, timedelta

from tirek.foundation.jurisdictions.pack import Holiday, Pack

FIRST_YEAR, LAST_YEAR = 2010, 2045


def holidays_of(pack: Pack, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> frozenset[date]:
    """Every public holiday of the pack from the first to the last year."""
    days = {day for holiday in pack.holidays if holiday.day for day in _yearly(holiday, first, last) if holiday.holds(day)}
    return frozenset(days | {holiday.on for holiday in pack.holidays if holiday.on})


def _yearly(holiday: Holiday, first: int, last: int) -> list[date]:
    month, day = map(int, (holiday.day or "").split("-"))
    start = [date(year, month, 1) for year in range(first, last + 1)]
    return [found for one in start if (found := one + timedelta(days=day - 1)).month == month]
