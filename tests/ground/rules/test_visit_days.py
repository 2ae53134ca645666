"""Which days a visit can have."""

from datetime import date, timedelta

import pytest

from tirek.ground.rules.visit_days import days_once_begun, earliest_beginning

pytestmark = pytest.mark.pure
TODAY = date(2026, 11, 25)


def test_paper_may_come_late_but_not_by_a_year():
    planned = date(2026, 12, 3)
    assert earliest_beginning(planned, TODAY) == TODAY - timedelta(days=180)
    assert earliest_beginning(date(2026, 1, 20), TODAY) < date(2026, 1, 20), "what is entered long after its planned day keeps that day"
    assert date(2025, 11, 25) < earliest_beginning(planned, TODAY), "a year's slip of the pen is refused"


def test_a_visit_under_way_is_expected_to_take_as_long_as_planned():
    assert days_once_begun(date(2026, 12, 3), date(2026, 12, 4), TODAY) == (TODAY, date(2026, 11, 26))
