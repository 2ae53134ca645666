"""Tables: rows of parts below their whole, columns with a total, columns of shares, rows of years with a total at their end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from ..passages import COUNTED, Passage
from ..quantities import Kind
from ..reading import Figure
from .comparing import STAGED, STAGES
from .relation import Relation, related
from .shares import gives


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label's cues and its figures by column."""

    passage: Passage
    cues: frozenset[str]
    cells: dict[int, Figure]
    label: tuple[str, ...]


def tables(passages: Sequence[Passage]) -> Iterator[Relation]:
    """What follows from every run of rows that stand below one another."""
    run: list[Passage] = []
    for one in passages:
        if one.row and (not run or one.line.number == run[-1].line.number + 1):
            run.append(one)
            continue
        yield from _table(run)
        run = [one] if one.row else []
    yield from _table(run)


def _table(run: Sequence[Passage]) -> Iterator[Relation]:
    rows = [_row(one) for one in run]
    yield from _below(rows)
    yield from _total_rows(rows)
    yield from _total_columns(rows)
    yield from _shares(rows)
    yield from _share_rows(rows)
    yield from _stages(rows)
    yield from _adding_up(rows)
    yield from _changes(rows)


def _row(passage: Passage) -> Row:
    edges = [place for place, one in enumerate(passage.line.stream) if one.text in {"\t", "|"}]
    first = edges[1] if edges and edges[0] == 0 and len(edges) > 1 else (edges[0] if edges else 0)
    cells: dict[int, Figure] = {}
    for one in passage.figures:
        if one.column and one.place > first:
            cells.setdefault(one.column, one)
    return Row(passage, passage.between(0, first), cells, passage.words(0, first))


def _counted(figure: Figure | None) -> bool:
    return figure is not None and figure.kind in COUNTED and figure.quantity.value is not None


def _below(rows: Sequence[Row]) -> Iterator[Relation]:
    """ "В том числе" and "из них" rows are parts of the last row that is none."""
    whole: Row | None = None
    parts: list[Row] = []
    for row in [*rows, None]:
        if (
            row is not None
            and "parts" in row.cues
            and whole is not None
            and row.label[:1]
            not in {("в",)} | {(one,) for one in ("из", "of", "including", "оның", "анын", "соның", "алардын", "олардың", "|")}
        ):
            whole, parts = row, []
            continue
        if row is not None and "parts" in row.cues and whole is not None:
            parts.append(row)
            continue
        if whole is not None and parts:
            yield from _columns(whole, parts)
        whole, parts = row, []


def _columns(whole: Row, parts: Sequence[Row]) -> Iterator[Relation]:
    for column, figure in whole.cells.items():
        inside = [one.cells[column] for one in parts if column in one.cells and _counted(one.cells[column])]
        if not inside or not _counted(figure):
            continue
        added = sum((one.quantity.value or Fraction(0)) for one in inside)
        if len(inside) > 1 and added == figure.quantity.value:
            yield related("sum", parts=tuple(inside), whole=figure)
        else:
            for one in inside:
                yield related("part", part=one, whole=figure, sure=False)


def _total_rows(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row "Итого": each column of counts above it, since the last such row or heading."""
    above: list[Row] = []
    for row in rows:
        if "total" in row.cues and len(above) > 1 and len(row.cells) and not any("parts" in one.cues for one in above):
            for column, figure in row.cells.items():
                values = [one.cells[column] for one in above if column in one.cells]
                if _counted(figure) and len(values) == len(above) and all(_counted(one) for one in values):
                    yield related("sum", parts=tuple(values), whole=figure)
            above = []
        elif row.cells:
            above.append(row)


def _total_columns(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column "Total": each row's other counts."""
    column = _total_column(rows)
    for row in rows:
        figure = row.cells.get(column) if column else None
        others = [one for place, one in sorted(row.cells.items()) if place != column]
        if figure is not None and _counted(figure) and len(others) > 1 and all(_counted(one) for one in others):
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


def _shares(rows: Sequence[Row]) -> Iterator[Relation]:
    """A column of percentages: the two columns of counts of which it is the share in most rows."""
    shown = [row for row in rows if any(one.kind is Kind.PERCENT for one in row.cells.values())]
    columns = {place for row in shown for place, one in row.cells.items() if one.kind is Kind.PERCENT}
    for column in sorted(columns):
        pairs = _pairs(shown, column)
        if pairs:
            top, bottom = pairs
            for row in shown:
                if {top, bottom, column} <= set(row.cells) and row.cells[column].kind is Kind.PERCENT:
                    yield related("percent", part=row.cells[top], whole=row.cells[bottom], percent=row.cells[column])


def _pairs(rows: Sequence[Row], column: int) -> tuple[int, int] | None:
    """The columns whose quotient gives the percentage in at least half of the rows, and in two."""
    places = sorted({place for row in rows for place, one in row.cells.items() if _counted(one)})
    best: tuple[int, tuple[int, int]] | None = None
    for top in places:
        for bottom in places:
            fits = sum(1 for row in rows if top != bottom and _gives(row, top, bottom, column))
            if fits >= 2 and fits * 2 >= len(rows) and (best is None or fits > best[0]):
                best = fits, (top, bottom)
    return best[1] if best else None


def _gives(row: Row, top: int, bottom: int, column: int) -> bool:
    if not {top, bottom, column} <= set(row.cells):
        return False
    whole = row.cells[bottom].quantity.value
    return bool(whole) and row.cells[column].quantity.rounded.holds(
        (row.cells[top].quantity.value or Fraction(0)) * 100 / Fraction(whole or 1)
    )


def _share_rows(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row "Доля …" in per cent: two counts of its column near it that give it; else, by its label, a part of the whole that another such row has."""
    wholes: dict[int, Figure] = {}
    for place, row in enumerate(rows):
        for column, percent in row.cells.items():
            if (
                percent.kind is not Kind.PERCENT
                or percent.unit != "percent"
                or percent.quantity.value is None
                or set(row.cells) != {column}
            ):
                continue
            above = rows[max(0, place - (8 if "share" in row.cues else 5)) : place]
            pair = _giving(above, column, percent)
            named = _named(above, column, row) if "share" in row.cues else None
            if pair:
                wholes[column] = pair[1]
                yield related("percent", part=pair[0], whole=pair[1], percent=percent)
            elif named is not None and column in wholes:
                yield related("percent", part=named, whole=wholes[column], percent=percent)


def _giving(above: Sequence[Row], column: int, percent: Figure) -> tuple[Figure, Figure] | None:
    """Part and whole among the counts above that give the percentage."""
    near = [one.cells[column] for one in reversed(above) if column in one.cells and _counted(one.cells[column])]
    smaller = ((part, whole) for part, whole in permutations(near, 2) if (part.quantity.value or 0) < (whole.quantity.value or 0))
    return next((pair for pair in smaller if gives(pair[0], pair[1], percent)), None)


def _named(above: Sequence[Row], column: int, row: Row) -> Figure | None:
    """The count above whose label begins like a word of this row's label: "Удовлетворено" and "Доля удовлетворённых"."""
    stems = {word[:7] for word in row.label if len(word) > 7}
    found = next((one.cells[column] for one in above if column in one.cells and stems & {word[:7] for word in one.label}), None)
    return found if _counted(found) else None


def _changes(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row "Рост к предыдущему году" in per cent: two counts above it that make it."""
    for place, row in enumerate(rows):
        for column, percent in row.cells.items():
            if percent.kind is not Kind.PERCENT or not {"up", "down"} & row.cues or percent.quantity.value is None:
                continue
            near = [
                one.cells[column]
                for one in reversed(rows[max(0, place - 3) : place])
                if column in one.cells and _counted(one.cells[column])
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
            if _counted(earlier) and _counted(later) and earlier.unit == later.unit and earlier.unit in STAGED:
                yield related("funnel", earlier=earlier, later=later, sure=False)


def _adding_up(rows: Sequence[Row]) -> Iterator[Relation]:
    """A row of counts and neighbours below or above it that add up to it exactly, or two to four of the six below."""
    columns = sorted({column for row in rows for column in row.cells})
    for column in columns:
        listed = [row.cells.get(column) for row in rows]
        for place, whole in enumerate(listed):
            if whole is None or not _counted(whole) or whole.kind is Kind.MEASURE or (whole.quantity.value or 0) < 20:
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
