"""One figure told twice: a number of one unit that comes again, or that "these" takes up."""

from collections.abc import Iterator, Sequence

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import STAGED, Relation, akin, one_unit, related

LEAST = 25
"""Smaller numbers come again by chance."""
_NAMED = 10
"""With the same noun, from here."""


def repetitions(figures: Sequence[Figure]) -> Iterator[Relation]:
    """One number of one unit that is told again in a later sentence or in a table."""
    seen: dict[tuple[object, str | None], Figure] = {}
    for one in figures:
        value = one.quantity.value
        if value is None or one.kind is not Kind.COUNT or value < _NAMED or one.quantity.hedge:
            continue
        unit = "persons" if one_unit(one.unit, "persons") and one.unit else one.unit
        first = seen.setdefault((value, None if value >= 1000 else unit), one)
        if first is one or (first.line, first.sentence) == (one.line, one.sentence):
            continue
        named = first.noun and one.noun and first.unit and one.unit and first.row is None and one.row is None
        if value < LEAST and not (named and akin(first.noun, one.noun)):
            continue
        if named and first.unit != one.unit and {first.unit, one.unit} <= STAGED and value >= 100:
            yield related("unit_switch", first=first, second=one)
        else:
            yield related("twice", first=first, second=one, sure=False)


def repeated_shares(passage: Passage) -> Iterator[Relation]:
    """A percentage, or an amount of money, that comes again in a later sentence of its line."""
    shown = [one for one in passage.figures if one.kind in {Kind.PERCENT, Kind.MONEY} and one.quantity.value is not None and one.quantity.hedge is None]
    for place, one in enumerate(shown):
        first = next((each for each in shown[:place] if (each.unit, each.quantity.value) == (one.unit, one.quantity.value) and each.sentence != one.sentence), None)
        if first is not None and (one.kind is Kind.MONEY or one.quantity.step < 1 or (one.quantity.value or 0) % 10 != 0):
            yield related("twice", first=first, second=one, sure=False)


def taken_up(passage: Passage) -> Iterator[Relation]:
    """ "Of these 45", "из этих 107 случаев", "те же 72": the number that was told last so."""
    for place, one in enumerate(passage.figures):
        first = passage.taken_up(one, [*passage.before, *passage.figures[:place]]) if one.kind is Kind.COUNT else None
        if first is not None:
            yield related("twice", first=first, second=one, sure=False)
