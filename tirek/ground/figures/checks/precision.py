"""Whether a figure looks more exact than the rounded one it was made of; a remark on writing, not on truth."""

from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import printed
from tirek.ground.figures.quantities import Quantity


def digits(quantity: Quantity) -> int:
    """How many digits of the figure say something: zeros at the end of whole digits only hold the place, printed decimals count."""
    if quantity.value is None:
        return 0
    shown = str(abs(quantity.value) // quantity.step)
    return len(shown if quantity.step < 1 else shown.rstrip("0")) if quantity.value else 0


def looks_finer(exact: Quantity, rounded: Quantity) -> bool:
    """Whether the check applies: the one figure has more digits than the other, from which it was made."""
    return digits(exact) > digits(rounded) > 0


def check_false_precision(exact: Quantity, rounded: Quantity) -> Outcome:
    """Says that a figure has more digits than its source; nothing is computed. Operands: exact, rounded."""
    values = told(exact=printed(exact), exact_digits=digits(exact), rounded=printed(rounded), rounded_digits=digits(rounded))
    return Outcome(Verdict.CANNOT_BE_CHECKED, f"{printed(rounded)} → {printed(exact)}", "finer_than_its_source", values)
