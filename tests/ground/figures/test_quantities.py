"""Quantities: what a printed figure may have been before it was rounded."""

from fractions import Fraction

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import drawn, hedged, money, number, percent, prints_as
from tirek.ground.figures.quantities import Hedge, Interval, Kind, counted

pytestmark = pytest.mark.pure


@drawn(st.integers(-400, 400), st.integers(-40, 40), st.sampled_from([Fraction(1, 10), Fraction(1), Fraction(5), Fraction(10)]))
def test_rounded_holds_just_the_values_that_are_printed_so(quarters, steps, step):
    stated = counted(steps * step, step=step, kind=Kind.MONEY)
    value = Fraction(quarters, 4) * step / 2
    assert stated.rounded.holds(value) == prints_as(value, stated)


def test_a_whole_count_is_not_widened():
    assert number(47).rounded == Interval(Fraction(47), Fraction(47))
    assert number(45000, step=1000).rounded == Interval(Fraction(44500), Fraction(45500), high_inside=False)


def test_a_bound_is_not_widened_and_moves_to_the_next_whole_thing():
    assert hedged(percent(22), Hedge.MORE_THAN).rounded == Interval(Fraction(22), None, low_inside=False)
    assert hedged(number(5), Hedge.MORE_THAN).rounded == Interval(Fraction(6), None)
    assert hedged(number(5), Hedge.LESS_THAN).rounded == Interval(Fraction(0), Fraction(4))


def test_about_is_one_value_and_at_least_is_not():
    assert hedged(number(450), Hedge.ABOUT, 20).settled
    assert not hedged(number(450), Hedge.AT_LEAST).settled
    assert hedged(money(450), Hedge.ABOUT, 20).nominal.point == 450
