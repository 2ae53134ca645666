"""Rates and averages that no form of the grammar explains: "4.2 deaths per 1,000 inmates", "the ratio of prisoners to doctors is thus 150 to one".

What is divided by is seldom told again where the rate stands, only named: by a bare noun, which has the unit or the word of a figure told elsewhere, often pages before.
How far is how unlikely was fitted on half of the seen texts: same sentence, same line, word and unit of either figure.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import product

from ...quantities import Interval, Kind
from ...reading import Figure
from ..rates import Rate
from ..relation import WITNESSED, Relation, akin, one_unit, related
from .around import COUNTED, Around, plain
from .chance import of_quotient
from .nouns import DATED, Each, beside, noun_of
from .weighing import Trial, likeliest

NONE = 0.2
"""How often a rate is of figures that the text does not tell."""
SAID, UNSAID = 0.2, 0.6
"""How often a figure beside a bare noun is no average of two others: with a word like "average" or "each", and without."""
_FEW = 10
"""By fewer a figure is too often divided without a rest."""
_BACK, _AHEAD = 60, 20
_MOST = 20


def rate(around: Around, told: Rate, apart: Collection[int]) -> Relation | None:
    """Of which two figures a rate most likely is; `apart` are figures that count nothing by themselves."""
    return _likeliest(around, told.figure, Each(frozenset({told.unit} if told.unit else ()), told.noun, told.per), apart, NONE)


def average(around: Around, figure: Figure, apart: Collection[int], *, free: bool) -> Relation | None:
    """Of which two figures a figure beside a bare noun most likely is the average; `free` whether no other relation explains it, without which a word has to call it one."""
    if figure.kind not in COUNTED or (figure.quantity.value or 0) < 2 or figure.unit in DATED:
        return None
    passage = around.passage[figure.start]
    said = bool({"each", "average", "of_one"} & passage.between(*passage.sentence(figure.sentence)))
    each = Each(frozenset(), "", whole=not said and figure.quantity.step >= 1)
    if not (said or free) or not _quotient(around, figure, each.wide(figure)):
        return None
    each = beside(passage, figure, whole=each.whole)
    return _likeliest(around, figure, each, apart, SAID if said else UNSAID, named=True) if each.units else None


def _quotient(around: Around, figure: Figure, wide: Interval) -> bool:
    """Whether some two figures may make it."""
    near = around.beside(figure, _BACK, _AHEAD)
    low, high = float(wide.low or 0) * (1 - 1e-9), float(wide.high or 0) * (1 + 1e-9)
    above = sorted(size for one, size in near if one.kind is figure.kind)
    below = {size for one, size in near if one.kind is Kind.COUNT}
    return any((place := bisect_left(above, low * size)) < len(above) and above[place] <= high * size for size in below)


def _likeliest(around: Around, figure: Figure, each: Each, apart: Collection[int], none: float, *, named: bool = False) -> Relation | None:
    if figure.quantity.rounded.low is None or figure.quantity.rounded.high is None or not figure.quantity.value:
        return None

    def above(one: Figure) -> bool:
        alike = one.unit == figure.unit if one.kind is Kind.MONEY else one_unit(one.unit, figure.unit)
        return plain(one) and one.start not in apart and one.kind is figure.kind and alike

    def below(one: Figure) -> bool:
        counts = plain(one) and one.start not in apart and one.kind is Kind.COUNT and one.unit not in DATED
        many = not each.whole or (one.quantity.value or 0) >= _FEW
        return counts and many and (not named or one.unit in each.units or akin(each.words, noun_of(around.passage[one.start], one)))

    over = sorted(((_from_above(figure, one), one) for _, one in around.near(figure, above, back=_BACK, ahead=_AHEAD, most=_BACK)), key=lambda pair: pair[0])
    under = sorted(((_from_below(around, figure, one, each), one) for _, one in around.near(figure, below, back=_BACK, ahead=_AHEAD, most=_BACK)), key=lambda pair: pair[0])
    return likeliest(list(_trials(around, figure, over[:_MOST], under[:_MOST], each)), none)


def _trials(around: Around, figure: Figure, over: Sequence[tuple[float, Figure]], under: Sequence[tuple[float, Figure]], each: Each) -> Iterator[Trial]:
    said, wide, per = around.size[figure.start], each.wide(figure), each.per
    low, high = float(wide.low or 0) * 0.99, float(wide.high or 0) * 1.01
    for (far, one), (farther, other) in product(over, under):
        above, below = around.size[one.start], around.size[other.start]
        if one is other or (above > below if per > 1 else (above < below) != (said < 1)):
            continue
        yield _of_both(far + farther, (one, other, figure), wide, per) if low * below <= above * per <= high * below else Trial(far + farther)


def _of_both(cost: float, figures: tuple[Figure, Figure, Figure], wide: Interval, per: int) -> Trial:
    one, other, figure = figures
    above, below, said = (each.quantity.value or Fraction(1) for each in figures)
    made = above * per / below
    if not wide.holds(made):
        return Trial(cost)
    chance = of_quotient((above, below), wide, max(above, below), exact=made == said and per == 1)
    return Trial(cost, chance, (above, below), related("rate", numerator=one, denominator=other, rate=figure, per=per, sure=False, reading=WITNESSED))


def _from_above(figure: Figure, one: Figure) -> float:
    """How unlikely a figure is what a rate divides."""
    same = one.unit is not None and one.unit == figure.unit
    unlike = None not in (one.unit, figure.unit) and not one_unit(one.unit, figure.unit)
    return _afar(figure, one) + 0.5 * (one.start > figure.start) - same + unlike - akin(one.noun, figure.noun)


def _from_below(around: Around, figure: Figure, one: Figure, each: Each) -> float:
    """How unlikely a figure is what a rate divides by."""
    return _afar(figure, one) - 2.5 * akin(each.words, noun_of(around.passage[one.start], one)) - 1.5 * (one.unit in each.units)


def _afar(figure: Figure, one: Figure) -> float:
    apart = abs(one.line - figure.line)
    return (apart > 0) + (apart > 1) + (one.start > figure.start) - 1.5 * (apart == 0 and one.sentence == figure.sentence)
