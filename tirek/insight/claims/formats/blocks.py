"""Lines out of paragraphs and tables: a paragraph is a line, a row is a line with its cells between TABs. It knows no file format.

A merged cell stands where it begins; the places it covers stay empty, so that the columns of all rows agree. A table that holds
another table serves the layout: its cells are read one after the other.
"""

import re

from tirek.foundation.files.apart.faults import Unreadable
from tirek.insight.claims.formats.answers import raised, seen

_BLANKS = re.compile(r"[ \t\n\r]+")
_MOST_COLUMNS = 400
"""Places for merged cells end here: a cell that says it spans more is a mistake or a trap."""


class Table:
    """A table that is being read."""

    __slots__ = ("blocks", "cells", "continued", "covered", "layout", "rowspan", "span")

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.blocks: list[str] | None = None
        self.covered: dict[int, int] = {}
        self.layout = self.continued = False
        self.span = self.rowspan = 1

    def open_cell(self, span: int, rowspan: int) -> None:
        """Begins a cell at the first place that no cell above covers."""
        self.skip_covered()
        self.blocks, self.span, self.rowspan, self.continued = [], max(1, span), rowspan, False

    def skip_covered(self) -> None:
        """Empty places for what cells above cover."""
        while self.covered.get(len(self.cells), 0) > 0:
            self.covered[len(self.cells)] -= 1
            self.cells.append("")

    def close_cell(self) -> None:
        """Ends the cell; the places that it spans stay empty."""
        first = len(self.cells)
        self.cells.append("" if self.continued else _BLANKS.sub(" ", " ".join(self.blocks or ())).strip(" "))
        self.cells.extend([""] * min(self.span - 1, max(0, _MOST_COLUMNS - first)))
        if self.rowspan > 1:
            self.covered.update(dict.fromkeys(range(first, len(self.cells)), self.rowspan - 1))
        self.blocks = None

    def end_row(self) -> str:
        """The row as a line; what cells above cover to its right is used up."""
        self.skip_covered()
        for column, rows in self.covered.items():
            if column >= len(self.cells) and rows:
                self.covered[column] = rows - 1
        line, self.cells = "\t".join(self.cells).rstrip("\t"), []
        return line


class Blocks:
    """Collects lines; refuses when there are more characters than `most`."""

    def __init__(self, most: int) -> None:
        self.lines: list[str] = []
        self._most = most
        self._size = 0
        self._open: list[list[str]] = [[]]
        self._tables: list[Table] = []

    def write(self, text: str, *, above: bool = False) -> None:
        """Adds text to the open paragraph; `above`: a mark above the line."""
        self._size += len(text)
        if self._size > self._most:
            raise Unreadable("text-too-long", limit=self._most)
        self._open[-1].append(raised(text) if above else text)

    def begin(self) -> None:
        """A paragraph inside the open one, such as a text box."""
        self._open.append([])

    def end(self) -> None:
        """Ends the paragraph."""
        self.rest()
        if len(self._open) > 1:
            self._open.pop()

    def rest(self) -> None:
        """Puts what is written of the paragraph on lines of its own."""
        lines = [line.strip(" \t") for line in seen("".join(self._open[-1])).split("\n")]
        self._open[-1].clear()
        self._place([line for line in lines if line])

    def _place(self, lines: list[str]) -> None:
        around = next((table.blocks for table in reversed(self._tables) if table.blocks is not None), self.lines)
        around.extend(lines)

    def open_table(self) -> None:
        """Begins a table; one in the open cell makes the outer table a layout."""
        self.rest()
        if self._tables:
            self._tables[-1].layout = True
        self._tables.append(Table())

    def open_cell(self, span: int = 1, rowspan: int = 1) -> None:
        """Begins a cell, after ending one that was left open."""
        if self._tables:
            self.close_cell()
            self._tables[-1].open_cell(span, rowspan)

    def set_span(self, span: int) -> None:
        """Says how many columns the open cell spans."""
        if self._tables:
            self._tables[-1].span = max(1, span)

    def continue_cell(self) -> None:
        """The open cell only continues the one above or before it: what stands in it is not shown."""
        if self._tables:
            self._tables[-1].continued = True

    def skip_cells(self, count: int) -> None:
        """Leaves places empty."""
        if self._tables:
            self._tables[-1].cells.extend([""] * min(count, _MOST_COLUMNS))

    def close_cell(self) -> None:
        """Ends the open cell, if there is one."""
        self.rest()
        if self._tables and self._tables[-1].blocks is not None:
            table = self._tables[-1]
            if table.layout:
                lines, table.blocks = table.blocks or [], None
                self._place(lines)
            else:
                table.close_cell()

    def close_row(self) -> None:
        """Ends the row: one line, unless nothing stands in it."""
        self.close_cell()
        if self._tables:
            self._count(len(self._tables[-1].cells))
            line = self._tables[-1].end_row()
            self._place([line] if line else [])

    def drop_row(self) -> None:
        """Forgets the open row."""
        if self._tables:
            self.close_cell()
            self._tables[-1].cells = []

    def close_table(self) -> None:
        """Ends the table with the row that was left open; the lines of an inner table go to the cell around it."""
        if self._tables:
            self.close_row()
            self._tables.pop()

    def finish(self) -> str:
        """All lines as one text."""
        while self._tables:
            self.close_table()
        while len(self._open) > 1:
            self.end()
        self.rest()
        return "\n".join(self.lines)

    def _count(self, places: int) -> None:
        self._size += places
        if self._size > self._most:
            raise Unreadable("text-too-long", limit=self._most)


def number(said: str | None) -> int:
    """A count in an attribute; 1 where it is none."""
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else 1
