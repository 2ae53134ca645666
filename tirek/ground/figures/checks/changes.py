"""Whether the change from one figure to another is the stated per cent."""

from collections.abc import Sequence

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, Spans, best
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import calculation, printed, term
from tirek.ground.figures.checks.spans import minus, over, scaled
from tirek.ground.figures.quantities import Interval, Kind, Quantity, exactly


def _rise(spans: Spans) -> Interval | None:
    grown = over(spans[1], spans[0])
    return None if grown is None else scaled(minus(grown, exactly(1)), 100)


def _fall(spans: Spans) -> Interval | None:
    left = over(spans[1], spans[0])
    return None if left is None else scaled(minus(exactly(1), left), 100)


RISE = Reading(_rise, lambda spans: spans[2], (0, 1))
FALL = Reading(_fall, lambda spans: spans[2], (0, 1))


def check_change(before: Quantity, after: Quantity, percent: Quantity, *, rises: bool | None = None) -> Outcome:
    """Whether the change is the per cent in size, upwards or downwards, or only as `rises` says. Operands: before, after, percent."""
    readings = [RISE, FALL] if rises is None else [RISE if rises else FALL]
    operands = (before, after, percent)
    values = values_of((before, after))

    def line(verdict: Verdict, reading: Reading) -> str:
        if verdict is Verdict.DOES_NOT_FOLLOW and values is not None:
            reading = RISE if values[1] >= values[0] else FALL
        first, second = (after, before) if reading is RISE else (before, after)
        left = f"({term(first)} − {term(second)}) / {term(before)}"
        return calculation(left, reading.computed([one.nominal for one in operands]), percent, verdict)

    return conclude(readings, operands, line, lambda: _remark(operands, rises))


def _remark(operands: Sequence[Quantity], rises: bool | None) -> Remark:
    """What else the stated per cent may have been meant as."""
    before, after, percent = operands
    values = values_of((before, after))
    if values is None or not all(values):
        return NO_REMARK
    if rises is not None and best([FALL if rises else RISE], operands)[0] is not Verdict.DOES_NOT_FOLLOW:
        return "other_direction", ()
    meant = percent.rounded
    if before.kind is after.kind is Kind.PERCENT and meant.holds(abs(values[1] - values[0])):
        return "percentage_points", told(points=abs(values[1] - values[0]))
    if meant.holds(100 * abs(values[1] - values[0]) / values[1]):
        return "from_the_later_figure", ()
    return ("to_not_by", told(percent=printed(percent))) if meant.holds(100 * values[1] / values[0]) else NO_REMARK
