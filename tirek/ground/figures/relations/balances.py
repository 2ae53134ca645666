"""What a table says without a heading for it: columns that balance in every row ("staff, filled, vacant"), and rows that are some of the total.

It asks the figures and the cues of rows alone, never the words of a sentence.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from .relation import Relation, related
from .rows import Row, counted, nearly

LEAST = 3
"""Rows in which columns balance, at least: in so many, and of different values, they do so by chance in less than one table of a thousand."""
_SURE = 4
"""Rows in which they balance, at least, before another row of the same table is said not to."""


def balances(rows: Sequence[Row]) -> Iterator[Relation]:
    """The sums of three columns that hold in all rows, or in all but one of five and more."""
    columns = sorted({column for row in rows for column in row.cells})
    for three in combinations(columns, 3):
        told = [row for row in rows if all(column in row.cells and counted(row.cells[column]) for column in three)]
        if len(told) < LEAST or len({row.cells[three[0]].kind for row in told} | {row.cells[column].kind for row in told for column in three}) > 1:
            continue
        for whole in three:
            parts = [column for column in three if column != whole]
            held = [row for row in told if _value(row, whole) == sum(_value(row, column) for column in parts)]
            telling = {tuple(_value(row, column) for column in parts) for row in held if all(_value(row, column) for column in parts)}
            if len(telling) < LEAST or len(told) - len(held) > (1 if len(held) >= _SURE else 0):
                continue
            for row in told:
                inside = tuple(row.cells[column] for column in parts)
                if row in held or nearly(inside, row.cells[whole]):
                    yield related("sum", parts=inside, whole=row.cells[whole])


def _value(row: Row, column: int) -> Fraction:
    return row.cells[column].quantity.value or Fraction(0)


def of_the_total(row: Row) -> bool:
    """ "Из общего числа несовершеннолетние", "of the total, minors": a row that is some of the total, and no total itself."""
    return "total" in row.cues and "parts" not in row.cues and bool(_OF & set(row.label[:2]) or _FROM & set(row.label))


_OF = frozenset({"из", "of"})
_FROM = frozenset({"санынан", "ішінен", "ичинен", "сандан"})


def some_of_totals(rows: Sequence[Row]) -> Iterator[Relation]:
    """Rows that are some of the total told above them."""
    total: Row | None = None
    for row in rows:
        if of_the_total(row) and total is not None:
            for column in sorted(set(row.cells) & set(total.cells)):
                if counted(row.cells[column]) and counted(total.cells[column]):
                    yield related("part", part=row.cells[column], whole=total.cells[column], sure=False)
        elif "total" in row.cues and row.cells:
            total = row
