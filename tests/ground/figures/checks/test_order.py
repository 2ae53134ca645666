"""Relations of order: parts, funnels, comparisons, directions, ranges."""

from itertools import product

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import (
    assert_repairs_are_smallest,
    bounded,
    counts,
    drawn,
    hedged,
    may_be,
    number,
    percent,
    ranging,
    silence,
)
from tirek.ground.figures.checks.comparisons import check_comparison, check_direction
from tirek.ground.figures.checks.funnels import check_funnel
from tirek.ground.figures.checks.outcome import Repair, Verdict
from tirek.ground.figures.checks.parts import check_part
from tirek.ground.figures.checks.ranges import check_range
from tirek.ground.figures.quantities import Hedge, Kind

pytestmark = pytest.mark.pure

figures = counts | bounded


def possible(first, second, ordered):
    return any(ordered(one, other) for one, other in product(may_be(first, 90), may_be(second, 90)))


def certain(first, second, ordered):
    return all(ordered(one, other) for one, other in product(may_be(first, 90), may_be(second, 90)))


@drawn(figures, figures)
def test_a_part_is_refuted_just_where_no_numbers_fit(part, whole):
    verdict = check_part(part, whole).verdict
    assert (verdict is Verdict.DOES_NOT_FOLLOW) == (not possible(part, whole, int.__le__))
    if part.settled and whole.settled:
        assert verdict in (Verdict.HOLDS, Verdict.DOES_NOT_FOLLOW)
    assert check_funnel(whole, part).verdict is verdict


@drawn(figures, figures)
def test_a_comparison_is_refuted_where_no_numbers_fit_and_holds_where_all_do(greater, less):
    verdict = check_comparison(greater, less).verdict
    assert (verdict is Verdict.DOES_NOT_FOLLOW) == (not possible(greater, less, int.__gt__))
    assert (verdict is Verdict.HOLDS) == (possible(greater, less, int.__gt__) and certain(greater, less, int.__gt__))


@drawn(counts, counts)
def test_a_direction_is_that_of_the_figures(before, after):
    assert (check_direction(before, after, rises=True).verdict is Verdict.HOLDS) == (after.value > before.value)
    assert (check_direction(before, after, rises=False).verdict is Verdict.HOLDS) == (after.value < before.value)


@drawn(counts, counts, st.booleans())
def test_repairs_of_order_are_the_smallest(first, second, rises):
    for outcome, holds in (
        (check_part(first, second), lambda one, other: one.value <= other.value),
        (check_funnel(first, second), lambda one, other: one.value >= other.value),
        (check_comparison(first, second), lambda one, other: one.value > other.value),
        (check_direction(first, second, rises), lambda one, other: (other.value > one.value) if rises else (other.value < one.value)),
    ):
        if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
            assert_repairs_are_smallest(holds, [first, second], outcome, 60)


@drawn(st.lists(counts, min_size=1, max_size=5), st.integers(0, 40), st.integers(0, 40))
def test_a_range_holds_where_all_values_lie_inside(values, one, other):
    low, high = sorted((one, other))
    outcome = check_range(values, ranging(low, high))
    inside = all(low <= value.value <= high for value in values)
    assert outcome.verdict is (Verdict.HOLDS if inside else Verdict.DOES_NOT_FOLLOW)


@drawn(st.lists(counts, min_size=1, max_size=4), st.integers(0, 40), st.integers(0, 40))
def test_a_range_is_mended_by_its_only_stray_value_or_by_its_end(values, one, other):
    low, high = sorted((one, other))
    outcome = check_range(values, ranging(low, high))
    printed = [int(value.value) for value in values]
    strays = [place for place, value in enumerate(printed) if not low <= value <= high]
    expected = {(len(values), low, min(printed))} if strays and min(printed) < low and max(printed) <= high else set()
    expected |= {(len(values), high, max(printed))} if strays and max(printed) > high and min(printed) >= low else set()
    if len(strays) == 1:
        end = low if printed[strays[0]] < low else high
        expected |= {(strays[0], printed[strays[0]], end)} if end else set()
    assert {(repair.operand, int(repair.stated), int(repair.instead)) for repair in outcome.repairs} == expected


def test_a_part_stated_as_a_bound_agrees_where_the_bound_does():
    assert check_part(hedged(number(35), Hedge.AT_LEAST), number(81)).verdict is Verdict.HOLDS
    assert check_part(hedged(number(81), Hedge.MORE_THAN), number(81)).verdict is Verdict.DOES_NOT_FOLLOW
    assert check_part(number(600), hedged(number(500), Hedge.MORE_THAN)).verdict is Verdict.CANNOT_BE_CHECKED
    assert check_part(hedged(number(450), Hedge.ABOUT, 50), number(1250)).verdict is Verdict.HOLDS
    assert check_part(hedged(number(450), Hedge.ABOUT, 50), number(440)).verdict is Verdict.HOLDS_WITH_ROUNDING


def test_bounds_against_bounds_cannot_be_checked():
    outcome = check_part(hedged(number(500), Hedge.MORE_THAN), hedged(number(2000), Hedge.MORE_THAN))
    assert (outcome.verdict, outcome.remark) == (Verdict.CANNOT_BE_CHECKED, "bounds_only")
    assert outcome.calculation == "(> 500) ≤? (> 2000)"
    assert check_comparison(number(5), silence()).remark == "figure_missing"


def test_what_is_too_much_is_told():
    outcome = check_part(number(402), number(387))
    assert (outcome.calculation, outcome.remark, outcome.values) == ("402 > 387", "part_exceeds_whole", (("by", "15"),))
    outcome = check_funnel(number(21), number(60))
    assert (outcome.calculation, outcome.remark) == ("21 < 60", "later_exceeds_earlier")
    assert outcome.repairs == (Repair(0, 21, 60), Repair(1, 60, 21))
    assert check_comparison(number(47), number(36)).calculation == "47 > 36"
    assert check_comparison(number(36), number(36)).remark == "equal"
    assert check_direction(number(14), number(12), rises=True).calculation == "14 ≥ 12"


def test_a_rounded_figure_may_be_the_greater():
    outcome = check_comparison(number(45000, step=1000), number(45200))
    assert (outcome.verdict, outcome.calculation) == (Verdict.HOLDS_WITH_ROUNDING, "45\u202f000 ≳ 45\u202f200")
    assert check_comparison(number(45000, step=1000), number(45500)).verdict is Verdict.DOES_NOT_FOLLOW


def test_a_stray_value_is_named_with_the_true_range():
    outcome = check_range([number(one) for one in (850, 766, 685, 920)], ranging(600, 900))
    assert (outcome.verdict, outcome.calculation) == (Verdict.DOES_NOT_FOLLOW, "920 ∉ 600–900")
    assert outcome.values == (("outside", "920"), ("low", "685"), ("high", "920"))
    assert outcome.repairs == (Repair(3, 920, 900), Repair(4, 900, 920))


def test_ends_of_a_range_of_shares_were_rounded():
    assert check_range([percent("19.6")], ranging(20, 25, Kind.PERCENT)).verdict is Verdict.HOLDS_WITH_ROUNDING
    assert check_range([percent("19.4")], ranging(20, 25, Kind.PERCENT)).verdict is Verdict.DOES_NOT_FOLLOW
    assert check_range([hedged(number(650), Hedge.MORE_THAN)], ranging(600, 900)).verdict is Verdict.CANNOT_BE_CHECKED
    assert check_range([], ranging(600, 900)).remark == "figure_missing"
