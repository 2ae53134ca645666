"""Whether a figure said to be greater is greater, and whether a change goes the way the words say."""

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, gap
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import ordered
from tirek.ground.figures.checks.spans import MORE_THAN_NOTHING
from tirek.ground.figures.quantities import Quantity


def check_comparison(greater: Quantity, less: Quantity) -> Outcome:
    """Whether the first figure is more than the second. Operands: greater, less."""
    return _more(greater, less, (greater, less), (0, 1))


def check_direction(before: Quantity, after: Quantity, rises: bool) -> Outcome:
    """Whether the later figure is more than the earlier, or less where it is said to fall. Operands: before, after."""
    return _more(after, before, (before, after), (1, 0)) if rises else _more(before, after, (before, after), (0, 1))


def _more(greater: Quantity, less: Quantity, operands: tuple[Quantity, Quantity], places: tuple[int, int]) -> Outcome:
    reading = gap(*places, lambda spans: MORE_THAN_NOTHING, order=True)
    rising = places == (1, 0)

    def line(verdict: Verdict, _: Reading) -> str:
        return ordered(less, "<", "≥", greater, verdict) if rising else ordered(greater, ">", "≤", less, verdict)

    def remark() -> Remark:
        values = values_of((greater, less))
        if values is None:
            return NO_REMARK
        return ("equal", ()) if values[0] == values[1] else ("differ_by", told(by=values[1] - values[0]))

    return conclude([reading], operands, line, remark)
