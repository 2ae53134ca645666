"""Where words, not numbers, disagree: a thing listed inside a whole it does not belong to, one number named with two units. No arithmetic."""

from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import ordered, printed
from tirek.ground.figures.quantities import Quantity


def category(part: Quantity, whole: Quantity) -> Outcome:
    """What is listed inside the whole is said not to belong to it. Operands: part, whole."""
    line = f"{printed(part)} ⊄ {printed(whole)}"
    return Outcome(Verdict.DOES_NOT_FOLLOW, line, "not_of_the_whole")


def unit_switch(first: Quantity, second: Quantity) -> Outcome:
    """One number stands with two units; which of them is meant the text does not say. Operands: first, second."""
    line = ordered(first, "=", "≠", second, Verdict.CANNOT_BE_CHECKED)
    return Outcome(Verdict.CANNOT_BE_CHECKED, line, "unit_changed", told(first=first.unit or "?", second=second.unit or "?"))
