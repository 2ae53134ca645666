"""Tables: rows of parts below their whole, columns with a total, columns of shares, rows of years with a total at their end."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .balances import balances, of_the_total, some_of_totals
from .columns import change_columns, of_each, part_columns, rate_columns, share_columns, total_columns
from .comparing import STAGES
from .giving import gives
from .relation import STAGED, Relation, one_unit, related
from .rows import Row, counted, nearly, row_of, row_without_marks


def tables(passages: Sequence[Passage]) -> Iterator[Relation]:
    """What follows from every run of rows that stand below one another."""
    run: list[Row] = []
    for one in passages:
        row = row_of(one) if one.row else row_without_marks(one)
        if row is None or (run and one.line.number != run[-1].passage.line.number + 1):
            yield from _table(run)
            run = []
        run += [row] if row is not None else []
    yield from _table(run)


def _table(rows: Sequence[Row]) -> Iterator[Relation]:
    yield from _below(rows)
    yield from some_of_totals(rows)
    yield from _total_rows(rows)
    yield from total_columns(rows)
    yield from part_columns(rows)
    yield from balances(rows)
    yield from share_columns(rows)
    yield from change_columns(rows)
    yield from rate_columns(rows)
    yield from _share_rows(rows)
    yield from _stages(rows)
    yield from _adding_up(rows)
    yield from _left(rows)
    yield from _changes(rows)


_AGAIN = frozenset({"в", "из", "of", "including", "оның", "анын", "соның", "алардын", "олардың", "|"})
"""How the label of a row begins that opens parts of the row above it."""
_MOST = 12
"""Rows between the one that opens parts and "others", at most."""


def _below(rows: Sequence[Row]) -> Iterator[Relation]:
    """ "В том числе" and "из них" rows are parts of the last row that is none; with a row "others" at their end they are all parts."""
    whole: Row | None = None
    parts: list[Row] = []
    for place, row in enumerate([*rows, None]):
        if row is not None and "parts" in row.cues and whole is not None and not _AGAIN & set(row.label[:1]):
            whole, parts = row, []
            continue
        if row is not None and "parts" in row.cues and whole is not None:
            parts.append(row)
            continue
        if whole is not None and parts:
            closed = _to_the_rest(rows[place : place + _MOST])
            yield from _columns(whole, [*parts, *closed], all_told=bool(closed))
        whole, parts = row, []


def _to_the_rest(rows: Sequence[Row]) -> list[Row]:
    """The rows down to "others", where there is such a row before another whole begins."""
    for place, row in enumerate(rows):
        if not row.cells or {"parts", "total"} & row.cues:
            return []
        if "rest" in row.cues:
            return list(rows[: place + 1])
    return []


def _columns(whole: Row, parts: Sequence[Row], *, all_told: bool) -> Iterator[Relation]:
    for column, figure in whole.cells.items():
        inside = [one.cells[column] for one in parts if column in one.cells and counted(one.cells[column])]
        if not inside or not counted(figure):
            continue
        added, most = sum((one.quantity.value or Fraction(0)) for one in inside), figure.quantity.value or Fraction(0)
        nearly = all_told and len(inside) == len(parts) and abs(added - most) * 10 <= most
        if len(inside) > 1 and (added == most or nearly):
            yield related("sum", parts=tuple(inside), whole=figure)
        else:
            for one in inside:
                yield related("part", part=one, whole=figure, sure=False)


def _total_rows(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row "Итого": each column of counts above it, since the last such row or heading."""
    above: list[Row] = []
    for row in rows:
        if "total" in row.cues and not of_the_total(row) and len(above) > 1 and len(row.cells) and not any("parts" in one.cues for one in above):
            for column, figure in row.cells.items():
                values = [one.cells[column] for one in above if column in one.cells]
                told = counted(figure) and len(values) == len(above) and all(counted(one) for one in values)
                if told and not of_each(rows, column) and not _average(figure, values) and nearly(values, figure):
                    yield related("sum", parts=tuple(values), whole=figure)
            above = []
        elif row.cells:
            above.append(row)


def _average(figure: Figure, values: Sequence[Figure]) -> bool:
    """Whether a figure below others is printed like their average: with decimals, and between the least and the most of them."""
    each = [one.quantity.value or Fraction(0) for one in values]
    return any(one.denominator > 1 for one in each) and min(each) <= (figure.quantity.value or Fraction(0)) <= max(each)


def _share_rows(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row "Доля …" in per cent: two counts of its column near it that give it; else, by its label, a part of the whole that another such row has."""
    wholes: dict[int, Figure] = {}
    for place, row in enumerate(rows):
        for column, percent in row.cells.items():
            own = all(one.kind is Kind.PERCENT for one in row.cells.values())
            if not own or percent.unit != "percent" or percent.quantity.value is None:
                continue
            above = rows[max(0, place - 8) : place]
            pair = _filling(above, column) if "filled" in row.cues else None
            pair = _giving(above, column, percent) or pair
            named = _named(above, column, row) if "share" in row.cues else None
            other = named is not None and pair is not None and column in wholes and pair[1] is not wholes[column]
            if pair and not other:
                wholes[column] = pair[1]
                yield related("percent", part=pair[0], whole=pair[1], percent=percent)
            elif named is not None and column in wholes:
                yield related("percent", part=named, whole=wholes[column], percent=percent)


def _giving(above: Sequence[Row], column: int, percent: Figure) -> tuple[Figure, Figure] | None:
    """Part and whole among the counts above that give the percentage."""
    near = [one.cells[column] for one in reversed(above) if column in one.cells and counted(one.cells[column])]
    smaller = ((part, whole) for part, whole in permutations(near, 2) if (part.quantity.value or 0) < (whole.quantity.value or 0))
    return next((pair for pair in smaller if gives(pair[0], pair[1], percent)), None)


def _filling(above: Sequence[Row], column: int) -> tuple[Figure, Figure] | None:
    """How full something is: the last row of places or posts and the count right beside it."""
    near = [one for one in reversed(above) if column in one.cells and counted(one.cells[column])][:2]
    if len(near) < 2:
        return None
    rooms = [one for one in near if "room" in one.cues or one.cells[column].unit == "beds"]
    others = [one for one in near if one not in rooms]
    return (others[0].cells[column], rooms[0].cells[column]) if len(rooms) == len(others) == 1 else None


def _left(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row of what is vacant or left: with the count before it, of the row before both; of posts and places also where they make it only nearly."""
    for place, row in enumerate(rows):
        for column, last in row.cells.items() if {"left", "rest"} & row.cues else ():
            near = [one for one in reversed(rows[max(0, place - 4) : place]) if column in one.cells and counted(one.cells[column])][:2]
            if len(near) < 2 or not counted(last):
                continue
            first, whole = (one.cells[column] for one in near)
            off = abs((first.quantity.value or 0) + (last.quantity.value or 0) - (whole.quantity.value or Fraction(0)))
            if off == 0 or ("room" in near[1].cues and off * 10 <= (whole.quantity.value or 0)):
                yield related("sum", parts=(first, last), whole=whole)


def _named(above: Sequence[Row], column: int, row: Row) -> Figure | None:
    """The count above whose label begins like a word of this row's label: "Удовлетворено" and "Доля удовлетворённых"."""
    stems = {word[:7] for word in row.label if len(word) > 7}
    found = next((one.cells[column] for one in above if column in one.cells and stems & {word[:7] for word in one.label}), None)
    return found if counted(found) else None


def _changes(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row "Рост к предыдущему году" in per cent: two counts above it that make it."""
    for place, row in enumerate(rows):
        for column, percent in row.cells.items():
            if percent.kind is not Kind.PERCENT or not {"up", "down"} & row.cues or percent.quantity.value is None:
                continue
            near = [
                one.cells[column]
                for one in reversed(rows[max(0, place - 3) : place])
                if column in one.cells and counted(one.cells[column])
            ]
            pair = next((both for both in permutations(near, 2) if _changed(both[0], both[1], percent, rises="up" in row.cues)), None)
            if pair:
                yield related("change", before=pair[0], after=pair[1], percent=percent, rises="up" in row.cues)


def _changed(before: Figure, after: Figure, percent: Figure, *, rises: bool) -> bool:
    """Whether the percentage is the change from one figure to the other, upwards or downwards as said."""
    base, last = before.quantity.value or Fraction(0), after.quantity.value or Fraction(0)
    return bool(base) and rises == (last > base) and percent.quantity.rounded.holds(abs(last - base) * 100 / base)


def _stages(rows: Sequence[Row]) -> Iterator[Relation]:
    """Two rows below one another that count one unit at two stages."""
    for one, other in pairwise(rows):
        first, second = max(one.cues & set(STAGES), default=""), max(other.cues & set(STAGES), default="")
        for column in sorted(set(one.cells) & set(other.cells)) if first and second > first else ():
            earlier, later = one.cells[column], other.cells[column]
            if counted(earlier) and counted(later) and one_unit(earlier.unit, later.unit) and {earlier.unit, later.unit} <= STAGED | {None}:
                yield related("funnel", earlier=earlier, later=later, sure=False)


def _adding_up(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row of counts and neighbours below or above it that add up to it exactly, or two to four of the six below."""
    columns = sorted({column for row in rows for column in row.cells})
    for column in columns:
        listed = [row.cells.get(column) for row in rows]
        for place, whole in enumerate(listed):
            if whole is None or not counted(whole) or whole.kind is Kind.MEASURE or (whole.quantity.value or 0) < 20:
                continue
            found = (
                _neighbours(whole, listed[place + 1 : place + 25])
                or _neighbours(whole, listed[max(0, place - 24) : place][::-1])
                or _some(whole, listed[place + 1 : place + 7])
            )
            if found:
                yield related("sum", parts=tuple(found), whole=whole, sure=False)


def _neighbours(whole: Figure, others: Sequence[Figure | None]) -> list[Figure]:
    """The nearest figures in their order, without a gap, that add up to the whole; empty where they do not."""
    taken, added = [], Fraction(0)
    for one in others:
        if one is None or one.kind is not whole.kind or one.quantity.value is None:
            return []
        taken.append(one)
        added += one.quantity.value
        if added == whole.quantity.value and len(taken) > 1:
            return taken
        if added > (whole.quantity.value or 0):
            return []
    return []


def _some(whole: Figure, others: Sequence[Figure | None]) -> list[Figure]:
    """Two to four of a few figures that add up to the whole; only of a whole so large that it is hardly chance."""
    if (whole.quantity.value or 0) < 200:
        return []
    counted = [one for one in others if one is not None and one.kind is whole.kind and one.quantity.value]
    for size in (2, 3, 4):
        for some in combinations(counted, size):
            if sum((one.quantity.value or Fraction(0)) for one in some) == whole.quantity.value:
                return list(some)
    return []
