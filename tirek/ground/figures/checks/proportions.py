"""Two series of years that are said to be directly proportional although one is said to rise and the other to fall. No arithmetic but a count of steps."""

from collections.abc import Sequence
from itertools import pairwise

from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import printed
from tirek.ground.figures.quantities import Quantity

Series = Sequence[tuple[int, Quantity]]


def check_proportion(first: Series, second: Series) -> Outcome:
    """How often the two went the same way from one told year to the next. Operands: the first series in its order, then the second, of the same years."""
    ways = [[_way(before, after) for (_, before), (_, after) in pairwise(series)] for series in (first, second)]
    same = sum(one == other for one, other in zip(*ways, strict=True))
    line = "; ".join(f"{series[0][0]}–{series[-1][0]}: " + " → ".join(printed(one) for _, one in series) for series in (first, second))
    return Outcome(Verdict.CANNOT_BE_CHECKED, line, "rise_and_fall", told(same=same, steps=len(ways[0])))


def _way(before: Quantity, after: Quantity) -> int:
    """1 for a rise, -1 for a fall, 0 for neither."""
    return ((after.value or 0) > (before.value or 0)) - ((after.value or 0) < (before.value or 0))
