"""Repairs of hedged, rounded and ranging figures: each mends, and none nearer would."""

import pytest
from hypothesis import strategies as st

from tests.ground.figures.checks.figures import HOLDING, bounded, counts, drawn, hedged, money, number, percent, ranging
from tirek.ground.figures.checks.changes import FALL, RISE
from tirek.ground.figures.checks.comparisons import check_comparison
from tirek.ground.figures.checks.outcome import Verdict
from tirek.ground.figures.checks.relations import adding, best, gap, quotient
from tirek.ground.figures.checks.repairs import handles, repairs
from tirek.ground.figures.checks.spans import MORE_THAN_NOTHING
from tirek.ground.figures.quantities import Hedge

pytestmark = pytest.mark.pure

about = st.builds(hedged, st.integers(1, 40).map(number), st.sampled_from([Hedge.ABOUT, Hedge.ALMOST]), st.integers(0, 3))
ranges = st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: ranging(*ends))
rounded = st.integers(1, 9).map(lambda tens: money(tens * 10, 10))
figures = counts | about | ranges | rounded | bounded
shares = st.integers(1, 90).map(percent)
hedged_shares = shares | st.builds(hedged, shares, st.sampled_from(list(Hedge)), st.just(2))

RELATIONS = {
    "sum": ([adding(2)], HOLDING),
    "comparison": ([gap(0, 1, lambda spans: MORE_THAN_NOTHING, order=True)], (Verdict.HOLDS,)),
    "percent": ([quotient(0, 1, lambda spans: spans[2], 100)], HOLDING),
    "change": ([RISE, FALL], HOLDING),
}


def slowly(readings, operands, handle, holding, farthest):
    """The least number of steps of one printed number that mends, trying every one."""
    for steps in range(1, farthest + 1):
        for way in (steps, -steps):
            to = handle.moved(handle.at(way))
            changed = None if to is None else [to if place == handle.operand else one for place, one in enumerate(operands)]
            if changed and any(reading.verdict(changed) in holding for reading in readings):
                return steps
    return None


def assert_smallest(name, operands):
    readings, holding = RELATIONS[name]
    if best(readings, operands)[0] is not Verdict.DOES_NOT_FOLLOW:
        return
    if operands[-1].value is not None and operands[-1].hedge in (Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_LEAST, Hedge.AT_MOST):
        holding = (Verdict.HOLDS,)
    given = {(repair.operand, repair.stated): repair.instead for repair in repairs(readings, operands)}
    for place, operand in enumerate(operands):
        for handle in handles(place, operand):
            slow = slowly(readings, operands, handle, holding, 60)
            instead = given.get((place, handle.stated))
            quick = (
                None if instead is None else next(steps for steps in range(1, 10**6) if instead in (handle.at(steps), handle.at(-steps)))
            )
            assert slow == quick or (slow is None and quick is not None and quick > 60)


@drawn(figures, figures, figures)
def test_repairs_of_sums(first, second, whole):
    assert_smallest("sum", [first, second, whole])


def test_a_sum_that_reaches_an_open_end_is_brought_below_it():
    operands = [number(18), ranging(17, 22), money(30, 10)]
    assert_smallest("sum", operands)
    assert [(one.operand, one.instead) for one in repairs(RELATIONS["sum"][0], operands)] == [(0, 12), (2, 40)]


@drawn(figures, figures)
def test_repairs_of_comparisons(greater, less):
    assert_smallest("comparison", [greater, less])


@drawn(counts | about | rounded, st.integers(1, 40).map(number) | about, hedged_shares)
def test_repairs_of_shares(part, whole, share):
    assert_smallest("percent", [part, whole, share])


@drawn(st.integers(1, 40).map(number) | about, counts | about | rounded, hedged_shares)
def test_repairs_of_changes(before, after, share):
    assert_smallest("change", [before, after, share])


def test_a_bound_is_passed_as_printed():
    outcome = check_comparison(number(45000, step=1000), number(46200))
    assert [(repair.operand, repair.instead) for repair in outcome.repairs] == [(0, 47000), (1, 44999)]
