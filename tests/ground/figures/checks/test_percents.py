"""Per cent of a whole, and per cents that no whole number can give."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import (
    HOLDING,
    assert_repairs_are_smallest,
    counts,
    drawn,
    hedged,
    number,
    percent,
    positive,
    prints_as,
)
from tirek.ground.figures.checks.outcome import Repair, Verdict
from tirek.ground.figures.checks.percents import check_percent
from tirek.ground.figures.quantities import Hedge, Interval, Kind, Quantity, counted

pytestmark = pytest.mark.pure

printed = st.integers(0, 120).map(percent) | st.integers(0, 1200).map(lambda tenths: percent(f"{tenths // 10}.{tenths % 10}"))


@drawn(counts, positive, printed)
def test_a_share_holds_just_where_it_is_printed_so(part, whole, share):
    exact = 100 * part.value / whole.value
    expected = (
        Verdict.HOLDS if exact == share.value else Verdict.HOLDS_WITH_ROUNDING if prints_as(exact, share) else Verdict.DOES_NOT_FOLLOW
    )
    assert check_percent(part, whole, share).verdict is expected


@drawn(st.integers(0, 100_000), st.integers(1, 100_000), st.integers(0, 3))
def test_what_python_rounds_is_never_refuted(part, whole, places):
    share = str(round(Decimal(100 * part) / whole, places)) if places else str(round(Fraction(100 * part, whole)))
    assert check_percent(number(part), number(whole), percent(share)).verdict in HOLDING


@drawn(counts, positive, st.integers(0, 110).map(percent))
def test_repairs_are_the_smallest(part, whole, share):
    outcome = check_percent(part, whole, share)
    if outcome.verdict is Verdict.DOES_NOT_FOLLOW:
        assert_repairs_are_smallest(
            lambda part, whole, share: whole.value > 0 and prints_as(100 * part.value / whole.value, share),
            [part, whole, share],
            outcome,
            120,
        )


@drawn(st.integers(1, 130), printed)
def test_grim_says_no_just_where_no_whole_number_gives_it(whole, share):
    shares = [Fraction(100 * part, whole) for part in range(2 * whole + 1)]
    verdict = check_percent(None, number(whole), share).verdict
    if not any(prints_as(one, share) for one in shares):
        assert verdict is Verdict.DOES_NOT_FOLLOW
    elif whole * share.step >= 100:
        assert verdict is Verdict.CANNOT_BE_CHECKED
    else:
        assert verdict is (Verdict.HOLDS if share.value in shares else Verdict.HOLDS_WITH_ROUNDING)


@drawn(st.integers(1, 60), st.integers(0, 100).map(percent))
def test_grim_repairs_are_the_smallest(whole, share):
    outcome = check_percent(None, number(whole), share)
    assume(outcome.verdict is Verdict.DOES_NOT_FOLLOW)

    def possible(whole, share):
        return any(prints_as(Fraction(100 * part, whole), share) for part in range(2 * whole + 1))

    of_whole, of_share = outcome.repairs
    distance = abs(of_whole.instead - whole)
    assert possible(int(of_whole.instead), share)
    assert not any(possible(near, share) for near in range(max(1, int(whole - distance + 1)), int(whole + distance)))
    assert possible(whole, percent(int(of_share.instead)))
    off = int(abs(of_share.instead - share.value))
    assert not any(possible(whole, percent(near)) for near in range(max(1, int(share.value) - off + 1), int(share.value) + off))


def test_a_share_that_does_not_follow_shows_the_division_and_every_repair():
    outcome = check_percent(number(144), number(160), percent(87))
    assert (outcome.verdict, outcome.calculation) == (Verdict.DOES_NOT_FOLLOW, "144 / 160 = 90.0 % ≠ 87 %")
    assert outcome.repairs == (Repair(0, 144, 139), Repair(1, 160, 165), Repair(2, 87, 90))


def test_trailing_zeros_count_as_printed():
    assert check_percent(number(81), number(96), percent("84")).verdict is Verdict.HOLDS_WITH_ROUNDING
    assert check_percent(number(81), number(96), percent("84.0")).verdict is Verdict.DOES_NOT_FOLLOW


def test_hedged_shares_use_their_interval():
    more = check_percent(number(2795), number(12631), hedged(percent(22), Hedge.MORE_THAN))
    assert (more.verdict, more.calculation) == (Verdict.HOLDS, "2795 / 12\u202f631 ≈ 22.1 % > 22 %")
    assert check_percent(number(217), number(1000), hedged(percent(22), Hedge.MORE_THAN)).verdict is Verdict.DOES_NOT_FOLLOW
    two_thirds = counted(Fraction(200, 3), kind=Kind.PERCENT)
    almost = Quantity(two_thirds.value, Interval(Fraction(60), two_thirds.value), two_thirds.step, Kind.PERCENT, None, Hedge.ALMOST)
    assert check_percent(number(251), number(387), almost).verdict is Verdict.HOLDS_WITH_ROUNDING
    assert check_percent(number(44), number(80), hedged(percent(50), Hedge.MORE_THAN)).verdict is Verdict.HOLDS


def test_a_whole_that_was_rounded_leaves_room():
    assert check_percent(number(12), number(45000, step=1000), percent("0.03")).verdict is Verdict.HOLDS_WITH_ROUNDING
    assert check_percent(number(12), hedged(number(40), Hedge.MORE_THAN), percent(29)).verdict is Verdict.CANNOT_BE_CHECKED
    assert check_percent(number(12), hedged(number(40), Hedge.MORE_THAN), percent(31)).verdict is Verdict.DOES_NOT_FOLLOW


def test_remarks_on_shares():
    assert check_percent(number(30), number(100), percent(70)).remark == "share_of_the_rest"
    assert check_percent(number(130), number(100), percent(70)).remark == "part_exceeds_whole"
    assert check_percent(number(1), number(0), percent(70)).remark == "division_by_nothing"


def test_grim_shows_the_neighbours():
    outcome = check_percent(None, number(48), percent("37.4"))
    assert outcome.calculation == "17 / 48 ≈ 35.42 % < 37.4 % < 18 / 48 = 37.50 %"
    assert outcome.remark == "no_whole_number_gives_it" and len(outcome.repairs) == 2
    assert check_percent(None, number(48), percent("37.5")).verdict is Verdict.HOLDS
    assert check_percent(None, number(250), percent(37)).remark == "every_share_possible"
