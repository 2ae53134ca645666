"""The smallest change of one stated figure, all others as stated, under which a relation would hold.

Which figure is right the text does not say: every figure is tried, on the grid of its last printed digit, upwards and downwards.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from tirek.ground.figures.checks.outcome import Repair
from tirek.ground.figures.checks.relations import Reading
from tirek.ground.figures.quantities import Interval, Kind, Quantity

FARTHEST = 2**50
"""No figure is moved by more steps of its last digit."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A number of an operand that may be moved: its value, or one end of its range."""

    operand: int
    stated: Fraction
    step: Fraction
    moved: Callable[[Fraction], Quantity | None]

    def at(self, steps: int) -> Fraction:
        """The number so many steps up or down the grid."""
        places = self.stated / self.step
        return (floor(places) + steps if steps > 0 else ceil(places) + steps) * self.step


def handles(number: int, quantity: Quantity) -> list[Handle]:
    """What may be moved of one operand; nothing of a figure that is not given."""
    if quantity.kind is Kind.SILENCE:
        return []
    if quantity.value is not None:
        return [Handle(number, quantity.value, quantity.step, lambda to: shifted(quantity, to))]
    ends = []
    if quantity.interval.low is not None:
        ends.append(Handle(number, quantity.interval.low, quantity.step, lambda to: _ranging(quantity, to, quantity.interval.high)))
    if quantity.interval.high is not None:
        ends.append(Handle(number, quantity.interval.high, quantity.step, lambda to: _ranging(quantity, quantity.interval.low, to)))
    return ends


def shifted(quantity: Quantity, to: Fraction) -> Quantity | None:
    """The same figure with another value: bound and tolerance move along; None for nothing and below, which no figure is mended to."""
    if quantity.value is None or (to <= 0 <= quantity.value):
        return None
    by, span = to - quantity.value, quantity.interval
    low, high = None if span.low is None else span.low + by, None if span.high is None else span.high + by
    return replace(quantity, value=to, interval=replace(span, low=low, high=high))


def _ranging(quantity: Quantity, low: Fraction | None, high: Fraction | None) -> Quantity | None:
    if (low is not None and low < 0) or (low is not None and high is not None and low > high):
        return None
    return replace(quantity, interval=Interval(low, high, quantity.interval.low_inside, quantity.interval.high_inside))


def repairs(readings: Sequence[Reading], operands: Sequence[Quantity]) -> tuple[Repair, ...]:
    """At most one repair for each number stated: the nearest under any reading; of two as near, the greater."""
    found = []
    for number, operand in enumerate(operands):
        for handle in handles(number, operand):
            steps = min(_ways(readings, operands, handle), key=lambda step: (abs(step), -step), default=None)
            if steps is not None:
                found.append(Repair(number, handle.stated, handle.at(steps)))
    return tuple(found)


def _ways(readings: Sequence[Reading], operands: Sequence[Quantity], handle: Handle) -> Iterator[int]:
    for reading in readings:
        for direction in (1, -1):

            def position(steps: int, reading: Reading = reading, direction: int = direction) -> int | None:
                to = handle.moved(handle.at(direction * steps)) if steps else operands[handle.operand]
                return None if to is None else reading.position([*operands[: handle.operand], to, *operands[handle.operand + 1 :]])

            steps = first_holding(position)
            if steps is not None:
                yield direction * steps


def first_holding(position: Callable[[int], int | None]) -> int | None:
    """The least number of steps, from 1, whose position is 0, where positions run steadily towards 0 and past it.

    Doubles its stride until the position has left the side where it began or the ground ends (None), then halves back.
    """
    start = position(0)
    if start is None or start == 0:
        return None

    def left(steps: int) -> bool:
        """Whether the side of the start has been left, or the ground has ended."""
        here = position(steps)
        return here is None or (here <= 0 if start > 0 else here >= 0)

    stays, leaves = 0, 1
    while not left(leaves):
        stays, leaves = leaves, leaves * 2
        if leaves > FARTHEST:
            return None
    while leaves - stays > 1:
        middle = (stays + leaves) // 2
        stays, leaves = (stays, middle) if left(middle) else (middle, leaves)
    return leaves if position(leaves) == 0 else None
