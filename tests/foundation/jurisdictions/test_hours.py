"""A country's day and hours are those of its pack, whatever zone the instance stands in."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.utils import timezone as clocks
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.jurisdictions import queries
from tirek.foundation.ui.formats import moment

pytestmark = pytest.mark.pure

BISHKEK, ALMATY = timezone(timedelta(hours=6)), timezone(timedelta(hours=5))
"""Written out, not read from a pack: since March 2024 the clocks of the two countries differ by an hour."""
minutes = st.integers(0, 10 * 365 * 24 * 60)


@given(minutes)
def test_today_is_the_day_on_the_countrys_wall(after):
    now = datetime(2024, 3, 2, tzinfo=UTC) + timedelta(minutes=after)
    assert queries.today("kg", now) == now.astimezone(BISHKEK).date()
    assert queries.today("kz", now) == now.astimezone(ALMATY).date()


@given(st.integers(0, 1000), st.sampled_from(["America/New_York", "Asia/Almaty", "Pacific/Kiritimati"]))
def test_a_deadline_computed_at_half_past_eleven_in_the_evening_counts_from_that_evening(number, instance):
    day = date(2024, 3, 2) + timedelta(days=number)
    evening = datetime(day.year, day.month, day.day, 23, 30, tzinfo=BISHKEK)
    with clocks.override(instance):
        assert queries.due("kg", "answer", queries.today("kg", evening)) == queries.due("kg", "answer", day)
        after = evening + timedelta(hours=1)
        assert queries.due("kg", "answer", queries.today("kg", after)) == queries.due("kg", "answer", day + timedelta(days=1))
        assert queries.today("kz", after) == day, "in Almaty it is still half past eleven"


@pytest.mark.parametrize(("country", "shown"), [("kg", "23:30"), ("kz", "22:30"), ("", "12:30")])
def test_moments_are_shown_by_the_clock_of_the_country(country, shown):
    seen = datetime(2026, 11, 3, 23, 30, tzinfo=BISHKEK)
    with clocks.override("America/New_York"), queries.in_zone(country):
        assert moment(seen, language="en") == f"3 November 2026, {shown}"
    assert queries.local("kg", seen).hour == 23
