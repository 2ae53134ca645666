"""Changes in per cent, differences, and numbers of times."""

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import (
    assert_repairs_are_smallest,
    counts,
    drawn,
    hedged,
    money,
    number,
    percent,
    positive,
    prints_as,
    times,
)
from tirek.ground.figures.checks.changes import check_change
from tirek.ground.figures.checks.differences import check_difference
from tirek.ground.figures.checks.outcome import Repair, Verdict
from tirek.ground.figures.checks.ratios import bases, check_ratio, told_bases
from tirek.ground.figures.quantities import Hedge

pytestmark = pytest.mark.pure

shares = st.integers(0, 90).map(percent) | st.integers(0, 900).map(lambda tenths: percent(f"{tenths // 10}.{tenths % 10}"))
multiples = st.integers(1, 12).map(times) | st.integers(10, 120).map(lambda tenths: times(f"{tenths // 10}.{tenths % 10}"))


def change_printed(before, after, share):
    return before.value > 0 and prints_as(100 * abs(after.value - before.value) / before.value, share)


def times_printed(before, after, multiple):
    one, other = sorted((before.value, after.value))
    if multiple.value < 1:
        return prints_as(other / one, multiple) or prints_as(one / other, multiple)
    return prints_as(other / one, multiple)


@drawn(positive, counts, shares)
def test_a_change_holds_just_where_it_is_printed_so(before, after, share):
    exact = 100 * abs(after.value - before.value) / before.value
    expected = (
        Verdict.HOLDS if exact == share.value else Verdict.HOLDS_WITH_ROUNDING if prints_as(exact, share) else Verdict.DOES_NOT_FOLLOW
    )
    assert check_change(before, after, share).verdict is expected


@drawn(positive, positive, st.integers(1, 90).map(percent))
def test_repairs_of_a_change_are_the_smallest(before, after, share):
    outcome = check_change(before, after, share)
    if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
        assert_repairs_are_smallest(change_printed, [before, after, share], outcome, 120)


@drawn(positive, positive, multiples)
def test_a_number_of_times_holds_just_where_it_is_printed_so(before, after, multiple):
    verdict = check_ratio(before, after, multiple).verdict
    assert (verdict is not Verdict.DOES_NOT_FOLLOW) == times_printed(before, after, multiple)
    assert check_ratio(after, before, multiple).verdict is verdict


@drawn(positive, positive, multiples)
def test_repairs_of_a_number_of_times_are_the_smallest(before, after, multiple):
    outcome = check_ratio(before, after, multiple)
    if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
        assert_repairs_are_smallest(times_printed, [before, after, multiple], outcome, 130)


@drawn(counts, counts, counts)
def test_a_difference_holds_just_where_the_figures_differ_so(before, after, difference):
    outcome = check_difference(before, after, difference)
    holds = abs(before.value - after.value) == difference.value
    assert outcome.verdict is (Verdict.HOLDS if holds else Verdict.DOES_NOT_FOLLOW)
    if not holds:
        operands = [before, after, difference]
        assert_repairs_are_smallest(lambda one, other, by: abs(one.value - other.value) == by.value, operands, outcome, 90)


def test_a_half_that_was_rounded():
    outcome = check_change(number(920), number(462), percent(50))
    assert (outcome.verdict, outcome.calculation) == (Verdict.HOLDS_WITH_ROUNDING, "(920 − 462) / 920 ≈ 49.8 % ≈ 50 %")


def test_almost_leaves_its_tolerance_and_no_more():
    assert check_change(number(462), number(193), hedged(percent(60), Hedge.ALMOST, 2)).verdict is Verdict.HOLDS_WITH_ROUNDING
    assert check_change(number(462), number(210), hedged(percent(60), Hedge.ALMOST, 2)).verdict is Verdict.DOES_NOT_FOLLOW


def test_remarks_say_what_else_the_per_cent_may_mean():
    assert check_change(number(100), number(50), percent(100)).remark == "from_the_later_figure"
    assert check_change(number(100), number(70), percent(70)).remark == "to_not_by"
    points = check_change(percent(38), percent(43), percent(5))
    assert (points.verdict, points.remark, points.values) == (Verdict.DOES_NOT_FOLLOW, "percentage_points", (("points", "5"),))
    assert check_change(number(0), number(50), percent(50)).remark == "division_by_nothing"


def test_a_change_the_other_way_is_seen_where_the_words_give_the_way():
    outcome = check_change(number(100), number(80), percent(20), rises=True)
    assert (outcome.verdict, outcome.remark) == (Verdict.DOES_NOT_FOLLOW, "other_direction")
    assert check_change(number(100), number(80), percent(20), rises=False).verdict is Verdict.HOLDS
    assert check_ratio(number(99), number(33), times(3), rises=True).remark == "other_direction"
    assert check_difference(number(9), number(4), number(5), rises=True).remark == "other_direction"


def test_the_calculation_shows_the_change_that_was_made():
    outcome = check_change(number(312), number(287), percent(12))
    assert outcome.calculation == "(312 − 287) / 312 ≈ 8.0 % ≠ 12 %"
    assert outcome.repairs == (Repair(0, 312, 325), Repair(1, 287, 276), Repair(2, 12, 8))
    assert check_difference(number(96), number(118), number(20)).calculation == "118 − 96 = 22 ≠ 20"


def test_almost_five_times_holds_from_some_years_only():
    almost = hedged(times(5), Hedge.ALMOST, "0.25")
    outcome = check_ratio(number(920), number(193), almost)
    assert (outcome.verdict, outcome.calculation) == (Verdict.HOLDS_WITH_ROUNDING, "920 / 193 ≈ 4.77 ≈ 5")
    series = [(2019, number(850)), (2020, number(766)), (2021, number(685)), (2022, number(920))]
    found = {base.year: (round(float(base.quotient), 2), base.verdict) for base in bases(series, number(193), almost)}
    assert found == {
        2019: (4.4, Verdict.DOES_NOT_FOLLOW),
        2020: (3.97, Verdict.DOES_NOT_FOLLOW),
        2021: (3.55, Verdict.DOES_NOT_FOLLOW),
        2022: (4.77, Verdict.HOLDS_WITH_ROUNDING),
        None: (4.17, Verdict.DOES_NOT_FOLLOW),
    }
    holding = (("holding", "2022: 4.77"), ("others", "2019: 4.40; 2020: 3.97; 2021: 3.55; ⌀: 4.17"))
    assert told_bases(bases(series, number(193), almost)) == ("holds_from_some", holding)
    assert [base.year for base in bases([(2020, number(0)), (2021, number(10))], number(30), times(3), rises=True)] == [2021]


def test_bounds_of_a_number_of_times():
    double = times(2)
    assert check_ratio(money(240000), money(310000), hedged(double, Hedge.MORE_THAN)).verdict is Verdict.DOES_NOT_FOLLOW
    assert check_ratio(number(100), number(300), hedged(double, Hedge.LESS_THAN)).verdict is Verdict.DOES_NOT_FOLLOW
    assert check_ratio(number(100), number(150), hedged(double, Hedge.LESS_THAN)).verdict is Verdict.HOLDS
    assert check_ratio(number(100), number(400), times(3)).remark == "counted_as_increase"


def test_percentage_points_are_a_difference():
    outcome = check_difference(percent(61), percent(70), number(9))
    assert (outcome.verdict, outcome.calculation) == (Verdict.HOLDS, "70 % − 61 % = 9")
