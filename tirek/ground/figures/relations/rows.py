"""A row of a table: the cues of its label and its figures by column."""

from dataclasses import dataclass

from ..passages import COUNTED, Passage
from ..reading import Figure


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label's cues and its figures by column."""

    passage: Passage
    cues: frozenset[str]
    cells: dict[int, Figure]
    label: tuple[str, ...]


def row_of(passage: Passage) -> Row:
    """The row that a passage is."""
    edges = [place for place, one in enumerate(passage.line.stream) if one.text in {"\t", "|"}]
    first = edges[1] if edges and edges[0] == 0 and len(edges) > 1 else (edges[0] if edges else 0)
    cells: dict[int, Figure] = {}
    for one in passage.figures:
        if one.column and one.place > first:
            cells.setdefault(one.column, one)
    return Row(passage, passage.between(0, first), cells, passage.words(0, first))


def counted(figure: Figure | None) -> bool:
    """Whether a cell holds one value of something counted."""
    return figure is not None and figure.kind in COUNTED and figure.quantity.value is not None
