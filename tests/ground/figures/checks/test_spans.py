"""Arithmetic of intervals, searches for repairs, and signs: compared with what is drawn value by value."""

from fractions import Fraction

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import drawn
from tirek.ground.figures.checks.repairs import first_holding
from tirek.ground.figures.checks.signs import apart, decimal, grouped, plain
from tirek.ground.figures.checks.spans import minus, over, plus, side, within
from tirek.ground.figures.quantities import Interval

pytestmark = pytest.mark.pure

ends = st.none() | st.integers(0, 6).map(Fraction)
samples = [Fraction(number, 4) for number in range(40)]


@st.composite
def spans(draw):
    low, high = draw(ends), draw(ends)
    assume(low is None or high is None or low < high)
    point = draw(st.booleans()) and low is not None
    return Interval(low, low) if point else Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def inside(span):
    return [value for value in samples if span.holds(value)]


@drawn(spans(), spans())
def test_every_sum_difference_and_quotient_lies_inside(one, other):
    quotient = over(one, other)
    for first in inside(one):
        for second in inside(other):
            assert plus(one, other).holds(first + second)
            assert minus(one, other).holds(first - second)
            assert second == 0 or (quotient is not None and quotient.holds(first / second))


@drawn(spans(), spans())
def test_ends_are_no_wider_than_needed(one, other):
    """An end that lies inside is made by two values; one that does not is not."""
    for made, way in (
        (plus(one, other), Fraction.__add__),
        (minus(one, other), Fraction.__sub__),
        (over(one, other), Fraction.__truediv__),
    ):
        if made is None or (way is Fraction.__truediv__ and (one.low is None or other.low is None)):
            continue
        pairs = {way(first, second) for first in inside(one) for second in inside(other) if second or way is not Fraction.__truediv__}
        if made.low is not None and one.high is not None and other.high is not None:
            assert (made.low in pairs) == made.low_inside
            assert made.high is None or (made.high in pairs) == made.high_inside


@drawn(spans(), spans())
def test_within_and_side_agree_with_the_values(one, other):
    fine = [Fraction(number, 8) for number in range(-8, 100)]
    first, second = [v for v in fine if one.holds(v)], [v for v in fine if other.holds(v)]
    assert (side(one, other) == 0) == bool(set(first) & set(second))
    if side(one, other) < 0:
        assert max(first) < min(second)
    if within(one, other):
        assert set(first) <= set(second)
    elif one.low is not None and one.high is not None:
        assert not set(first) <= set(second)


@drawn(st.integers(0, 5000), st.integers(0, 300), st.integers(0, 300), st.sampled_from([1, -1]), st.none() | st.integers(1, 6000))
def test_the_search_finds_the_first_place_that_holds(far, doubt, width, sign, ground):
    def position(steps):
        if ground is not None and steps >= ground:
            return None
        if steps <= far:
            return 2 * sign
        if steps <= far + doubt:
            return sign
        return 0 if steps <= far + doubt + width else -2 * sign

    slow = next((steps for steps in range(1, far + doubt + width + 2) if position(steps) == 0), None)
    assert first_holding(position) == (None if position(0) is None else slow)


@drawn(st.fractions(-100_000, 100_000))
def test_a_number_shown_without_a_sign_is_the_number(number):
    shown = plain(number).replace("\u202f", "").replace("−", "-")
    assert shown.startswith("≈") or Fraction(shown) == number


@drawn(st.integers(0, 10**15))
def test_grouped_digits_are_the_digits(number):
    assert grouped(str(number)).replace("\u202f", "") == str(number)
    assert all(len(group) == 3 for group in grouped(str(number)).split("\u202f")[1:])


@drawn(st.fractions(0, 1000, max_denominator=500), st.fractions(0, 1000, max_denominator=500))
def test_two_numbers_that_differ_are_shown_different(first, second):
    one, other = apart(first, second)
    assert (one[2:] == other[2:]) == (first == second)
    assert not one.startswith("=") or Fraction(one[2:].replace("\u202f", "")) == first


def test_decimals_are_rounded_away_from_nothing():
    assert (decimal(Fraction(1, 8), 2), decimal(Fraction(-1, 8), 2), decimal(Fraction(12345), 1)) == ("0.13", "−0.13", "12\u202f345.0")
