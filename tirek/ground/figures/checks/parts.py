"""Whether a part is not more than its whole."""

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, gap
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import ordered
from tirek.ground.figures.checks.spans import NOTHING_OR_MORE
from tirek.ground.figures.quantities import Quantity


def check_part(part: Quantity, whole: Quantity) -> Outcome:
    """Whether the part is not more than the whole. Operands: part, whole."""
    reading = gap(1, 0, lambda spans: NOTHING_OR_MORE, order=True, lenient=True)

    def line(verdict: Verdict, _: Reading) -> str:
        return ordered(part, "≤", ">", whole, verdict)

    return conclude([reading], (part, whole), line, lambda: excess(part, whole, "part_exceeds_whole"))


def excess(less: Quantity, more: Quantity, name: str) -> Remark:
    """By how much what should not be more is more."""
    values = values_of((less, more))
    return NO_REMARK if values is None else (name, told(by=values[0] - values[1]))
