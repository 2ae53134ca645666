"""A row of a table, or a line that is one without a table's marks: the cues of its label and its figures by column."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..passages import COUNTED, Passage, set_apart
from ..quantities import Kind
from ..reading import Figure

LONGEST = 30
"""Tokens of a line that is read as a row, at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label's cues and its figures by column."""

    passage: Passage
    cues: frozenset[str]
    cells: dict[int, Figure]
    label: tuple[str, ...]


def row_of(passage: Passage) -> Row:
    """The row that a passage is. A bar at its beginning is a frame; a TAB there is an empty first cell, as below a merged one."""
    edges = [place for place, one in enumerate(passage.line.stream) if one.text in {"\t", "|"}]
    framed = len(edges) > 1 and edges[0] == 0 and passage.line.stream[0].text == "|"
    first = edges[1] if framed else (edges[0] if edges else 0)
    cells: dict[int, Figure] = {}
    for one in passage.figures:
        if one.column and one.place > first:
            cells.setdefault(one.column, one)
    return Row(passage, passage.between(0, first), cells, passage.words(0, first))


def row_without_marks(passage: Passage) -> Row | None:
    """A short line with a label, a colon, a dash, dots or a gap, and figures: "Places: 13,500", "Питание    640 400    655 000"; None for any other."""
    shown = [one for one in passage.figures if one.kind in COUNTED | {Kind.PERCENT} and not passage.bracketed(one)]
    if passage.row or not shown or len(passage.line.stream) > LONGEST or len({one.sentence for one in shown}) > 1:
        return None
    first = shown[0]
    if not set_apart(passage.line, first.place, first.start):
        return None
    values = [first, *(one for one in shown[1:] if set_apart(passage.line, one.place, one.start, gap=True))]
    label = first.place - (passage.line.stream[first.place - 1].shape != "word")
    return Row(passage, passage.between(0, label), dict(enumerate(values, 1)), passage.words(0, label))


def counted(figure: Figure | None) -> bool:
    """Whether a cell holds one value of something counted."""
    return figure is not None and figure.kind in COUNTED and figure.quantity.value is not None


def nearly(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether figures nearly make a total, or one of them is more than it: where they are far from it otherwise, some are subtotals or of another kind."""
    said = whole.quantity.value or Fraction(0)
    return any((one.quantity.value or Fraction(0)) > said for one in parts) or abs(sum((one.quantity.value or Fraction(0) for one in parts), Fraction(0)) - said) * 10 <= said
