"""Which counts of published tables are withheld, so that nobody small in number is named by them, not even by subtraction.

Cells hold whole numbers of persons or events; every margin, and every further table that shares a margin, is a sum over cells. A count from 1 up to,
but not including, the threshold is withheld (primary). Then further cells are withheld (complementary), the smallest first and inner cells before
margins, until all that is published leaves each withheld cell more than the threshold apart: the least and the greatest number that it may be, over
all tables of whole numbers that fit. Withheld cells must be shown alike, so that a reader cannot tell the two sorts apart. A nought is published.

After A. Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapter 4 (cell suppression, the attacker's problem). It is no optimum: it
may withhold more than need be, never less. Exact, without rounding. Cost: a linear programme over the withheld cells at each step, about a second for
a table of ten rows and ten columns. It knows no table's meaning.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from .programme import Programme

Cell = Hashable
TOTAL = "total"
"""The name of a margin's row or column in `crossed`."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A cell that is the sum of others: a margin, or a total shared by two tables."""

    whole: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The whole and its parts."""
        return (self.whole, *self.parts)


def crossed(counts: Mapping[tuple[str, str], int]) -> tuple[dict[Cell, int], tuple[Sum, ...]]:
    """A table of rows and columns with its margins: cells by (row, column), and the sums that hold. A pair that is not given counts nothing."""
    rows, columns = (tuple(dict.fromkeys(pair[side] for pair in counts)) for side in (0, 1))
    cells: dict[Cell, int] = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    sums = [Sum((row, TOTAL), tuple((row, column) for column in columns)) for row in rows]
    sums += [Sum((TOTAL, column), tuple((row, column) for row in rows)) for column in columns]
    sums += [Sum((TOTAL, TOTAL), tuple((row, TOTAL) for row in rows)), Sum((TOTAL, TOTAL), tuple((TOTAL, column) for column in columns))]
    for one in sums:
        cells[one.whole] = sum(cells[part] for part in one.parts)
    return cells, tuple(sums)


def withheld(cells: Mapping[Cell, int], sums: Sequence[Sum], threshold: int) -> frozenset[Cell]:
    """The cells that are not published. Raises ValueError for a count below nought or a sum that does not hold."""
    for one in sums:
        if cells[one.whole] != sum(cells[part] for part in one.parts):
            raise ValueError(f"The parts of {one.whole!r} do not make {cells[one.whole]}.")
    if any(count < 0 for count in cells.values()):
        raise ValueError("A count is below nought.")
    hidden = {cell for cell, count in cells.items() if 0 < count < threshold}
    margins = {one.whole for one in sums}
    while hidden:
        open_ = [cell for cell, width in widths(cells, sums, hidden).items() if width is not None and width <= threshold]
        if not open_:
            break
        hidden.add(_next(cells, sums, hidden, open_, margins))
    return frozenset(hidden)


def widths(cells: Mapping[Cell, int], sums: Sequence[Sum], hidden: set[Cell]) -> dict[Cell, int | None]:
    """How far apart the least and the greatest are that each withheld cell may be, given all that is published; None where there is no greatest.

    Who knows the rule knows that noughts are published, hence that what is withheld is 1 at least: so it is reckoned, unless a nought is withheld too.
    Where an end is not that of a table of whole numbers, the true count stands in its place: the width is then told too small, never too great.
    """
    order = [cell for cell in cells if cell in hidden]
    least = 0 if any(cells[cell] == 0 for cell in hidden) else 1
    place = {cell: number for number, cell in enumerate(order)}
    equations = []
    for one in sums:
        if hidden & set(one.cells):
            signs = [0] * len(order)
            for cell in one.cells:
                if cell in hidden:
                    signs[place[cell]] += -1 if cell == one.whole else 1
            equations.append((signs, sum(sign * (cells[cell] - least) for sign, cell in zip(signs, order, strict=True))))
    programme = Programme(equations, len(order))
    return {cell: _width(programme, place[cell], cells[cell] - least) for cell in order}


def _width(programme: Programme, place: int, count: int) -> int | None:
    greatest = programme.greatest(place)
    if greatest is None:
        return None
    least = programme.least(place)
    ends = [end[place] if all(value.denominator == 1 for value in end) else count for end in (least, greatest)]
    return int(ends[1]) - int(ends[0])


def _next(cells: Mapping[Cell, int], sums: Sequence[Sum], hidden: set[Cell], open_: Sequence[Cell], margins: set[Cell]) -> Cell:
    """The cell that is withheld next: of a sum in which a cell still open stands with the fewest others withheld; counts before noughts."""
    near = [one for cell in open_ for one in sums if cell in one.cells and not set(one.cells) <= hidden]
    narrow = min((sum(cell in hidden for cell in one.cells) for one in near), default=0)
    beside = [cell for one in near if sum(cell in hidden for cell in one.cells) == narrow for cell in one.cells]
    order = {cell: number for number, cell in enumerate(cells)}
    free = [cell for cell in beside or cells if cell not in hidden]
    return min(free, key=lambda cell: (cells[cell] == 0, cell in margins, cells[cell], order[cell]))
