"""Whether one figure is printed the same in both places."""

from tirek.ground.figures.checks.outcome import Outcome, Repair, Verdict
from tirek.ground.figures.checks.relations import Reading, best
from tirek.ground.figures.checks.remarks import told, why_open
from tirek.ground.figures.checks.repairs import repairs
from tirek.ground.figures.checks.signs import ordered, printed
from tirek.ground.figures.quantities import Kind, Quantity

EITHER = (Reading(lambda spans: spans[0], lambda spans: spans[1], (0,)), Reading(lambda spans: spans[1], lambda spans: spans[0], (1,)))


def check_twice(first: Quantity, second: Quantity) -> Outcome:
    """Whether the two figures may be one: the same, or the one a rounded, hedged or ranging print of the other. Operands: first, second."""
    operands = (first, second)
    verdict = best(EITHER, operands)[0]
    if first.nominal == second.nominal and Kind.SILENCE not in (first.kind, second.kind):
        verdict = Verdict.HOLDS
    elif _printed_alike(first, second):
        verdict = Verdict.DOES_NOT_FOLLOW
    line = ordered(first, "=", "≠", second, verdict)
    if verdict is Verdict.DOES_NOT_FOLLOW:
        mended = _the_other(first, second) if _printed_alike(first, second) else repairs(EITHER, operands)
        return Outcome(verdict, line, "printed_differently", told(first=printed(first), second=printed(second)), mended)
    return Outcome(verdict, line, why_open(operands) if verdict is Verdict.CANNOT_BE_CHECKED else "")


def _printed_alike(first: Quantity, second: Quantity) -> bool:
    """Whether both are bare numbers to the same digit: rounding, done twice, gives the same number twice."""
    return first.settled and second.settled and first.hedge is second.hedge is None and first.step == second.step


def _the_other(first: Quantity, second: Quantity) -> tuple[Repair, ...]:
    if first.value is None or second.value is None:
        return ()
    return Repair(0, first.value, second.value), Repair(1, second.value, first.value)
