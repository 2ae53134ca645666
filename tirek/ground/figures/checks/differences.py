"""Whether two figures differ by as much as is said."""

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, best, gap
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import calculation, term
from tirek.ground.figures.quantities import Quantity


def check_difference(before: Quantity, after: Quantity, difference: Quantity, *, rises: bool | None = None) -> Outcome:
    """Whether the figures differ by the difference, upwards or downwards, or only as `rises` says. Operands: before, after, difference."""
    up, down = gap(1, 0, lambda spans: spans[2]), gap(0, 1, lambda spans: spans[2])
    readings = [up, down] if rises is None else [up if rises else down]
    operands = (before, after, difference)
    values = values_of((before, after))

    def line(verdict: Verdict, reading: Reading) -> str:
        if verdict is Verdict.DOES_NOT_FOLLOW and values is not None:
            reading = up if values[1] >= values[0] else down
        first, second = (after, before) if reading is up else (before, after)
        return calculation(
            f"{term(first)} − {term(second)}", reading.computed([one.nominal for one in operands]), difference, verdict, extra=0
        )

    def remark() -> Remark:
        if rises is not None and best([down if rises else up], operands)[0] is not Verdict.DOES_NOT_FOLLOW:
            return "other_direction", ()
        return NO_REMARK if values is None else ("differ_by", told(by=abs(values[1] - values[0])))

    return conclude(readings, operands, line, remark)
