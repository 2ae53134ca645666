"""Whether all values lie in the range stated for them."""

from collections.abc import Sequence

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark
from tirek.ground.figures.checks.outcome import Outcome, Repair, Verdict
from tirek.ground.figures.checks.relations import Reading, worst
from tirek.ground.figures.checks.remarks import told, why_open
from tirek.ground.figures.checks.repairs import Handle, first_holding, handles
from tirek.ground.figures.checks.signs import compared, printed
from tirek.ground.figures.quantities import Quantity

INSIDE = Reading(lambda spans: spans[0], lambda spans: spans[1], (0,), order=True)


def check_range(values: Sequence[Quantity], range: Quantity) -> Outcome:
    """Whether every value lies in the range. Operands: the values in their order, then the range."""
    verdicts = [INSIDE.verdict((value, range)) for value in values]
    if not verdicts:
        return Outcome(Verdict.CANNOT_BE_CHECKED, f"? ∈? {printed(range)}", "figure_missing")
    verdict = worst(verdicts)
    line = f"{', '.join(printed(value) for value, own in zip(values, verdicts, strict=True) if own is verdict)} {compared(range, verdict)}"
    if verdict is Verdict.DOES_NOT_FOLLOW:
        name, told_values = _outside(values, verdicts)
        return Outcome(verdict, line, name, told_values, _repairs(values, range))
    return Outcome(verdict, line, why_open((*values, range)) if verdict is Verdict.CANNOT_BE_CHECKED else "")


def _outside(values: Sequence[Quantity], verdicts: Sequence[Verdict]) -> Remark:
    known = [value.value for value in values if value.settled and value.value is not None]
    if len(known) < len(values):
        return NO_REMARK
    outside = ", ".join(printed(value) for value, verdict in zip(values, verdicts, strict=True) if verdict is Verdict.DOES_NOT_FOLLOW)
    return "outside_range", told(outside=outside, low=min(known), high=max(known))


def _repairs(values: Sequence[Quantity], range: Quantity) -> tuple[Repair, ...]:
    """A value moved into the range, where it is the only one outside; an end of the range moved out, where that takes in all."""
    operands = (*values, range)
    found = []
    for number, operand in enumerate(operands):
        for handle in handles(number, operand):
            ways = (direction * steps for direction in (1, -1) if (steps := _steps(operands, handle, direction)) is not None)
            nearest = min(ways, key=lambda step: (abs(step), -step), default=None)
            if nearest is not None:
                found.append(Repair(number, handle.stated, handle.at(nearest)))
    return tuple(found)


def _steps(operands: Sequence[Quantity], handle: Handle, direction: int) -> int | None:
    """How far one number goes until all values lie inside, seen from the value that lies farthest off."""

    def position(steps: int) -> int | None:
        to = handle.moved(handle.at(direction * steps)) if steps else operands[handle.operand]
        if to is None:
            return None
        changed = [*operands[: handle.operand], to, *operands[handle.operand + 1 :]]
        places = [INSIDE.position((value, changed[-1])) or 0 for value in changed[:-1]]
        low, high = min(places), max(places)
        return None if low < 0 < high else (low or high)

    return first_holding(position)
