"""Ratios that no form of the grammar explains: "N times" beside two figures of which one is so many times the other."""

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import permutations

from ...quantities import Kind
from ...reading import Figure
from ..relation import WITNESSED, Relation, related
from .around import COUNTED, FADING, Around, plain, unlikeness
from .chance import of_quotient
from .known import KNOWN, Known
from .weighing import Trial, likeliest

NONE = 0.2
"""How often "N times" is said of figures that the text does not tell near it."""


def ratio(around: Around, times: Figure, apart: Collection[int], known: Known) -> Relation | None:
    """Of which two figures near it "N times" most likely speaks; `apart` are figures that count nothing by themselves."""
    near = around.near(times, lambda one: plain(one) and one.start not in apart and (one.kind in COUNTED or one.kind is Kind.PERCENT))
    return likeliest(list(_trials(around, times, near, known)), NONE)


def _trials(around: Around, times: Figure, near: list[tuple[float, Figure]], known: Known) -> Iterator[Trial]:
    low, high = float(times.quantity.rounded.low or 0), float(times.quantity.rounded.high or 0)
    for (far, one), (farther, other) in permutations(near, 2):
        unlike, greater, less = unlikeness(one, other), around.size[one.start], around.size[other.start]
        if unlike is None or greater <= less:
            continue
        cost = (far + farther + unlike) / FADING - 2 * KNOWN * known.compares(one, other)
        yield _of_both(cost, one, other, times) if low * less * 0.99 <= greater <= high * less * 1.01 else Trial(cost)


def _of_both(cost: float, one: Figure, other: Figure, times: Figure) -> Trial:
    greater, less = one.quantity.value or Fraction(0), other.quantity.value or Fraction(1)
    said, wide, made = times.quantity.value or Fraction(0), times.quantity.rounded, greater / less
    if made != said and not (wide.holds(made) and abs(made - said) <= times.quantity.step / 2):
        return Trial(cost)
    chance = of_quotient((greater, less), wide, greater, exact=made == said)
    return Trial(cost, chance, (greater, less), related("ratio", before=other, after=one, times=times, sure=False, reading=WITNESSED))
