"""Which starts have fallen due, held against counting each start's limit one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.jurisdictions.calendars import DaysOff, end_of
from tirek.ground.rules.starts_due import newest_start, starts_on, starts_until

FIRST, DAY = date(2025, 1, 1), timedelta(days=1)
EVERY = [FIRST + DAY * number for number in range(120)]
days = st.sampled_from(EVERY)
holidays = st.frozensets(days, max_size=25)
limits = st.tuples(st.integers(0, 40), st.sampled_from(["calendar_days", "working_days"])) | st.tuples(st.integers(0, 3), st.just("months"))
spans = st.lists(days, min_size=2, max_size=4, unique=True).map(sorted).map(lambda found: list(zip(found[::2], found[1::2], strict=False)))


def ends(limit, off):
    return lambda start: end_of(*limit, start, DaysOff(frozenset({6, 7}), off))


def among(stretches):
    return {day for day in EVERY if any(first <= day <= last for first, last in stretches)}


@given(limits, holidays, spans, days)
def test_what_is_found_by_halving_is_what_is_counted_one_by_one(limit, off, spans, until):
    end = ends(limit, off)
    due = {start for start in among(spans) if end(start) <= until}
    assert among(starts_until(end, spans, until)) == due


@given(limits, holidays, spans, days)
def test_each_day_has_the_starts_that_end_on_it_and_no_other(limit, off, spans, day):
    end = ends(limit, off)
    assert among(starts_on(end, spans, day)) == {start for start in among(spans) if end(start) == day}


@given(limits, holidays, days)
def test_no_limit_falls_due_on_a_day_off(limit, off, day):
    calendar = DaysOff(frozenset({6, 7}), off)
    assert calendar.is_off(day) is False or not starts_on(ends(limit, off), [(FIRST, EVERY[-1])], day) or limit == (0, "working_days")


@pytest.mark.parametrize("until", [FIRST - DAY, date.min])
def test_before_the_first_start_nothing_is_due(until):
    assert newest_start(lambda start: start, (FIRST, EVERY[-1]), until) is None
