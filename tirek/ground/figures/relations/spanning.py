"""The time of a total, "2020 – 13, 2021 – 15, 2022 – 8, in total 36", which is of three years and not of the last one named, and the time of parts, which is their whole's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ..figure import Figure
from ..periods import Period
from .relation import SOME, Relation

NESTED = 2
"""How deep parts of parts are followed."""


def spanned(figures: Sequence[Figure], relations: Sequence[Relation]) -> tuple[Figure, ...]:
    """The figures, each total of several years with the time from the first to the last of them, where it was read as of one of these or of none,
    and each part without a time with that of the whole that a word makes it a part of."""
    spans = {whole.start: period for whole, period in (_span(one) for one in relations if one.kind == "sum") if period is not None}
    times = {one.start: spans.get(one.start, one.period) for one in figures}
    for _ in range(NESTED):
        for whole, part in _inside(relations):
            if times.get(part.start) is None:
                times[part.start] = times.get(whole.start)
    return tuple(replace(one, period=times[one.start]) for one in figures)


def _inside(relations: Sequence[Relation]) -> Iterator[tuple[Figure, Figure]]:
    """Wholes with their parts, where the text says that they are: "Of the 31 deaths in 2023, 17 …"."""
    for one in relations:
        if one.kind in {"sum", "part", "percent"} and one.sure and one.reading in {"", SOME}:
            yield from ((one.role("whole")[0], part) for name in ("parts", "part") for part in one.role(name))


def _span(relation: Relation) -> tuple[Figure, Period | None]:
    """The whole with its span of years. "Over the last five years" names none: only where the years told make the total are they those that are meant."""
    whole, parts = relation.role("whole")[0], relation.role("parts")
    if relation.reading == "window" and sum((one.quantity.value or Fraction(0) for one in parts), Fraction(0)) != whole.quantity.value:
        return whole, None
    periods = [one.period for one in parts if one.period and one.period.whole_year]
    years = {period.whole_year for period in periods}
    own = whole.period.whole_year if whole.period else None
    if len(periods) < len(parts) or len(years) < len(parts) or len(years) < 2 or own not in {None, *years}:
        return whole, None
    ordered = sorted(periods, key=lambda period: period.whole_year or 0)
    return whole, Period(ordered[0].start, ordered[-1].end)
