"""Whether a later stage has no more than the earlier one; for stages counted in one unit, which the caller sees to."""

from tirek.ground.figures.checks.concluding import conclude
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.parts import excess
from tirek.ground.figures.checks.relations import Reading, gap
from tirek.ground.figures.checks.signs import ordered
from tirek.ground.figures.checks.spans import NOTHING_OR_MORE
from tirek.ground.figures.quantities import Quantity


def check_funnel(earlier: Quantity, later: Quantity) -> Outcome:
    """Whether the later stage is not more than the earlier. Operands: earlier, later."""
    reading = gap(0, 1, lambda spans: NOTHING_OR_MORE, order=True, lenient=True)

    def line(verdict: Verdict, _: Reading) -> str:
        return ordered(earlier, "≥", "<", later, verdict)

    return conclude([reading], (earlier, later), line, lambda: excess(later, earlier, "later_exceeds_earlier"))
