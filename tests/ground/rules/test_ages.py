"""How long ago something was, held against counting birthdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.jurisdictions.calendars import add_months
from tirek.ground.rules.ages import age

days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(days, days)
def test_as_many_units_have_gone_by_as_were_counted_and_one_more_has_not(on, today):
    unit, count = age(on, today)
    if unit == "days":
        assert count == max((today - on).days, 0) and count < 32
        return
    months = count * (12 if unit == "years" else 1)
    reached = [step for step in range(1, 600) if (day := add_months(on, step)) < today or (day == today and day.day == on.day)]
    assert months <= len(reached) < months + (12 if unit == "years" else 1)


@pytest.mark.parametrize(
    ("on", "today", "told"),
    [
        (date(2022, 11, 28), date(2026, 11, 28), ("years", 4)), (date(2022, 11, 29), date(2026, 11, 28), ("years", 3)),
        (date(2026, 10, 28), date(2026, 11, 28), ("months", 1)), (date(2026, 11, 27), date(2026, 11, 28), ("days", 1)),
        (date(2024, 2, 29), date(2025, 2, 28), ("months", 11)), (date(2026, 11, 29), date(2026, 11, 28), ("days", 0)),
    ],
)  # fmt: skip
def test_a_year_is_whole_on_its_day_and_not_the_day_before(on, today, told):
    assert age(on, today) == told


def test_a_day_has_no_units():
    assert age(date(2026, 1, 1), date(2026, 1, 1) + timedelta(0)) == ("days", 0)
