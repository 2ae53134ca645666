"""Changes over a break in a series: explained, not computed; an override needs a reason."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.series_breaks import BreakDay, change, crossed

pytestmark = pytest.mark.pure
NEW_LAW = BreakDay("new-law", date(2023, 1, 1))
MID_YEAR = BreakDay("mid-year", date(2021, 7, 1))
YEARS = st.integers(2000, 2040)
BREAKS = st.lists(st.builds(BreakDay, st.text("abc", min_size=1, max_size=3), st.dates(date(2000, 1, 1), date(2040, 12, 31))), max_size=4)


def test_a_change_over_the_first_of_january_is_not_computed():
    found = change((2022, Fraction(920)), (2023, Fraction(462)), [NEW_LAW])
    assert (found.computed, found.share, found.crossed) == (False, None, (NEW_LAW,))


def test_a_change_beside_the_break_is_computed_exactly():
    assert change((2023, Fraction(462)), (2024, Fraction(193)), [NEW_LAW]).share == Fraction(-269, 462)
    assert change((2020, Fraction(766)), (2021, Fraction(685)), [NEW_LAW]).difference == -81


def test_a_break_within_a_year_lies_before_and_after_it():
    assert [bool(crossed(first, first + 1, [MID_YEAR])) for first in (2019, 2020, 2021, 2022)] == [False, True, True, False]


def test_an_override_counts_only_with_a_reason_and_for_every_break():
    both = (NEW_LAW, MID_YEAR)
    for reasons in ({}, {"new-law": "  "}, {"new-law": "The ministry counted both years alike."}):
        assert not change((2020, Fraction(1)), (2023, Fraction(2)), both, reasons).computed
    found = change((2020, Fraction(1)), (2023, Fraction(2)), both, {"new-law": "Counted alike.", "mid-year": "Same form."})
    assert (found.difference, found.overridden) == (1, ("Same form.", "Counted alike."))


def test_from_nothing_there_is_a_difference_but_no_share():
    found = change((2020, Fraction(0)), (2021, Fraction(5)), [])
    assert (found.difference, found.share) == (5, None)


@given(YEARS, YEARS, BREAKS)
def test_no_change_is_computed_where_any_day_between_the_two_years_is_a_break(first, last, breaks):
    """The second definition: day by day, whether a break lies after the first day of the early year and not after the last day of the late one."""
    early, late = min(first, last), max(first, last)
    among = [one for one in breaks if early != late and one.on.toordinal() in range(date(early, 1, 2).toordinal(), date(late, 12, 31).toordinal() + 1)]
    found = change((first, Fraction(3)), (last, Fraction(4)), breaks)
    assert found.computed == (not among)
    assert set(found.crossed) == set(among)
