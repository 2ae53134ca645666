"""Percentages that no form of the grammar explains: the share, or the change, that two figures near them make."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from ...reading import Figure
from ..relation import WITNESSED, Relation, related
from .around import COUNTED, Around, plain, unlikeness
from .chance import of_share
from .known import KNOWN, Known
from .nouns import DATED
from .weighing import Trial, likeliest

NONE = 0.25
"""How often a percentage is of figures that the text does not tell near it."""


def percentage(around: Around, percent: Figure, apart: Collection[int], known: Known) -> Relation | None:
    """What the percentage most likely says of two figures near it; `apart` are figures that count nothing by themselves."""
    near = around.near(percent, lambda one: plain(one) and one.kind in COUNTED and one.start not in apart and one.unit not in DATED, most=18)
    return likeliest(list(_trials(around, percent, [one for _, one in near], known)), NONE)


def _trials(around: Around, percent: Figure, near: Sequence[Figure], known: Known) -> Iterator[Trial]:
    said, over = float(percent.quantity.value or 0), (percent.quantity.value or 0) > 100
    passage = around.passage[percent.start]
    closing = set(passage.words(percent.after, percent.after + 1)) <= _CLOSING
    within = 6 * float(percent.quantity.step) + 1
    turned = bool({"up", "down"} & passage.between(*passage.sentence(percent.sentence)))
    from_part, from_whole = {one.start: _from_part(percent, one) for one in near}, {one.start: _from_whole(percent, one) for one in near}
    for one, other in permutations(near, 2):
        part, whole = around.size[one.start], around.size[other.start]
        unlike = unlikeness(one, other) if one.kind is other.kind and part != whole else None
        if unlike is None or (unlike > 2 and not closing):
            continue
        ahead, timed = other.start < one.start, one.period != other.period
        cost = from_part[one.start] + from_whole[other.start] - ahead + (one.line != other.line) + _UNLIKE.get(unlike, 0.0)
        if (part > whole) == over:
            far = cost + 1.5 * turned + 0.5 * timed - KNOWN * (other.start in known.wholes)
            yield _share(far, one, other, percent) if abs(part * 100 / whole - said) <= within else Trial(far)
        if unlike <= 2:
            far = cost + 2 - 1.5 * turned - timed + 2 * ahead + (unlike >= 1) - 2 * KNOWN * known.compares(one, other)
            yield _change(far, other, one, percent) if abs(abs(part / whole - 1) * 100 - said) <= within else Trial(far)


def _share(far: float, part: Figure, whole: Figure, percent: Figure) -> Trial:
    one, other = part.quantity.value or Fraction(0), whole.quantity.value or Fraction(1)
    return Trial(far, _chance(one, other, percent, one, 1), ("share", one, other), related("percent", part=part, whole=whole, percent=percent, sure=False, reading=WITNESSED))


def _change(far: float, before: Figure, after: Figure, percent: Figure) -> Trial:
    one, other = before.quantity.value or Fraction(1), after.quantity.value or Fraction(0)
    return Trial(far, _chance(other, one, percent, abs(other - one), 2), ("change", one, other), related("change", before=before, after=after, percent=percent, sure=False, reading=WITNESSED))


_CLOSING = frozenset({".", ",", ";", ")", ":", "!", "?"})
"""What stands behind a percentage that does not say of what it is: "заполненность – 110 %." may be persons in places, "75 % of them" may not."""
_UNLIKE = {1.0: 0.5, 2.0: 1.0}


def _from_part(percent: Figure, one: Figure) -> float:
    """How far a percentage is from its part, or from what something became."""
    after = one.start > percent.start
    if one.line != percent.line:
        return 0.5 + min(3, abs(one.line - percent.line) - 1) + 2 * after
    tight = 0 <= (one.place - percent.after if after else percent.place - one.after) <= 3
    return 2 * after - 2.5 * (one.sentence == percent.sentence) - 1.5 * tight


def _from_whole(percent: Figure, one: Figure) -> float:
    """How far a percentage is from its whole, or from what was before."""
    after = one.start > percent.start
    if one.line != percent.line:
        return 1.5 + min(3, abs(one.line - percent.line) - 1) / 2 + 2 * after
    return 2 * after - 1.0 * (one.sentence == percent.sentence)


def _chance(part: Fraction, whole: Fraction, percent: Figure, made: Fraction, ways: int) -> float | None:
    """The chance that what is made of the whole is the percentage as printed; None where it is not."""
    said, step, share = percent.quantity.value or Fraction(0), percent.quantity.step, made * 100 / whole
    rounded = percent.quantity.rounded.holds(share) and abs(share - said) <= (step if step > 1 else 1)
    if share != said and not rounded:
        return None
    return min(1.0, ways * of_share((part, whole), whole, step / 100, exact=share == said))
