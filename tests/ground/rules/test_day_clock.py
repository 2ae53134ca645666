"""The clock of a time limit: it never says today on another day, never left when it is late."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.day_clock import day_clock

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
DAY = timedelta(1)


def week(start, end):
    return sum((start + DAY * step).isoweekday() < 6 for step in range(1, (end - start).days + 1))


@given(days, days, st.booleans())
def test_zero_is_said_on_the_day_itself_alone_and_the_sign_tells_late(due, today, works):
    clock = day_clock(due=due, today=today, working_days_between=week if works else lambda start, end: 0)
    assert (clock.days == 0) == (due == today)
    assert clock.overdue == (due < today) and clock.due == due
    assert abs(clock.days) <= abs((due - today).days)
    if not works and due != today:
        assert (clock.days, clock.working) == ((due - today).days, False)


def test_working_days_are_counted_where_there_are_any():
    friday, saturday, monday = date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 16)
    assert (day_clock(due=monday, today=friday, working_days_between=week).days) == 1
    assert (day_clock(due=friday, today=monday, working_days_between=week).days) == -1
    late = day_clock(due=friday, today=saturday, working_days_between=week)
    assert (late.days, late.working) == (-1, False)


def test_a_clock_tells_the_years_that_it_crossed_without_their_movable_holidays() -> None:
    for today, count in ((date(2027, 1, 4), 5), (date(2027, 1, 9), 0), (date(2027, 1, 20), 9)):
        crossed = day_clock(due=date(2027, 1, 9), today=today, working_days_between=lambda a, b, n=count: n, unsettled=(2027,))
        assert crossed.unsettled == (2027,)
