"""Days off and time limits: what a country's calendar does to a due day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.calendars import add_months, days_off, end_of

pytestmark = pytest.mark.pure

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
countries = st.sampled_from(("kz", "kg", "demo"))


@pytest.mark.parametrize(
    "day",
    ["2025-03-10", "2025-03-24", "2025-03-25", "2025-07-07", "2025-09-01", "2025-10-27"],
)
def test_a_holiday_on_a_weekend_moves_to_the_next_working_day_in_kazakhstan(day: str) -> None:
    assert queries.work_calendar("kz").is_off(date.fromisoformat(day))


def test_the_days_off_of_kazakhstan_in_2026_are_those_that_were_announced() -> None:
    off = queries.work_calendar("kz")
    year = [date(2026, 1, 1) + timedelta(days=step) for step in range(365)]
    found = [day.strftime("%m-%d") for day in year if day.isoweekday() < 6 and off.is_off(day)]
    assert found == ["01-01", "01-02", "01-07", "03-09", "03-23", "03-24", "03-25", "05-01", "05-07", "05-11", "05-27", "07-06", "08-31", "10-26", "12-16"]


def test_it_does_not_move_in_kyrgyzstan() -> None:
    assert not queries.work_calendar("kg").is_off(date(2026, 3, 9))


@pytest.mark.parametrize(("day", "off"), [(date(2024, 2, 23), True), (date(2026, 2, 23), False), (date(2026, 5, 6), True)])
def test_the_labour_code_of_2025_changed_the_days_off_in_kyrgyzstan(day: date, off: bool) -> None:
    assert queries.work_calendar("kg").is_off(day) is off


def test_three_months_that_end_on_a_holiday_run_to_the_next_working_day() -> None:
    assert queries.due("kz", "answer", date(2024, 12, 7)) == date(2025, 3, 7)
    assert queries.due("kz", "answer", date(2024, 12, 8)) == date(2025, 3, 11)


def test_working_days_step_over_the_weekend() -> None:
    assert queries.due("demo", "signature", date(2025, 5, 1)) == date(2025, 5, 8)
    assert queries.working_days_between("demo", date(2025, 5, 1), date(2025, 5, 8)) == 5
    assert queries.working_days_between("demo", date(2025, 5, 8), date(2025, 5, 1)) == -5


def test_a_month_later_than_the_31st_is_the_last_day_of_a_short_month() -> None:
    assert add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert add_months(date(2024, 11, 30), 3) == date(2025, 2, 28)
    assert add_months(date(2025, 12, 15), 1) == date(2026, 1, 15)


@given(countries, days, st.integers(1, 60))
def test_working_days_agree_with_a_slow_count(country: str, start: date, count: int) -> None:
    off = queries.work_calendar(country)
    end = end_of(count, "working_days", start, off)
    passed = [start + timedelta(days=step) for step in range(1, (end - start).days + 1)]
    worked = [day for day in passed if day.isoweekday() < 6 and day not in off.holidays]
    assert len(worked) == count
    assert worked[-1] == end


@given(countries, days, st.integers(1, 200), st.sampled_from(("calendar_days", "months", "working_days")))
def test_a_time_limit_never_ends_on_a_day_off_nor_before_its_time(country: str, start: date, amount: int, unit: str) -> None:
    off = queries.work_calendar(country)
    end = end_of(amount, unit, start, off)
    assert not off.is_off(end)
    assert end > start
    if unit == "calendar_days":
        assert timedelta(0) <= end - start - timedelta(days=amount) < timedelta(days=14)


@pytest.mark.parametrize(
    "day", ["2019-12-02", "2021-12-01", "2021-12-17", "2018-12-18", "2021-07-20", "2023-06-28", "2025-06-06", "2026-05-27"]
)
def test_days_off_of_earlier_years_in_kazakhstan_are_those_of_the_law_of_that_year(day: str) -> None:
    assert queries.work_calendar("kz").is_off(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2022-12-01", "2023-12-01", "2024-12-17", "2025-12-17", "2024-06-17", "2011-12-01"])
def test_what_the_law_of_kazakhstan_struck_out_is_a_working_day(day: str) -> None:
    assert not queries.work_calendar("kz").is_off(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2023-04-21", "2023-06-28", "2024-06-17", "2025-06-06", "2026-03-20"])
def test_the_movable_days_off_of_kyrgyzstan_stand_in_their_year(day: str) -> None:
    assert queries.work_calendar("kg").is_off(date.fromisoformat(day))


def test_the_calendar_knows_which_years_are_complete() -> None:
    """Recalled and not found (Orozo Ait of 2024, Kurman Ait of 2026 in Kyrgyzstan) is as incomplete as missing."""
    assert queries.unsettled_years("kz", date(2020, 1, 1), date(2028, 1, 1)) == (2020, 2027, 2028)
    assert queries.unsettled_years("kg", date(2022, 6, 1), date(2027, 1, 1)) == (2022, 2024, 2026, 2027)
    assert queries.unsettled_years("demo", date(2010, 1, 1), date(2045, 1, 1)) == ()


def test_a_year_is_complete_when_each_of_its_feasts_is_there_and_verified() -> None:
    pack = queries.pack("kg")
    without = replace(pack, holidays=tuple(one for one in pack.holidays if one.on != date(2025, 3, 30)))
    unchecked = replace(pack, holidays=tuple(replace(one, verified=False) if one.on == date(2025, 3, 30) else one for one in pack.holidays))
    checked = replace(pack, holidays=tuple(replace(one, verified=True) for one in pack.holidays))
    spring = date(2025, 1, 1), date(2025, 12, 31)
    assert days_off(pack).unsettled(*spring) == ()
    assert days_off(without).unsettled(*spring) == days_off(unchecked).unsettled(*spring) == (2025,)
    assert days_off(checked).unsettled(date(2023, 1, 1), date(2027, 1, 1)) == (2027,)


@given(countries, days, days)
def test_working_days_that_are_counted_are_those_that_are_walked_through(country: str, start: date, end: date) -> None:
    off = queries.work_calendar(country)
    first, last = sorted((start, end))
    walked = sum(not off.is_off(first + timedelta(days=step)) for step in range(1, (last - first).days + 1))
    assert off.working_days_between(start, end) == (walked if start <= end else -walked)
