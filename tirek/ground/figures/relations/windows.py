"""Totals over stated time: "всего за последние пять лет 160", against the years' own figures wherever the text gives them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import Relation, related, same_kind


def windows(passages: Sequence[Passage], figures: Sequence[Figure]) -> Iterator[Relation]:
    """Every total over so many last years, with the series of years of its unit that stands nearest before it."""
    for passage in passages:
        for length, total in pairwise(passage.figures):
            years = length.quantity.value
            if (
                length.unit != "years"
                or length.sentence != total.sentence
                or total.kind is not Kind.COUNT
                or total.quantity.value is None
                or years is None
            ):
                continue
            begin, _ = passage.sentence(total.sentence)
            if "last" not in passage.between(max(begin, length.place - 3), length.place + 1) or total.place - length.after > 12:
                continue
            series = _series([one for one in figures if (one.line, one.place) < (total.line, total.place) and same_kind(one, total)])
            if len(series) > 1:
                yield related("sum", parts=tuple(series), whole=total, reading="window", per=int(years))


def _series(figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each year, the first that the text gives for it, in order of the years."""
    found: dict[int, Figure] = {}
    for one in figures:
        year = one.period.whole_year if one.period else None
        if year is not None and one.quantity.value is not None and one.quantity.hedge is None:
            found.setdefault(year, one)
    return [found[year] for year in sorted(found)]
