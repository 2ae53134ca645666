"""What a figure is: the value a text prints, the interval its hedge leaves open, how precisely it is printed.

All arithmetic is exact (fractions): a printed 0,1 is one tenth. Nothing here reads text.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction


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
    def rounded(self) -> Interval:
        """The interval widened by half a step at each stated end: every value that may have been printed so."""
        half = self.step / 2
        low, high = self.interval.low, self.interval.high
        return replace(self.interval, low=None if low is None else low - half, high=None if high is None else high + half)


def counted(value: int | Fraction, *, unit: str | None = None, step: int | Fraction = 1, kind: Kind = Kind.COUNT) -> Quantity:
    """An unhedged quantity."""
    return Quantity(Fraction(value), exactly(value), Fraction(step), kind, unit)
