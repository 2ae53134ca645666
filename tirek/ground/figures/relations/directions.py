"""Rises and falls without a number that says by how much: "fell from 14 to 12", "поднялась до 24 %, тогда как прежде была 20 %"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .levels import reached
from .pairing import earlier, way
from .relation import TURNED, Relation, related, same_kind


def _became(passage: Passage, number: int, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "Поднялась до 24 %, тогда как прежде была 20 %": what it became and what it was."""
    became = [one for one in figures if reached(passage, one)]
    were = [one for one in figures if earlier(passage, one)] if became else []  # once for a sentence: it may be made of figures alone
    for one in became:
        rises = way(passage, one)
        before = [other for other in were if other is not one and same_kind(one, other)]
        if rises is not None and len(before) == 1 and not {"of_change"} & passage.between(one.place - 1, one.place):
            yield related("direction", before=before[0], after=one, rises=rises, sure=False)


def _over_years(passage: Passage, number: int, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "Such cases rise (2022 – 27, 2023 – 31, 2024 – 38)": from the first year to the last."""
    dated = sorted((one for one in figures if one.period and one.period.whole_year and not passage.totals(one)), key=lambda one: (one.period and one.period.whole_year) or 0)
    turned = {"up", "down"} & passage.between(*passage.sentence(number))
    different = len({one.period.whole_year for one in dated if one.period}) == len(dated) > 2
    if different and len(turned) == 1 and all(same_kind(one, dated[0]) for one in dated):
        yield related("direction", before=dated[0], after=dated[-1], rises=turned == {"up"}, sure=False)


def directions(passage: Passage, used: set[int]) -> Iterator[Relation]:
    """ "fell from 14 to 12" without a number that says by how much."""
    for number in range(len(passage.line.sentences)):
        figures = [
            one
            for one in passage.of_sentence(number)
            if one.kind in {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE} and one.quantity.value is not None
        ]
        yield from _became(passage, number, figures)
        yield from _over_years(passage, number, figures)
        for one, other in pairwise(figures):
            begin, _ = passage.sentence(number)
            opens = one.ablative or "from" in passage.between(max(begin, one.place - 4), one.place)
            closes = other.dative or "to" in passage.between(one.after, other.place)
            rises = way(passage, one)
            near = passage.between(max(begin, one.place - 9), min(passage.sentence(number)[1], other.after + 6)) & TURNED
            if opens and closes and near and same_kind(one, other) and rises is not None and not {id(one), id(other)} <= used:
                yield related("direction", before=one, after=other, rises=rises)
