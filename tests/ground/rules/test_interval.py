"""Places past their interval."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.interval import months_later, standing

days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(days, st.integers(0, 240))
def test_the_month_is_right_and_the_day_is_the_same_or_the_last(start, months):
    end = months_later(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(1)).day == 1)


@given(days, st.integers(1, 120), days)
def test_a_place_is_overdue_from_the_day_after_its_last_day(last, months, today):
    found = standing(last_visit=last, known_since=date(1999, 1, 1), months=months, today=today)
    assert found.overdue == (today > months_later(last, months)) and not found.never_visited
    assert found.overdue_days == (max(0, (today - found.due_on).days))


def test_a_place_never_visited_is_counted_from_when_it_is_known():
    found = standing(last_visit=None, known_since=date(2020, 2, 29), months=48, today=date(2024, 3, 1))
    assert (found.never_visited, found.due_on, found.overdue_days) == (True, date(2024, 2, 29), 1)
