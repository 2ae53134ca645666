"""Columns of a table that follow from other columns: totals, shares, changes from one year to the next."""

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from ..quantities import Kind, as_rate
from ..reading import Figure
from .giving import gives, turns
from .relation import Relation, related
from .rows import Row, counted, nearly


def total_columns(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column "Total": each row's other counts."""
    column = _total_column(rows)
    for row in rows:
        figure = row.cells.get(column) if column else None
        others = [one for place, one in sorted(row.cells.items()) if place != column]
        if figure is not None and counted(figure) and len(others) > 1 and all(counted(one) for one in others) and nearly(others, figure):
            yield related("sum", parts=tuple(others), whole=figure)


def _total_column(rows: Sequence[Row]) -> int | None:
    """Which column the heading calls the total; it is the last or the first."""
    for row in rows[:1]:
        stream = row.passage.line.stream
        edges = [place for place, one in enumerate(stream) if one.text in {"\t", "|"}]
        for place, _, cue in row.passage.cues:
            if cue == "total" and sum(1 for one in edges if one < place) > 1:
                return sum(1 for one in edges if one < place)
    return None


def part_columns(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column whose heading begins with "из них", "of whom": in each row a part of the count to the left of it."""
    for row in rows[:1] if rows and not rows[0].cells else ():
        stream = row.passage.line.stream
        edges = [place for place, one in enumerate(stream) if one.text in {"\t", "|"}]
        opened = {place: sum(1 for one in edges if one < place) for place, _, cue in row.passage.cues if cue == "parts"}
        columns = [column for place, column in opened.items() if place and place - 1 in edges and column > 1]
        for column, one in ((column, one) for column in columns for one in rows[1:]):
            part, whole = one.cells.get(column), one.cells.get(column - 1)
            if part and whole and counted(part) and counted(whole):
                yield related("part", part=part, whole=whole)


def of_each(rows: Sequence[Row], column: int) -> bool:
    """Whether the heading says that a column holds averages or shares: they do not add up."""
    for row in rows[:1]:
        edges = [place for place, one in enumerate(row.passage.line.stream) if one.text in {"\t", "|"}]
        if any(cue in _UNADDED and sum(1 for one in edges if one < place) == column for place, _, cue in row.passage.cues):
            return True
    return False


_UNADDED = frozenset({"each", "average", "share", "percent"})
"""Words of a heading under which nothing is added up."""


def share_columns(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column of percentages: of two columns of counts, or of a column and its total, of which it is the share in most rows."""
    for column, shown in _in_percent(rows):
        pair = _columns(shown, column, gives)
        if pair:
            for row in shown:
                if set(pair) <= set(row.cells):
                    yield related("percent", part=row.cells[pair[0]], whole=row.cells[pair[1]], percent=row.cells[column])
            continue
        yield from _of_total(rows, shown, column)


def change_columns(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column of percentages by which one column of counts differs from another in most rows."""
    for column, shown in _in_percent(rows):
        pair = None if _columns(shown, column, gives) else _columns(shown, column, turns)
        for row in shown if pair else ():
            if pair and set(pair) <= set(row.cells):
                yield related("change", before=row.cells[pair[0]], after=row.cells[pair[1]], percent=row.cells[column])


def rate_columns(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column "Prisoners per staff member": of two columns of counts that give it in most rows."""
    columns = sorted({place for row in rows for place in row.cells})
    for column in columns if len(columns) > 2 else ():
        shown = [row for row in rows if counted(row.cells.get(column))]
        pair = _columns(shown, column, _divides) if len(shown) > 1 and of_each(rows, column) else None
        for row in shown if pair else ():
            if pair and column not in pair and set(pair) <= set(row.cells):
                yield related("rate", numerator=row.cells[pair[0]], denominator=row.cells[pair[1]], rate=row.cells[column])


def _divides(above: Figure, below: Figure, rate: Figure) -> bool:
    one, other = above.quantity.value, below.quantity.value
    return one is not None and bool(other) and rate not in (above, below) and as_rate(rate.quantity).rounded.holds(one / (other or 1))


def _in_percent(rows: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
    """Every column with percentages, and the rows in which it has one."""
    for column in sorted({place for row in rows for place, one in row.cells.items() if one.kind is Kind.PERCENT}):
        shown = [row for row in rows if column in row.cells and row.cells[column].kind is Kind.PERCENT and row.cells[column].quantity.value is not None]
        if len(shown) > 1:
            yield column, shown


def _columns(rows: Sequence[Row], column: int, makes: Callable[[Figure, Figure, Figure], bool]) -> tuple[int, int] | None:
    """The two columns that make the percentages in at least half of the rows where both stand, and in two."""
    places = sorted({place for row in rows for place, one in row.cells.items() if counted(one)})
    best: tuple[int, tuple[int, int]] | None = None
    for first, second in permutations(places, 2):
        told = [row for row in rows if counted(row.cells.get(first)) and counted(row.cells.get(second))]
        fits = sum(makes(row.cells[first], row.cells[second], row.cells[column]) for row in told)
        if fits >= 2 and fits * 2 >= len(told) and (best is None or fits > best[0]):
            best = fits, (first, second)
    return best[1] if best else None


def _of_total(rows: Sequence[Row], shown: Sequence[Row], column: int) -> Iterator[Relation]:
    """Shares of what the last or first row of a column counts in all."""
    for place in sorted({place for row in shown for place, one in row.cells.items() if counted(one)}):
        inside = [row for row in shown if counted(row.cells.get(place))]
        for total in (row for row in rows if counted(row.cells.get(place)) and "total" in row.cues):
            parts = [row for row in inside if row is not total]
            fits = sum(gives(row.cells[place], total.cells[place], row.cells[column]) for row in parts)
            if fits >= 2 and fits * 2 >= len(parts):
                for row in parts:
                    yield related("percent", part=row.cells[place], whole=total.cells[place], percent=row.cells[column])
                return
