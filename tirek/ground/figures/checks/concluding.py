"""From readings to an outcome: the best verdict, the line that shows it, the remark, and the repairs where it does not follow."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, best
from tirek.ground.figures.checks.remarks import why_open
from tirek.ground.figures.checks.repairs import repairs
from tirek.ground.figures.quantities import Quantity

Values = tuple[tuple[str, str], ...]
Remark = tuple[str, Values]
NO_REMARK: Remark = ("", ())


def conclude(
    readings: Sequence[Reading],
    operands: Sequence[Quantity],
    line: Callable[[Verdict, Reading], str],
    remark: Callable[[], Remark] = lambda: NO_REMARK,
) -> Outcome:
    """What the readings say together; `remark` is asked only where it does not follow."""
    verdict, reading = best(readings, operands)
    shown = line(verdict, reading)
    if verdict is Verdict.DOES_NOT_FOLLOW:
        name, values = remark()
        return Outcome(verdict, shown, name, values, repairs(readings, operands))
    return Outcome(verdict, shown, why_open(operands) if verdict is Verdict.CANNOT_BE_CHECKED else "")


def values_of(operands: Sequence[Quantity]) -> tuple[Fraction, ...] | None:
    """The stated values, where every figure is one value; None otherwise."""
    found = tuple(operand.value for operand in operands if operand.settled and operand.value is not None)
    return found if len(found) == len(operands) else None
