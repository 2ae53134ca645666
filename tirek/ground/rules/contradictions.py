"""Statements on one question set against each other: where their speakers agree, where they differ and along which dimension, what nobody knows.

It knows no document, no speaker and no word: only keys that are the same or not, and ranges of numbers. Nothing is added up, averaged or
reconciled: figures that count different things never agree, whatever their numbers, and statements of two countries never meet.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from tirek.ground.rules.spans import Span, overlap


class Dimension(StrEnum):
    """Along what two statements may stand apart, in the order in which it is told."""

    PERIOD = "period"
    PLACE = "place"
    SCOPE = "scope"
    BASIS = "basis"
    STAGE = "stage"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure may be: its lowest and its highest value, both included; None is open."""

    low: Fraction | None
    high: Fraction | None

    def meets(self, other: "Range") -> bool:
        """Whether one number lies in both."""
        return _at_most(self.low, other.high) and _at_most(other.low, self.high)


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement on one point of a question. `value` is the key of a position, or a figure, or None for a silence, which `missing` then names.

    `period` is None and each of the other dimensions "" where the source does not state it; `inferred` says that the period is not the
    source's own word.
    """

    key: str
    point: str
    country: str
    speaker: str
    value: str | Range | None
    missing: str = ""
    period: Span | None = None
    inferred: bool = False
    place: str = ""
    scope: str = ""
    basis: str = ""
    stage: str = ""
    people: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A dimension in which statements stand apart; `inferred` where that rests on a period that a source does not state."""

    dimension: Dimension
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """Statements of at least two speakers that say the same; `apart` tells in what they nevertheless stand apart."""

    point: str
    keys: tuple[str, ...]
    apart: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements that say different things: the dimensions that explain it (none: nothing does), and those that one of them leaves open."""

    point: str
    one: str
    other: str
    reasons: tuple[Reason, ...]
    unstated: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A point that sources leave open: statements that there is no answer; none at all where no source speaks of it."""

    point: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """The three lists of a question; `alone` names the points on which one speaker alone says something."""

    agree: tuple[Agreement, ...] = field(default=())
    differ: tuple[Difference, ...] = field(default=())
    unknown: tuple[Silence, ...] = field(default=())
    alone: tuple[str, ...] = field(default=())


def set_side_by_side(points: Sequence[str], statements: Iterable[Stated]) -> Lists:
    """The lists of a question's points, in their order; within a point in the order of the statements. Cost: the square of a point's statements."""
    given = list(statements)
    agree: list[Agreement] = []
    differ: list[Difference] = []
    unknown: list[Silence] = []
    alone: list[str] = []
    for point in points:
        here = [each for each in given if each.point == point]
        said = [each for each in here if each.value is not None]
        agree += [*_same_position(point, said), *_same_figure(point, said)]
        differ += _different(point, said)
        silent = tuple(each.key for each in here if each.value is None)
        if silent or not said:
            unknown.append(Silence(point, silent))
        if len({each.speaker for each in said}) == 1:
            alone.append(point)
    return Lists(tuple(agree), tuple(differ), tuple(unknown), tuple(alone))


def apart(one: Stated, other: Stated) -> tuple[Reason, ...]:
    """The dimensions that both state and in which they are not the same; periods that share a day are the same."""
    found = []
    if one.period and other.period and not overlap(one.period, other.period):
        found.append(Reason(Dimension.PERIOD, one.inferred or other.inferred))
    found += [Reason(each) for each in _OTHERS if _of(one, each) and _of(other, each) and _of(one, each) != _of(other, each)]
    return tuple(found)


def unstated(one: Stated, other: Stated) -> tuple[Dimension, ...]:
    """The dimensions that one of the two states and the other leaves open: they might explain, but no source says so."""
    found = [Dimension.PERIOD] if (one.period is None) != (other.period is None) else []
    return tuple(found + [each for each in _OTHERS if bool(_of(one, each)) != bool(_of(other, each))])


def _same_position(point: str, said: Sequence[Stated]) -> Iterator[Agreement]:
    """One agreement for each position that two speakers of a country share."""
    shared: dict[tuple[str, str], list[Stated]] = {}
    for each in said:
        if isinstance(each.value, str):
            shared.setdefault((each.country, each.value), []).append(each)
    for group in shared.values():
        if len({each.speaker for each in group}) > 1:
            reasons = {reason for pair in combinations(group, 2) for reason in apart(*pair)}
            yield Agreement(point, tuple(each.key for each in group), _ordered(reasons))


def _same_figure(point: str, said: Sequence[Stated]) -> Iterator[Agreement]:
    """Figures of two speakers agree where one number satisfies both and they stand apart in nothing."""
    for one, other in _pairs(said):
        figures = isinstance(one.value, Range) and isinstance(other.value, Range) and one.value.meets(other.value)
        if figures and one.speaker != other.speaker and not apart(one, other):
            yield Agreement(point, (one.key, other.key), ())


def _different(point: str, said: Sequence[Stated]) -> Iterator[Difference]:
    for one, other in _pairs(said):
        if _say_otherwise(one, other):
            yield Difference(point, one.key, other.key, apart(one, other), unstated(one, other))


def _say_otherwise(one: Stated, other: Stated) -> bool:
    """Whether two statements differ: other positions, or figures that no number satisfies or that stand apart.

    What one speaker says of several years, groups or bodies is no contradiction: nobody is set against himself. A figure and a position cannot
    be compared.
    """
    aside = bool(apart(one, other))
    alone = one.speaker == other.speaker
    if isinstance(one.value, str) and isinstance(other.value, str):
        return one.value != other.value and not (alone and aside)
    if isinstance(one.value, Range) and isinstance(other.value, Range):
        meet = one.value.meets(other.value)
        return not (aside or meet) if alone else aside or not meet
    return False


def _pairs(said: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Every two statements of one country."""
    return ((one, other) for one, other in combinations(said, 2) if one.country == other.country)


def _ordered(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each dimension once, in their order; it counts as inferred only where every pair's is."""
    found = list(reasons)
    named = [each for each in Dimension if any(reason.dimension == each for reason in found)]
    return tuple(Reason(each, all(reason.inferred for reason in found if reason.dimension == each)) for each in named)


def _of(one: Stated, dimension: Dimension) -> str:
    return str(getattr(one, dimension.value))


def _at_most(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low <= high


_OTHERS = tuple(each for each in Dimension if each is not Dimension.PERIOD)
