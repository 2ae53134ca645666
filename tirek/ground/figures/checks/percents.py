"""Whether a part is the stated per cent of its whole, and whether any whole number could give the per cent as printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Repair, Verdict
from tirek.ground.figures.checks.relations import Reading, quotient
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.repairs import shifted
from tirek.ground.figures.checks.signs import calculation, decimal, grouped, places, printed, term
from tirek.ground.figures.quantities import Interval, Kind, Quantity

MANY = 10_000
"""No more neighbours are tried than this."""


def check_percent(part: Quantity | None, whole: Quantity, percent: Quantity) -> Outcome:
    """Whether part / whole is the per cent as printed. Operands: part, whole, percent.

    Without a part: whether any whole number of the whole can give it (the GRIM test). Operands: whole, percent.
    """
    if part is None:
        return _could_be(whole, percent)
    reading = quotient(0, 1, lambda spans: spans[2], 100)
    operands = (part, whole, percent)

    def line(verdict: Verdict, _: Reading) -> str:
        return calculation(f"{term(part)} / {term(whole)}", reading.computed([one.nominal for one in operands]), percent, verdict)

    return conclude([reading], operands, line, lambda: _remark(part, whole, percent))


def _remark(part: Quantity, whole: Quantity, percent: Quantity) -> Remark:
    values = values_of((part, whole))
    if values is None or not values[1]:
        return NO_REMARK
    if values[0] > values[1]:
        return "part_exceeds_whole", told(by=values[0] - values[1])
    rest = values[1] - values[0]
    return ("share_of_the_rest", told(rest=rest)) if percent.rounded.holds(100 * rest / values[1]) else NO_REMARK


def _could_be(whole: Quantity, percent: Quantity) -> Outcome:
    """The GRIM test; of very many every share is possible, and the test says nothing."""
    if whole.kind is not Kind.COUNT or whole.value is None or whole.value < 1 or not (whole.settled and percent.settled):
        countable = whole.kind is Kind.COUNT and whole.value != 0
        return Outcome(
            Verdict.CANNOT_BE_CHECKED, f"? / {term(whole)} =? {printed(percent)}", "figure_open" if countable else "whole_not_counted"
        )
    if percent.value is not None and any(_gives(number, percent.nominal) is not None for number in _wholes(whole.nominal)):
        verdict = Verdict.HOLDS
    else:
        verdict = Verdict.HOLDS_WITH_ROUNDING if _possible(whole, percent) else Verdict.DOES_NOT_FOLLOW
    if verdict is Verdict.DOES_NOT_FOLLOW:
        line, values = _neighbours(whole.value, percent)
        return Outcome(verdict, line, "no_whole_number_gives_it", values, tuple(_grim_repairs(whole, percent)))
    if whole.value * percent.step >= 100:
        return Outcome(Verdict.CANNOT_BE_CHECKED, f"? / {term(whole)} =? {printed(percent)}", "every_share_possible")
    return Outcome(verdict, _example(whole, percent, verdict))


def _wholes(span: Interval) -> range:
    """The whole numbers inside, from 1, no more than are needed."""
    first = max(1, ceil(span.low or 0))
    last = floor(span.high) if span.high is not None else first + MANY
    return range(first, min(last, first + MANY) + 1)


def _gives(whole: int, percent: Interval) -> int | None:
    """The least number of things whose share of the whole lies in the interval."""
    part = max(0, ceil((percent.low or 0) * whole / 100))
    if not percent.holds(Fraction(100 * part, whole)):
        part += 1
    return part if percent.holds(Fraction(100 * part, whole)) else None


def _possible(whole: Quantity, percent: Quantity) -> bool:
    return any(_gives(number, percent.rounded) is not None for number in _wholes(whole.rounded))


def _share(part: int, whole: Fraction, percent: Quantity) -> str:
    share = 100 * part / whole
    decimals = (places(percent.step) or 0) + 1
    text = decimal(share, decimals)
    return (
        f"{grouped(str(part))} / {decimal(whole, 0)} {'=' if (places(share) or 99) <= decimals or share.denominator == 1 else '≈'} {text} %"
    )


def _neighbours(whole: Fraction, percent: Quantity) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The nearest shares below and above the stated one."""
    below = floor((percent.value or 0) * whole / 100)
    low, high = _share(below, whole, percent), _share(below + 1, whole, percent)
    values = told(whole=whole, percent=printed(percent), below=low, above=high)
    return f"{low} < {printed(percent, hedged=False)} < {high}", values


def _example(whole: Quantity, percent: Quantity, verdict: Verdict) -> str:
    """A whole number that gives the share; of a whole that was itself rounded, one that may stand behind it."""
    for number in (int(whole.value or 0), *_wholes(whole.rounded)):
        part = _gives(number, percent.nominal if verdict is Verdict.HOLDS else percent.rounded)
        if part is not None:
            if verdict is Verdict.HOLDS:
                return f"{grouped(str(part))} / {grouped(str(number))} = {printed(percent, hedged=False)}"
            return f"{_share(part, Fraction(number), percent)} ≈ {printed(percent, hedged=False)}"
    return f"? / {term(whole)} =? {printed(percent)}"


def _grim_repairs(whole: Quantity, percent: Quantity) -> Iterator[Repair]:
    tests: tuple[tuple[Quantity, Callable[[Quantity], bool]], ...] = (
        (whole, lambda moved: bool(moved.value) and _possible(moved, percent)),
        (percent, lambda moved: _possible(whole, moved)),
    )
    for number, (operand, test) in enumerate(tests):
        stated = operand.value or Fraction(0)
        away = (sign * steps for steps in range(1, MANY) for sign in (1, -1))
        near = (replace(Repair(number, stated, stated), instead=to) for to in (_along(stated, operand.step, steps) for steps in away))
        found = next((one for one in near if (moved := shifted(operand, one.instead)) is not None and test(moved)), None)
        if found is not None:
            yield found


def _along(stated: Fraction, step: Fraction, steps: int) -> Fraction:
    return (floor(stated / step) + steps if steps > 0 else ceil(stated / step) + steps) * step
