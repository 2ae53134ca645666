"""Whether two pairs of money give one rate of exchange, and whether a rate follows from its two figures."""

from fractions import Fraction

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, quotient
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import EQUAL, apart, calculation, plain, term
from tirek.ground.figures.checks.spans import over
from tirek.ground.figures.quantities import Quantity

PAIRS = quotient(0, 1, lambda spans: over(spans[2], spans[3]))


def check_exchange(a: Quantity, b: Quantity, c: Quantity, d: Quantity) -> Outcome:
    """Whether a / b and c / d may be one rate: whether what rounding leaves of the two meets. Operands: a, b, c, d."""
    rates = (_rate(a, b), _rate(c, d))
    shown = None if rates[0] is None or rates[1] is None else apart(rates[0], rates[1])

    def line(verdict: Verdict, _: Reading) -> str:
        if shown is None:
            return f"{term(a)} / {term(b)} {EQUAL[verdict]} {term(c)} / {term(d)}"
        return f"{term(a)} / {term(b)} {shown[0]}; {term(c)} / {term(d)} {shown[1]}; {shown[0][2:]} {EQUAL[verdict]} {shown[1][2:]}"

    def remark() -> Remark:
        return NO_REMARK if shown is None else ("rates_differ", told(first=shown[0][2:], second=shown[1][2:]))

    return conclude([PAIRS], (a, b, c, d), line, remark)


def _rate(top: Quantity, bottom: Quantity) -> Fraction | None:
    return top.value / bottom.value if top.settled and bottom.settled and top.value is not None and bottom.value else None


def check_rate(numerator: Quantity, denominator: Quantity, rate: Quantity, per: int = 1) -> Outcome:
    """Whether numerator / denominator, times `per` (100,000 for "per 100,000"), is the rate as printed. Operands: numerator, denominator, rate."""
    reading = quotient(0, 1, lambda spans: spans[2], per)
    operands = (numerator, denominator, rate)

    def line(verdict: Verdict, _: Reading) -> str:
        left = f"{term(numerator)} / {term(denominator)}" + (f" × {plain(Fraction(per))}" if per != 1 else "")
        return calculation(left, reading.computed([one.nominal for one in operands]), rate, verdict)

    return conclude([reading], operands, line)
