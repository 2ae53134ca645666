"""Spreading visits over a month."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.spreading import spread, starts

pytestmark = pytest.mark.pure
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(1, 20), DAYS, st.integers(1, 120))
def test_visits_begin_on_working_days_ahead_end_within_the_month_and_lie_evenly(month, length, today, number):
    found = starts(month, length, today, lambda day: day.isoweekday() > 5)
    slow = [day for day in (date(month.year, month.month, 1) + timedelta(days=step) for step in range(31))
            if day.month == month.month and day.isoweekday() <= 5 and day >= today and (day + timedelta(days=length - 1)).month == month.month
            and length <= 31]  # fmt: skip
    assert list(found) == slow
    days = spread(number, found)
    assert len(days) == (number if found else 0) and list(days) == sorted(days) and set(days) <= set(found)
    if found:
        each = [Counter(days)[day] for day in found]
        assert max(each) - min(each) <= 1
