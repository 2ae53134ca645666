"""Which two figures a rate may be of: the nearest pair of its own unit and noun that gives it."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from ..quantities import Kind, as_rate
from ..reading import Figure
from .rates import Rate
from .relation import Relation, akin, one_unit, related

_FEW = 10
"""Smaller denominators give a rounded rate by chance, unless the rate names them."""
_FAR = 4
"""Lines beyond which a numerator is less likely the rate's."""


def derived(rate: Rate, figures: Sequence[Figure], position: int) -> Relation | None:
    """Which two figures the rate may be of: the nearest pair of its own unit and of its noun that gives it; where none gives it and the text leaves one, that one."""
    around = range(max(0, position - 90), min(len(figures), position + 31))
    near = [
        figures[place]
        for place in sorted(around, key=lambda place: abs(place - position))
        if place != position and figures[place].quantity.value
    ]
    over = _matching([one for one in near if _over(one, rate)], rate.figure.noun, rate.figure.unit)
    under = _matching([one for one in near if _under(one, rate)], rate.noun, rate.unit)
    best = _closest(rate, over[:25], under[:25])
    if best:
        return related("rate", numerator=best[0], denominator=best[1], rate=rate.figure, per=rate.per)
    return _only(rate, over, under)


def _only(rate: Rate, over: Sequence[Figure], under: Sequence[Figure]) -> Relation | None:
    """The only two of the rate's sentence that it may be of; surely where the one below has the rate's noun."""
    own = [[one for one in group if (one.line, one.sentence) == (rate.figure.line, rate.figure.sentence) and one.row is None] for group in (over, under)]
    below = own[1]
    above = [one for one in own[0] if one not in below]
    if len(above) != 1 or len(below) != 1:
        return None
    return related("rate", numerator=above[0], denominator=below[0], rate=rate.figure, per=rate.per, sure=akin(rate.noun, below[0].noun))


def _closest(rate: Rate, over: Sequence[Figure], under: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The pair that gives the rate as printed; of several the one whose nouns are the rate's, then the one that gives it most closely, then of the most."""
    wide, said = as_rate(rate.figure.quantity).rounded, rate.figure.quantity.value or Fraction(0)
    found: list[tuple[int, Fraction, int, int, tuple[Figure, Figure]]] = []
    low = 0.0 if wide.low is None else float(wide.low) * 0.99
    high = float("inf") if wide.high is None else float(wide.high) * 1.01
    for above, below in product(over, under):
        if above is below or not below.quantity.value:
            continue
        if not low <= float(above.quantity.value or 0) * rate.per / float(below.quantity.value) <= high:
            continue
        given = (above.quantity.value or Fraction(0)) * rate.per / below.quantity.value
        if not _named(rate, above, below) or (wide.high is None and given * 4 > said * 5):
            continue
        if below.quantity.value < _FEW and given != said and rate.figure.row is None and not akin(rate.noun, below.noun):
            continue
        loose = not rate.noun and given != said and rate.figure.quantity.step >= 1 and below.line != rate.figure.line
        if wide.holds(given) and wide.low is not None and not loose:
            most = -int(below.quantity.value) if rate.per > 1 else 0
            found.append((_strangeness(rate, above, below), abs(given - said), most, len(found), (above, below)))
    return min(found)[4] if found else None


def _named(rate: Rate, above: Figure, below: Figure) -> bool:
    """Whether words, and not arithmetic alone, say what is divided by what: the rate names its denominator, or "each" takes up one told right before it."""
    if rate.figure.row is not None or akin(rate.noun, below.noun) or (rate.unit and below.unit and one_unit(rate.unit, below.unit)):
        return True
    if below.line != rate.figure.line or _ago(rate, below):
        return False
    if rate.unit and below.unit:
        return rate.per > 1 and not below.noun
    if rate.per > 1:
        return True
    if rate.noun:
        return below.sentence <= rate.figure.sentence or below.unit != above.unit
    return below.unit is not None and below.unit != above.unit


def _ago(rate: Rate, one: Figure) -> bool:
    """ "Пять лет назад": a time and nothing that is counted."""
    return one in rate.passage.figures and "earlier" in rate.passage.begun(one.after, one.after + 1)


def _strangeness(rate: Rate, above: Figure, below: Figure) -> int:
    """How little two figures have of what the rate is said of: its nouns, its units, its sentence, the row above it."""
    here, own = (rate.figure.line, rate.figure.sentence), rate.figure
    units = sum(unit is not None and unit == one.unit for unit, one in ((own.unit, above), (rate.unit, below)))
    alike = 2 * akin(rate.noun, below.noun) + 2 * akin(own.noun, above.noun) + units
    alike += sum((one.line, one.sentence) == here for one in (above, below))
    alike += 4 * (above.row is not None and above.row + 1 == own.row and own.noun.split()[:1] in (["на"], ["per"]))
    unlike = None not in (above.unit, own.unit) and not one_unit(above.unit, own.unit)
    later = sum((one.line, one.sentence) > here for one in (above, below)) + sum(one.line > own.line for one in (above, below))
    far = own.row is None and abs(above.line - own.line) > _FAR
    return 2 * unlike + later + far - alike + sum(one.quantity.hedge is not None for one in (above, below))


def _matching(figures: list[Figure], noun: str, unit: str | None) -> list[Figure]:
    """Those whose own noun is the rate's first, then those of its unit, then all others; the nearest first among equals."""
    return sorted(figures, key=lambda one: 0 if akin(noun, one.noun) else 1 if unit is not None and one.unit == unit else 2)


def _over(one: Figure, rate: Rate) -> bool:
    if rate.figure.row is not None and rate.figure.kind is Kind.COUNT:
        return one.kind is Kind.COUNT
    own = rate.figure
    if one.kind is Kind.MONEY and own.kind is Kind.COUNT and not own.noun and own.quantity.step >= 1000 and one.line == own.line:
        return True  # "864 тыс. евро, из расчёта 18 тыс. на каждого"
    return one.kind is rate.figure.kind and (one_unit(one.unit, rate.figure.unit) or not rate.figure.noun or {one.unit, rate.figure.unit} in _CALLED)


_CALLED = [set(both) for both in (("persons", "cases"), ("cases", "deaths"), ("persons", "deaths"), ("cells", "cameras"))]
"""What a rate may call otherwise than the text: 156 ill are 20 cases per 1,000; видеокамеры are камеры."""


def _under(one: Figure, rate: Rate) -> bool:
    return one.kind is Kind.COUNT and (
        rate.unit is None
        or one.unit in {rate.unit, None}
        or {one.unit, rate.unit} <= {"persons", "members"}
        or (rate.per > 1 and not one.noun and one.line == rate.figure.line)
    )
