"""The time of a total: "2020 – 13, 2021 – 15, 2022 – 8, in total 36" is of three years and not of the last one named."""

from collections.abc import Sequence
from dataclasses import replace

from ..figure import Figure
from ..periods import Period
from .relation import Relation


def spanned(figures: Sequence[Figure], relations: Sequence[Relation]) -> tuple[Figure, ...]:
    """The figures, each total of several years with the time from the first to the last of them, where it was read as of one of these alone."""
    spans = {whole.start: period for whole, period in (_span(one) for one in relations if one.kind == "sum") if period is not None}
    return tuple(replace(one, period=spans.get(one.start, one.period)) for one in figures)


def _span(relation: Relation) -> tuple[Figure, Period | None]:
    whole, parts = relation.role("whole")[0], relation.role("parts")
    periods = [one.period for one in parts if one.period and one.period.whole_year]
    years = {period.whole_year for period in periods}
    own = whole.period.whole_year if whole.period else None
    if len(periods) < len(parts) or len(years) < len(parts) or len(years) < 2 or own not in years:
        return whole, None
    ordered = sorted(periods, key=lambda period: period.whole_year or 0)
    return whole, Period(ordered[0].start, ordered[-1].end)
