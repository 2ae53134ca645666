"""What a figure is: the value a text prints, the interval its hedge leaves open, how precisely it is printed.

All arithmetic is exact (fractions): a printed 0,1 is one tenth. Nothing here reads text.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    RATE = "rate"
    MEASURE = "measure"
    SILENCE = "silence"


class Hedge(StrEnum):
    """How a text takes back some of a figure's exactness."""

    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    ALMOST = "almost"


class Missing(StrEnum):
    """Why a figure is not there."""

    NOT_COLLECTED = "not_collected"
    NOT_PUBLISHED = "not_published"
    CLOSED = "closed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`; None is open without end; an end is inside unless said otherwise."""

    low: Fraction | None
    high: Fraction | None
    low_inside: bool = True
    high_inside: bool = True

    def holds(self, value: Fraction) -> bool:
        """Whether the value lies inside."""
        above = self.low is None or value > self.low or (self.low_inside and value == self.low)
        below = self.high is None or value < self.high or (self.high_inside and value == self.high)
        return above and below

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies inside both."""
        return not (_wholly_below(self, other) or _wholly_below(other, self))

    @property
    def point(self) -> Fraction | None:
        """The only value inside, where there is just one."""
        return self.low if self.low is not None and self.low == self.high and self.low_inside and self.high_inside else None


def _wholly_below(one: Interval, other: Interval) -> bool:
    """Whether every value of the one is less than every value of the other."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and not (one.high_inside and other.low_inside))


def exactly(value: Fraction | int) -> Interval:
    """The interval of one value."""
    return Interval(Fraction(value), Fraction(value))


BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_LEAST, Hedge.AT_MOST})
"""Hedges that state a bound and leave the other side open."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed figure.

    `value` is None where only an interval is stated. `step` is the place of the last printed digit (1 for 47, 1/100 for 13,57, 100 000 000 for 342,5 billion):
    what was rounded to get the figure may differ from it by half a step. `interval` is what hedge or range leave open, without rounding.
    """

    value: Fraction | None
    interval: Interval
    step: Fraction
    kind: Kind = Kind.COUNT
    unit: str | None = None
    hedge: Hedge | None = None

    @property
    def settled(self) -> bool:
        """Whether one value is stated, if only "about" it: neither a bound, nor a range, nor a silence."""
        return self.value is not None and self.hedge not in BOUNDS and self.kind is not Kind.SILENCE

    @property
    def nominal(self) -> Interval:
        """The one value stated, without tolerance; else what the bound or range leaves open."""
        if self.value is not None and self.settled:
            return exactly(self.value)
        return _whole(self.interval) if self._counts_wholes else _not_negative(self.interval)

    @property
    def rounded(self) -> Interval:
        """Every value that may have been printed so: the interval widened by half a step at each stated end.

        A whole count was printed in full, the number in "more than 22 %" is a bound that nothing was rounded to, and "almost five times" says already how much may be missing: none is widened. "Almost half" is: half was rounded too.
        """
        if self._counts_wholes:
            return _whole(self.interval)
        if self.hedge in BOUNDS or (self.hedge is Hedge.ALMOST and self.kind is Kind.RATIO):
            return _not_negative(self.interval)
        stated, half = self.interval, self.step / 2
        return _not_negative(
            Interval(
                None if stated.low is None else stated.low - half,
                None if stated.high is None else stated.high + half,
                stated.low_inside and _half_below_prints_as(stated.low, self.step),
                stated.high_inside and _half_below_prints_as(None if stated.high is None else -stated.high, self.step),
            )
        )

    @property
    def _counts_wholes(self) -> bool:
        return self.kind is Kind.COUNT and self.step == 1


def _whole(stated: Interval) -> Interval:
    """The same interval from its first to its last whole number: more than five persons are at least six."""
    low, high = _not_negative(stated).low, stated.high
    first = None if low is None else Fraction(ceil(low) + (low.denominator == 1 and not _not_negative(stated).low_inside))
    last = None if high is None else Fraction(floor(high) - (high.denominator == 1 and not stated.high_inside))
    return stated if first is not None and last is not None and first > last else Interval(first, last)


def _half_below_prints_as(end: Fraction | None, step: Fraction) -> bool:
    """Whether half a step below a printed end is rounded to it by one of the two customs: halves away from zero, or to the even digit."""
    return end is None or end > 0 or (end / step).denominator != 1 or (end / step).numerator % 2 == 0


def _not_negative(stated: Interval) -> Interval:
    """What a text leaves open downwards ends at nothing: there are no fewer than no persons."""
    if stated.low is not None or (stated.high is not None and stated.high < 0):
        return stated
    return replace(stated, low=Fraction(0), low_inside=True)


def counted(value: int | Fraction, *, unit: str | None = None, step: int | Fraction = 1, kind: Kind = Kind.COUNT) -> Quantity:
    """An unhedged quantity."""
    return Quantity(Fraction(value), exactly(value), Fraction(step), kind, unit)


def as_rate(said: Quantity) -> Quantity:
    """A rate that is printed like a count: "44 per 1,000" is no whole number of anything, so it is rounded."""
    return replace(said, kind=Kind.RATE) if said.kind is Kind.COUNT else said
