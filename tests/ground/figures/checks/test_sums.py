"""Sums: parts, wholes, and totals over a stated number of years."""

from itertools import product

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import (
    HOLDING,
    assert_repairs_are_smallest,
    bounded,
    counts,
    drawn,
    hedged,
    may_be,
    money,
    number,
    percent,
    ranging,
    silence,
)
from tirek.ground.figures.checks.outcome import Repair, Verdict
from tirek.ground.figures.checks.sums import check_sum, check_windows
from tirek.ground.figures.quantities import Hedge

pytestmark = pytest.mark.pure

YEARS = [(2020, number(13)), (2021, number(15)), (2022, number(8)), (2023, number(47)), (2024, number(30))]


@drawn(st.lists(counts, min_size=1, max_size=5), counts)
def test_counts_add_up_or_do_not_follow(parts, whole):
    adds_up = sum(part.value for part in parts) == whole.value
    assert check_sum(parts, whole).verdict is (Verdict.HOLDS if adds_up else Verdict.DOES_NOT_FOLLOW)


@drawn(st.lists(counts | bounded, min_size=1, max_size=3), counts | bounded)
def test_bounds_refute_only_what_no_numbers_can_make(parts, whole):
    possible = any(sum(chosen) in may_be(whole, 130) for chosen in product(*(may_be(part, 42) for part in parts)))
    assert (check_sum(parts, whole).verdict is Verdict.DOES_NOT_FOLLOW) == (not possible)


@drawn(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.sampled_from([1, 10]), st.integers(0, 260))
def test_what_was_rounded_part_by_part_still_adds_up(parts, step, _):
    """Exact amounts are drawn; what is printed of them, each rounded by itself, must never be refuted."""
    printed = [money(round(part / step) * step, step) for part in parts]
    whole = money(round(sum(parts) / step) * step, step)
    assert check_sum(printed, whole).verdict in HOLDING


@drawn(st.lists(counts, min_size=1, max_size=3), counts)
def test_repairs_are_the_smallest(parts, whole):
    outcome = check_sum(parts, whole)
    if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
        assert_repairs_are_smallest(lambda *all: sum(one.value for one in all[:-1]) == all[-1].value, [*parts, whole], outcome, 170)


def test_a_sum_is_written_out():
    assert check_sum([number(13), number(15), number(8)], number(36)).calculation == "13 + 15 + 8 = 36"
    assert check_sum([number(34842), number(6000)], number(40842)).calculation == "34\u202f842 + 6000 = 40\u202f842"


def test_what_is_left_over_is_told_and_every_figure_may_be_the_wrong_one():
    outcome = check_sum([number(one) for one in (13, 15, 8, 47, 30)], number(160))
    assert (outcome.verdict, outcome.calculation) == (Verdict.DOES_NOT_FOLLOW, "13 + 15 + 8 + 47 + 30 = 113 ≠ 160")
    assert (outcome.remark, outcome.values) == ("rest_unaccounted", (("rest", "47"),))
    assert outcome.repairs[0] == Repair(0, 13, 60) and outcome.repairs[-1] == Repair(5, 160, 113)
    assert check_sum([number(9), number(9)], number(12)).remark == "parts_exceed_whole"


def test_a_lower_bound_may_refute_but_not_confirm():
    more_than_5 = hedged(number(5), Hedge.MORE_THAN)
    open_sum = check_sum([number(13), more_than_5], number(20))
    assert (open_sum.verdict, open_sum.remark, open_sum.calculation) == (Verdict.CANNOT_BE_CHECKED, "figure_open", "13 + (> 5) ≥ 19 =? 20")
    assert check_sum([number(15), more_than_5], number(20)).verdict is Verdict.DOES_NOT_FOLLOW
    assert check_sum([number(15), number(7)], hedged(number(20), Hedge.MORE_THAN)).verdict is Verdict.HOLDS
    assert check_sum([number(13), more_than_5], hedged(number(18), Hedge.MORE_THAN)).remark == "bounds_only"


def test_a_missing_part_cannot_be_checked_unless_the_others_are_too_many():
    assert check_sum([number(13), silence()], number(20)).remark == "figure_missing"
    assert check_sum([number(23), silence()], number(20)).verdict is Verdict.DOES_NOT_FOLLOW


def test_hedges_with_tolerance_and_ranges():
    about = hedged(number(100), Hedge.ABOUT, 5)
    assert check_sum([about, number(50)], number(150)).verdict is Verdict.HOLDS
    assert check_sum([about, number(50)], number(154)).verdict is Verdict.HOLDS_WITH_ROUNDING
    assert check_sum([about, number(50)], number(156)).verdict is Verdict.DOES_NOT_FOLLOW
    assert check_sum([ranging(2, 3), number(5)], number(8)).verdict is Verdict.CANNOT_BE_CHECKED
    assert check_sum([number(2), number(5)], ranging(5, 8)).verdict is Verdict.HOLDS


def test_shares_that_were_rounded_may_miss_the_hundred():
    outcome = check_sum([percent(33), percent(33), percent(33)], percent(100))
    assert (outcome.verdict, outcome.calculation) == (Verdict.HOLDS_WITH_ROUNDING, "33 % + 33 % + 33 % = 99 % ≈ 100 %")


@drawn(
    st.lists(st.integers(0, 9), min_size=3, max_size=7), st.integers(0, 40), st.integers(1, 4), st.sets(st.integers(2018, 2030), max_size=4)
)
def test_a_total_over_years_holds_where_any_window_does(figures, total, years, candidates):
    series = [(2020 + place, number(figure)) for place, figure in enumerate(figures)]
    known = dict(zip(range(2020, 2030), figures, strict=False))
    verdicts = []
    for last in candidates:
        window = range(last - years + 1, last + 1)
        made, lacking = sum(known.get(year, 0) for year in window), any(year not in known for year in window)
        verdicts.append("holds" if made == total and not lacking else "open" if lacking and made <= total else "no")
    expected = "holds" if "holds" in verdicts else "open" if "open" in verdicts or not verdicts else "no"
    named = {"holds": Verdict.HOLDS, "open": Verdict.CANNOT_BE_CHECKED, "no": Verdict.DOES_NOT_FOLLOW}
    assert check_windows(series, number(total), years, sorted(candidates)).verdict is named[expected]


def test_the_window_is_named():
    assert check_windows(YEARS, number(85), 3, [2024, 2023]).calculation == "2022–2024: 8 + 47 + 30 = 85"
    outcome = check_windows(YEARS, number(160), 5, [2024])
    assert (outcome.verdict, outcome.repairs[-1]) == (Verdict.DOES_NOT_FOLLOW, Repair(5, 160, 113))
    assert outcome.calculation == "2020–2024: 13 + 15 + 8 + 47 + 30 = 113 ≠ 160"


def test_a_window_with_a_missing_year_says_what_it_would_have_to_be():
    outcome = check_windows(YEARS, number(160), 5, [2024, 2023])
    assert (outcome.verdict, outcome.remark) == (Verdict.CANNOT_BE_CHECKED, "years_missing")
    assert dict(outcome.values) == {"missing": "2019", "window": "2019–2023", "rest": "77"}
    assert outcome.calculation.endswith("; 2019–2023: 13 + 15 + 8 + 47 + ? =? 160")
    assert check_windows(YEARS, number(50), 5, [2023]).verdict is Verdict.DOES_NOT_FOLLOW


def test_repairs_of_windows_point_into_the_series():
    outcome = check_windows(YEARS, number(80), 2, [2024, 2023])
    assert outcome.repairs == (Repair(2, 8, 33), Repair(3, 47, 50), Repair(4, 30, 33), Repair(5, 80, 77))
