"""Rates of exchange, rates of two figures, and one figure in two places."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import (
    HOLDING,
    assert_repairs_are_smallest,
    counts,
    drawn,
    hedged,
    money,
    number,
    positive,
    prints_as,
    silence,
)
from tirek.ground.figures.checks.definitions import category, unit_switch
from tirek.ground.figures.checks.outcome import Repair, Verdict
from tirek.ground.figures.checks.precision import check_false_precision, looks_finer
from tirek.ground.figures.checks.rates import check_exchange, check_rate
from tirek.ground.figures.checks.twice import check_twice
from tirek.ground.figures.quantities import Hedge, Kind, counted

pytestmark = pytest.mark.pure

steps = st.sampled_from([1, 10, 100])
amounts = st.builds(lambda tens, step: money(tens * step, step), st.integers(1, 60), steps)


def printed_to(value: Fraction, step: int):
    return money(round(value / step) * step, step)


@drawn(st.integers(100, 10_000), st.integers(100, 10_000), st.fractions(Fraction(1, 4), 500, max_denominator=100), steps, steps)
def test_amounts_changed_at_one_rate_are_never_refuted(first, second, rate, fine, coarse):
    pairs = (
        printed_to(first * rate, coarse),
        printed_to(Fraction(first), fine),
        printed_to(second * rate, fine),
        printed_to(Fraction(second), fine),
    )
    assert check_exchange(*pairs).verdict in (*HOLDING, Verdict.CANNOT_BE_CHECKED)


@drawn(amounts, amounts, amounts, amounts)
def test_rates_are_refuted_just_where_no_amounts_behind_them_agree(a, b, c, d):
    def corners(top, bottom, nudge):
        ways = product((-1, 1), repeat=2)
        half = Fraction(1, 2) - nudge
        return [(top.value + one * half * top.step) / (bottom.value + other * half * bottom.step) for one, other in ways]

    def overlap(nudge):
        one, other = corners(a, b, nudge), corners(c, d, nudge)
        return min(one) <= max(other) and min(other) <= max(one)

    refuted = check_exchange(a, b, c, d).verdict is Verdict.DOES_NOT_FOLLOW
    if overlap(Fraction(1, 10**9)):
        assert not refuted
    if not overlap(0):
        assert refuted


def rate(text):
    return number(text, Kind.RATE)


printed_rates = st.integers(0, 90).map(rate) | st.integers(0, 900).map(lambda tenths: rate(f"{tenths // 10}.{tenths % 10}"))


@drawn(counts, positive, printed_rates, st.sampled_from([1, 10, 1000]))
def test_a_rate_holds_just_where_it_is_printed_so(numerator, denominator, stated, per):
    exact = numerator.value / denominator.value * per
    expected = (
        Verdict.HOLDS if exact == stated.value else Verdict.HOLDS_WITH_ROUNDING if prints_as(exact, stated) else Verdict.DOES_NOT_FOLLOW
    )
    assert check_rate(numerator, denominator, stated, per).verdict is expected


@drawn(positive, positive, st.integers(1, 60).map(rate))
def test_repairs_of_a_rate_are_the_smallest(numerator, denominator, stated):
    outcome = check_rate(numerator, denominator, stated)
    if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
        operands = [numerator, denominator, stated]
        assert_repairs_are_smallest(lambda top, bottom, of: prints_as(top.value / bottom.value, of), operands, outcome, 120)


@drawn(st.integers(0, 99_999), st.sampled_from([10, 1000]))
def test_a_figure_and_its_rounded_print_are_one(exact, step):
    rounded = number(round(exact / step) * step, step=step)
    assert check_twice(rounded, number(exact)).verdict in HOLDING
    assert check_twice(number(exact), rounded).verdict in HOLDING


@drawn(st.integers(1, 400), st.integers(1, 40))
def test_repairs_of_two_prints_are_the_smallest(exact, tens):
    first, second = number(exact), number(tens * 10, step=10)
    outcome = check_twice(first, second)
    assert (outcome.verdict is not Verdict.DOES_NOT_FOLLOW) == prints_as(first.value, second)
    if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
        assert_repairs_are_smallest(lambda one, other: prints_as(one.value, other), [first, second], outcome, 450)


def test_two_pairs_of_money_meet_within_what_rounding_leaves():
    budget, upkeep = money("342500000000", 100_000_000), money("578000", 1000)
    outcome = check_exchange(budget, money("733718937"), upkeep, money("1238.14"))
    assert outcome.verdict is Verdict.HOLDS_WITH_ROUNDING
    assert outcome.calculation.endswith("; 466.80 ≈ 466.83")
    outcome = check_exchange(budget, money("733718937"), upkeep, money("1228.14"))
    assert (outcome.verdict, outcome.remark, len(outcome.repairs)) == (Verdict.DOES_NOT_FOLLOW, "rates_differ", 4)
    assert check_exchange(budget, money(0), upkeep, money("1228.14")).verdict is Verdict.CANNOT_BE_CHECKED


def test_a_load_per_person():
    outcome = check_rate(number(1357), number(100), rate("13.57"))
    assert (outcome.verdict, outcome.calculation) == (Verdict.HOLDS, "1357 / 100 = 13.57")
    outcome = check_rate(number(44), number(12631), rate("4.5"), 1000)
    assert outcome.calculation == "44 / 12\u202f631 × 1000 ≈ 3.48 ≠ 4.5"


def test_bounds_of_a_rate():
    assert check_rate(number(9), number(387), hedged(rate(3), Hedge.LESS_THAN), 100).verdict is Verdict.HOLDS
    outcome = check_rate(hedged(number(2000), Hedge.MORE_THAN), number(4), hedged(rate(500), Hedge.MORE_THAN))
    assert (outcome.verdict, outcome.remark) == (Verdict.CANNOT_BE_CHECKED, "bounds_only")
    assert check_rate(hedged(number(2000), Hedge.MORE_THAN), number(4), rate(400)).verdict is Verdict.DOES_NOT_FOLLOW


def test_one_figure_in_two_places():
    assert check_twice(number(387), number(387)).calculation == "387 = 387"
    assert check_twice(number(45000, step=1000), number(45214)).calculation == "45\u202f000 ≈ 45\u202f214"
    outcome = check_twice(money("46"), money("47"))
    assert (outcome.verdict, outcome.repairs) == (Verdict.DOES_NOT_FOLLOW, (Repair(0, 46, 47), Repair(1, 47, 46)))
    more = hedged(number(500), Hedge.MORE_THAN)
    assert check_twice(more, more).verdict is Verdict.HOLDS
    assert check_twice(more, hedged(number(400), Hedge.MORE_THAN)).verdict is Verdict.CANNOT_BE_CHECKED
    assert check_twice(more, number(512)).verdict is Verdict.HOLDS
    assert check_twice(silence(), silence()).remark == "figure_missing"


def test_a_figure_finer_than_its_source():
    assert looks_finer(number(40842), number(6000)) and not looks_finer(number(6000), number(40842))
    assert looks_finer(money("733718937"), money("342500000000", 100_000_000))
    assert not looks_finer(number("84.0"), number("84.1"))
    outcome = check_false_precision(number(40842), number(6000))
    assert (outcome.verdict, outcome.calculation) == (Verdict.CANNOT_BE_CHECKED, "6000 → 40\u202f842")
    assert dict(outcome.values)["rounded_digits"] == "1"


def test_words_that_disagree_have_fixed_verdicts():
    assert category(number(30), number(40842)).verdict is Verdict.DOES_NOT_FOLLOW
    outcome = unit_switch(counted(920, unit="cases"), counted(920, unit="complaints"))
    assert (outcome.verdict, outcome.values) == (Verdict.CANNOT_BE_CHECKED, (("first", "cases"), ("second", "complaints")))
