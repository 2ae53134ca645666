"""From which figures a number of times could have been counted: "almost five times fewer" than the last peak, or than every year of the list before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading import Figure
from .relation import Relation, same_kind

LEAST = 3
"""Fewer years are no series: which of two figures a ratio is from is said beside it."""


def with_series(found: Sequence[Relation], figures: Sequence[Figure]) -> list[Relation]:
    """The relations, each number of times with the series of years from which its first figure is taken, where the text lists one."""
    runs = list(_runs(figures)) if any(one.kind == "ratio" for one in found) else []
    return [replace(one, series=_series(one, runs)) if one.kind == "ratio" else one for one in found]


def _series(relation: Relation, runs: Sequence[tuple[Figure, ...]]) -> tuple[Figure, ...]:
    before, after = relation.role("before")[0], relation.role("after")[0]
    for run in runs:
        of_it = any(each.quantity.value == before.quantity.value for each in run) and after not in run
        if of_it and same_kind(run[0], after) and same_kind(run[0], before) and _ends_before(run, after):
            return run
    return ()


def _ends_before(run: Sequence[Figure], after: Figure) -> bool:
    """Whether the later figure is of a time behind the series, as far as the text says."""
    year, last = _year(after), _year(run[-1])
    return year is None or last is None or year > last


def _runs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Neighbours of one unit, each of the year after the one before."""
    run: list[Figure] = []
    for one in figures:
        follows = run and one.quantity.settled and same_kind(one, run[-1]) and _year(one) == (_year(run[-1]) or 0) + 1
        if not follows:
            if len(run) >= LEAST:
                yield tuple(run)
            run = []
        if _year(one) is not None and one.quantity.settled:
            run.append(one)
    if len(run) >= LEAST:
        yield tuple(run)


def _year(one: Figure) -> int | None:
    return one.period.whole_year if one.period and not one.earlier else None
