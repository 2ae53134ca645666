"""An index over ordinal values with open weights. A missing value is never a zero and never a mean: it lowers another number, the
transparency. Where fewer than half are known, by number or by weight, there is no score: a few answers do not speak for the rest.

Chance comes in as drawn weights; nothing here draws.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm

ENOUGH = Fraction(1, 2)
"""The least share of the answers with weight, and of their weight, that must be known for a score."""
LOW, HIGH = Fraction(5, 100), Fraction(95, 100)
"""The band holds the middle nine tenths of the scores."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One ordinal value: its step and the highest step of its scale, or no step where none is known; its weight."""

    code: str
    step: int | None
    top: int
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Index:
    """Two numbers from 0 to 1 that are never merged. `score` is None where too few values with weight are known,
    `transparency` where nothing has weight.
    """

    score: Fraction | None
    transparency: Fraction | None
    known: int
    asked: int


@dataclass(frozen=True, slots=True)
class Band:
    """From where to where the score goes when all weights are drawn at random; None where there is no score."""

    low: Fraction
    high: Fraction
    draws: int


def index(answers: Sequence[Answer]) -> Index:
    """The score over the known values alone, and the share of weight that has a known value. Answers without weight count for neither."""
    asked = [one for one in answers if one.weight > 0]
    known = [one for one in asked if one.step is not None]
    weight = sum((one.weight for one in known), Fraction(0))
    whole = sum((one.weight for one in asked), Fraction(0))
    earned = sum((one.weight * Fraction(one.step or 0, one.top) for one in known), Fraction(0))
    enough = bool(known) and len(known) >= ENOUGH * len(asked) and weight >= ENOUGH * whole
    return Index(earned / weight if enough else None, weight / whole if whole else None, len(known), len(asked))


def band(answers: Sequence[Answer], drawn: Iterable[Sequence[int]]) -> Band | None:
    """The middle of the scores under drawn weights, one row a draw, one weight an answer. Answers to which the reader gives no weight stay without.

    Costs one pass over each row.
    """
    if index(answers).score is None:
        return None
    whole = lcm(*(one.top for one in answers))
    kept = [(place, one.step * (whole // one.top)) for place, one in enumerate(answers) if one.step is not None and one.weight > 0]
    scores = []
    for row in drawn:
        weight = sum(row[place] for place, _part in kept)
        if weight > 0:
            scores.append(Fraction(sum(row[place] * part for place, part in kept), weight * whole))
    if not scores:
        return None
    scores.sort()
    return Band(_at(scores, LOW), _at(scores, HIGH), len(scores))


def _at(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    return ordered[floor(share * (len(ordered) - 1))]
