"""What a check asks: whether something computed from the stated figures is what the text states of it, and with what verdict."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tirek.ground.figures.checks.outcome import Verdict
from tirek.ground.figures.checks.spans import minus, over, plus, scaled, side, within
from tirek.ground.figures.quantities import BOUNDS, Interval, Kind, Quantity, exactly

Spans = Sequence[Interval]

ORDER = (Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING, Verdict.CANNOT_BE_CHECKED, Verdict.DOES_NOT_FOLLOW)
"""From what confirms a text to what contradicts it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a relation: `computed` from the operands numbered `inputs` shall lie in `stated`.

    `computed` rises or falls steadily with each operand; either is None where it is not defined (a division by nothing). `order` says that
    something is to lie beyond something. Where it is `lenient`, a bound on one side alone does not make the figure unknown: "at least 35 of the 81" agrees, as the bound does.
    """

    computed: Callable[[Spans], Interval | None]
    stated: Callable[[Spans], Interval | None]
    inputs: tuple[int, ...]
    order: bool = False
    lenient: bool = False

    def verdict(self, operands: Sequence[Quantity]) -> Verdict:
        """The verdict under this reading."""
        nominal, loose = [operand.nominal for operand in operands], [operand.rounded for operand in operands]
        computed, stated = self.computed(loose), self.stated(loose)
        if computed is None or stated is None or not self._defined(nominal):
            return Verdict.CANNOT_BE_CHECKED
        if not computed.meets(stated):
            return Verdict.DOES_NOT_FOLLOW
        if self._bounds_only(operands):
            return Verdict.CANNOT_BE_CHECKED
        if self._agrees(nominal):
            return Verdict.HOLDS
        if within(computed, stated) or all(operands[number].settled for number in self.inputs):
            return Verdict.HOLDS_WITH_ROUNDING
        return Verdict.HOLDS if self.lenient and self._printed_agree(operands) else Verdict.CANNOT_BE_CHECKED

    def position(self, operands: Sequence[Quantity]) -> int | None:
        """Where what is computed stands: 0 where the relation holds, below or above it (1 in doubt, 2 outside), steadily with each operand.

        What lies beyond a bound by rounding alone is in doubt.
        """
        loose = [operand.rounded for operand in operands]
        computed, stated = self.computed(loose), self.stated(loose)
        if computed is None or stated is None:
            return None
        outside = side(computed, stated)
        if outside:
            return 2 * outside
        verdict = self.verdict(operands)
        if verdict is Verdict.HOLDS or (verdict is Verdict.HOLDS_WITH_ROUNDING and not self._of_order(operands)):
            return 0
        return self._leaning(operands) or (1 if _passes(computed, stated) else -1)

    def _leaning(self, operands: Sequence[Quantity]) -> int:
        """On which side the figures stand as they are printed, before any rounding."""
        nominal = [operand.nominal for operand in operands]
        computed, stated = self.computed(nominal), self.stated(nominal)
        return side(computed, stated) if computed is not None and stated is not None else 0

    def _of_order(self, operands: Sequence[Quantity]) -> bool:
        """Whether something is to lie beyond a bound: a reader sees whether it does, and rounding is no help."""
        return self.order or any(operand.hedge in BOUNDS for number, operand in enumerate(operands) if number not in self.inputs)

    def _bounds_only(self, operands: Sequence[Quantity]) -> bool:
        """Whether a figure is missing, or bounds are compared with bounds: they may agree, what they bound is not given."""
        if any(operand.kind is Kind.SILENCE for operand in operands):
            return True
        others = [operand for number, operand in enumerate(operands) if number not in self.inputs]
        return any(operands[number].hedge in BOUNDS for number in self.inputs) and any(other.hedge in BOUNDS for other in others)

    def _printed_agree(self, operands: Sequence[Quantity]) -> bool:
        """Whether the numbers themselves are in order, all but one of them settled and that one a bound."""
        values = [exactly(operand.value) for operand in operands if operand.value is not None]
        if len(values) < len(operands) or sum(not operand.settled for operand in operands) != 1:
            return False
        return self._agrees(values)

    def _defined(self, spans: Spans) -> bool:
        return self.computed(spans) is not None and self.stated(spans) is not None

    def _agrees(self, spans: Spans) -> bool:
        computed, stated = self.computed(spans), self.stated(spans)
        return computed is not None and stated is not None and within(computed, stated)


def _passes(computed: Interval, stated: Interval) -> bool:
    """Whether the greatest that is computed lies above the greatest that is stated; an end that belongs to it lies above one that does not."""
    if stated.high is None or computed.high is None:
        return stated.high is not None
    return (computed.high, computed.high_inside) > (stated.high, stated.high_inside)


def best(readings: Sequence[Reading], operands: Sequence[Quantity]) -> tuple[Verdict, Reading]:
    """The reading most favourable to the text, with its verdict; of equals the first."""
    judged = [(reading.verdict(operands), reading) for reading in readings]
    return min(judged, key=lambda pair: ORDER.index(pair[0]))


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict on all of several things together."""
    return max(verdicts, key=ORDER.index)


def adding(count: int) -> Reading:
    """The first `count` operands add up to the last."""

    def total(spans: Spans) -> Interval:
        result = spans[0]
        for span in spans[1:count]:
            result = plus(result, span)
        return result

    return Reading(total, lambda spans: spans[-1], tuple(range(count)))


def quotient(top: int, bottom: int, stated: Callable[[Spans], Interval | None], factor: int = 1) -> Reading:
    """One operand divided by another, times a factor."""

    def computed(spans: Spans) -> Interval | None:
        result = over(spans[top], spans[bottom])
        return None if result is None else scaled(result, factor)

    return Reading(computed, stated, (top, bottom))


def gap(greater: int, less: int, stated: Callable[[Spans], Interval], *, order: bool = False, lenient: bool = False) -> Reading:
    """One operand less another."""
    return Reading(lambda spans: minus(spans[greater], spans[less]), stated, (greater, less), order, lenient)
