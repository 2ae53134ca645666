"""Sums and differences that no form of the grammar explains: neighbours that add up to a figure, or differ by it, exactly."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import accumulate, permutations

from ...quantities import Kind
from ...reading import Figure
from ..adding_up import added
from ..relation import TURNED, WITNESSED, Relation, related
from .around import COUNTED, FADING, Around, away, plain, roughly, unlikeness
from .chance import of_total
from .known import KNOWN, Known
from .weighing import Trial, likeliest

NO_SUM = 0.9
"""Most figures are not the sum of their neighbours."""
SAID, UNSAID = 0.5, 0.95
"""How often a figure is the difference of no two others: beside a word that compares, and without."""
LEAST = 10
FEWEST = 3
"""Parts of a sum, at least: two figures that make a third are too often of different things, and the grammar knows how two parts are told."""
_MOST = 8
_STARTS = 4
_REACH = 16
_LONGEST = 10
_COMPARING = TURNED | {"compared", "than", "against", "earlier", "last_year", "differs", "of_change"}


def total(around: Around, whole: Figure, apart: Collection[int], known: Known) -> Relation | None:
    """Which run of neighbours, before or behind, the figure most likely is the sum of."""
    if whole.kind not in {Kind.COUNT, Kind.MONEY} or whole.quantity.hedge or (whole.quantity.value or 0) < LEAST:
        return None

    lines = [_line(around, whole, apart, way) for way in (1, -1)]
    if not any(_made(around, whole, line) for line in lines):
        return None
    return likeliest([one for way, line in zip((1, -1), lines, strict=True) for one in _sums(whole, line, backwards=way < 0)], NO_SUM)


def _line(around: Around, whole: Figure, apart: Collection[int], way: int) -> list[Figure]:
    """The smaller figures of what the whole counts, before or behind it, the nearest first."""
    place, most = around.place[whole.start], around.size[whole.start]
    beside = around.figures[place + 1 : place + 1 + _REACH] if way > 0 else around.figures[max(0, place - _REACH) : place][::-1]
    near = [one for one in beside if 0 < around.size[one.start] < most and one.kind is whole.kind and not one.quantity.hedge and one.start not in apart]
    return [one for one in near if (unlike := unlikeness(one, whole)) is not None and unlike < 4][:_LONGEST]


def _made(around: Around, whole: Figure, line: Sequence[Figure]) -> bool:
    """Whether some run of the line may add up to the whole."""
    sizes, said = [around.size[one.start] for one in line], around.size[whole.start]
    runs = (list(accumulate(sizes[begin : begin + _MOST]))[FEWEST - 1 :] for begin in range(min(_STARTS, len(line))))
    return any(roughly(made, said) for run in runs for made in run)


def _sums(whole: Figure, line: Sequence[Figure], *, backwards: bool) -> Iterator[Trial]:
    said = whole.quantity.value or Fraction(1)
    for begin in range(min(_STARTS, len(line) - 1)):
        for end in range(begin + FEWEST, min(len(line), begin + _MOST) + 1):
            run = line[begin:end]
            made = added(run)
            spread = len({(one.line, one.sentence) for one in run}) - 1
            dated = any(one.period not in (whole.period, None) for one in run) and whole.period is not None
            cost = 2 * begin + away(whole, run[0]) + spread / 2 + sum(unlikeness(one, whole) or 0 for one in run) / len(run) + backwards + 2 * dated
            values = [one.quantity.value or Fraction(0) for one in run]
            yield Trial(cost / FADING, of_total([*values, said], said), tuple(sorted(values)), related("sum", parts=tuple(run), whole=whole, sure=False, reading=WITNESSED)) if made == said else Trial(cost / FADING)
            if made >= said:
                break


def difference(around: Around, figure: Figure, apart: Collection[int], known: Known) -> Relation | None:
    """Of which two figures near it a figure is most likely the difference; less likely where no word compares."""
    points = figure.kind is Kind.PERCENT and figure.unit == "percentage_points"
    passage = around.passage[figure.start]
    if figure.quantity.hedge or not (points or (figure.kind in COUNTED and (figure.quantity.value or 0) >= 3)):
        return None
    said = points or bool(_COMPARING & passage.between(*passage.sentence(figure.sentence)))
    may = partial(_may_differ, figure=figure, known=known, said=said)
    beside = [(one, size) for one, size in around.beside(figure, 30, 14) if one.kind is (Kind.PERCENT if points else figure.kind)]
    if not _apart_by(beside, around.size[figure.start], may):
        return None

    def fits(one: Figure) -> bool:
        if not plain(one) or one.quantity.hedge or one.start in apart:
            return False
        unlike = unlikeness(one, figure)
        return (one.kind is Kind.PERCENT and one.unit == "percent") if points else (unlike is not None and unlike < 4)

    trials = list(_differences(around, figure, around.near(figure, fits), known, may))
    return likeliest(trials, SAID if said else UNSAID)


def _differences(around: Around, figure: Figure, near: Sequence[tuple[float, Figure]], known: Known, may: Callable[[Figure, Figure], bool]) -> Iterator[Trial]:
    said = around.size[figure.start]
    for (far, one), (farther, other) in permutations(near, 2):
        greater, less = around.size[one.start], around.size[other.start]
        unlike = unlikeness(one, other) if greater > less and said not in {greater, less} else None
        if unlike is None:
            continue
        cost = (far + farther + unlike + 2 * (one.period == other.period)) / FADING - 2 * KNOWN * known.compares(one, other)
        yield _gap(cost, one, other, figure) if roughly(greater - less, said) and may(other, one) else Trial(cost)


def _gap(cost: float, one: Figure, other: Figure, figure: Figure) -> Trial:
    greater, less, said = (each.quantity.value or Fraction(0) for each in (one, other, figure))
    if greater - less != said:
        return Trial(cost)
    chance = of_total((greater, less, said), Fraction(100) if figure.kind is Kind.PERCENT else greater)
    first, second = sorted((one, other), key=lambda each: each.start)
    return Trial(cost, chance, (greater, less), related("difference", before=first, after=second, difference=figure, sure=False, reading=WITNESSED))


def _apart_by(beside: Sequence[tuple[Figure, float]], said: float, may: Callable[[Figure, Figure], bool]) -> bool:
    """Whether some two figures differ by so much and may be told as different."""
    order = sorted(beside, key=lambda pair: pair[1])
    sizes = [size for _, size in order]
    for one, size in order:
        for place in range(bisect_left(sizes, (size + said) * (1 - 1e-9)), len(sizes)):
            if not roughly(sizes[place], size + said):
                break
            if may(one, order[place][0]):
                return True
    return False


def _may_differ(less: Figure, greater: Figure, *, figure: Figure, known: Known, said: bool) -> bool:
    """Whether two figures may be told as different: of two times beside a word that compares, or known to be compared, or points of a percentage, or in the order of a difference."""
    return (said and less.period != greater.period) or figure.kind is Kind.PERCENT or known.compares(less, greater) or _in_order(less, greater, figure)


def _in_order(less: Figure, greater: Figure, figure: Figure) -> bool:
    """Whether the less, the greater and what is between them are told in this order in one sentence, as no sum is told: "набрано 36 при плане 60, недобор 24"."""
    return less.start < greater.start < figure.start and (less.line, less.sentence) == (greater.line, greater.sentence) == (figure.line, figure.sentence)
