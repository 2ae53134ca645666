"""Figures for the tests of checks, and slow definitions that know nothing of intervals."""

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.quantities import Hedge, Interval, Kind, Quantity, counted


def drawn(*strategies):
    """Draws as many examples as a quick run bears; a time limit for one example would only measure the machine."""

    def wrapped(test):
        return settings(max_examples=50, deadline=None)(given(*strategies)(test))

    return wrapped


HOLDING = (Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING)


def number(text: str | int, kind: Kind = Kind.COUNT, step: int | str | None = None) -> Quantity:
    """A bare figure as printed: its decimals, trailing zeros too, give its step."""
    places = len(str(text).partition(".")[2])
    return counted(Fraction(str(text)), step=Fraction(1, 10**places) if step is None else Fraction(step), kind=kind)


def percent(text: str | int) -> Quantity:
    return number(text, Kind.PERCENT)


def times(text: str | int) -> Quantity:
    return number(text, Kind.RATIO)


def money(text: str | int, step: int | str | None = None) -> Quantity:
    return number(text, Kind.MONEY, step)


def hedged(quantity: Quantity, hedge: Hedge, tolerance: str | int = 0) -> Quantity:
    """The figure with its hedge; "about" and "almost" with a tolerance."""
    value, by = quantity.value, Fraction(str(tolerance))
    assert value is not None
    span = {
        Hedge.MORE_THAN: Interval(value, None, low_inside=False),
        Hedge.LESS_THAN: Interval(None, value, high_inside=False),
        Hedge.AT_LEAST: Interval(value, None),
        Hedge.AT_MOST: Interval(None, value),
        Hedge.ABOUT: Interval(value - by, value + by),
        Hedge.ALMOST: Interval(value - by, value),
    }[hedge]
    return replace(quantity, hedge=hedge, interval=span)


def ranging(low: int, high: int, kind: Kind = Kind.COUNT) -> Quantity:
    return Quantity(None, Interval(Fraction(low), Fraction(high)), Fraction(1), kind)


def silence() -> Quantity:
    return Quantity(None, Interval(None, None), Fraction(1), Kind.SILENCE)


def prints_as(value: Fraction, stated: Quantity) -> bool:
    """Whether the value, rounded by either custom to the digits of the stated figure, is printed so."""
    with localcontext() as context:
        context.prec = 80
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        step = Decimal(stated.step.numerator) / Decimal(stated.step.denominator)
        found = {Fraction((exact / step).quantize(Decimal(1), rounding=way) * step) for way in (ROUND_HALF_EVEN, ROUND_HALF_UP)}
    return stated.value in found


def may_be(whole_count: Quantity, farthest: int) -> list[int]:
    """Every whole number up to the farthest that a hedged count may stand for."""
    assert whole_count.value is not None
    value = int(whole_count.value)
    within = {
        None: range(value, value + 1),
        Hedge.MORE_THAN: range(value + 1, farthest),
        Hedge.AT_LEAST: range(value, farthest),
        Hedge.LESS_THAN: range(0, value),
        Hedge.AT_MOST: range(0, value + 1),
    }[whole_count.hedge]
    return list(within)


counts = st.integers(0, 40).map(number)
positive = st.integers(1, 60).map(number)
bounded = st.builds(
    hedged, st.integers(1, 25).map(number), st.sampled_from([Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST])
)


def _with(operands, place: int, to: Fraction) -> list[Quantity]:
    return [replace(one, value=to) if at == place else one for at, one in enumerate(operands)]


def slowly_mended(holds, operands, farthest: int) -> dict[int, int]:
    """For each bare operand the least number of steps of its last digit after which the relation holds, trying every number in reach."""
    found = {}
    for place, operand in enumerate(operands):
        for steps in range(1, farthest + 1):
            tries = [operand.value + steps * operand.step, operand.value - steps * operand.step]
            if any(to > 0 and holds(*_with(operands, place, to)) for to in tries):
                found[place] = steps
                break
    return found


def assert_repairs_are_smallest(holds, operands, outcome: Outcome, farthest: int) -> None:
    """Each repair holds and none nearer does; no operand that could be mended within reach is left out. `holds` is the slow definition."""
    for repair in outcome.repairs:
        assert repair.stated == operands[repair.operand].value
        assert holds(*_with(operands, repair.operand, repair.instead))
    given = {repair.operand: abs(repair.instead - repair.stated) / operands[repair.operand].step for repair in outcome.repairs}
    assert {place: steps for place, steps in given.items() if steps <= farthest} == slowly_mended(holds, operands, farthest)
