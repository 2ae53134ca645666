"""Pieces of a PDF page into lines, and rows of its tables. It knows no file and no page before or after.

A PDF has no tables: a row is what stands side by side. A cell of several lines is put together where its place leaves no doubt;
where it does, its lines stay lines.
"""

from collections.abc import Iterable

from tirek.insight.claims.formats.strokes import Piece

_MOST_LINES = 8
"""A cell has at most so many lines; a taller block beside another is a column of text."""


class Row:
    """A line of text, or a row of a table: `bottom` is the foot of its first line, `low` of its last, `cell` where its last cell begins.

    `alone`: no paragraph goes on from it.
    """

    __slots__ = ("alone", "bottom", "cell", "cells", "first", "height", "hyphen", "left", "low", "right", "text")

    def __init__(self, piece: Piece) -> None:
        self.text, self.left, self.right, self.first = piece.text, piece.left, piece.right, piece.first
        self.bottom = self.low = piece.bottom
        self.height, self.hyphen, self.cell = piece.height, piece.hyphen, piece.cell
        self.cells = "\t" in piece.text
        self.alone = False

    def add_cell(self, piece: Piece) -> None:
        """The piece stands to the right: another cell, or only a wide space."""
        column = self.cells or piece.left - self.right > 0.6 * self.height or abs(piece.bottom - self.bottom) > 1
        self.text += ("\t" if column else " ") + piece.text
        self.cells = self.cells or column or "\t" in piece.text
        self.cell = piece.cell if "\t" in piece.text else piece.left if column else self.cell
        self.bottom, self.low = max(self.bottom, piece.bottom), min(self.low, piece.bottom) if self.cells else piece.bottom
        self.right, self.hyphen = max(self.right, piece.right), piece.hyphen

    def go_on(self, piece: Piece) -> None:
        """The piece is the next line of the last cell."""
        self.text = continued(self.text, piece.text, self.hyphen)
        self.low, self.right, self.hyphen = piece.bottom, max(self.right, piece.right), piece.hyphen


def continued(before: str, after: str, hyphen: bool) -> str:
    """Two lines of one text: a word divided at the line's end is one word again, a hyphen between figures stays."""
    if hyphen:
        whole = before[-1:].isalpha() and after[:1].islower()
        return before + ("" if whole else "-") + after
    if before.endswith("-") and before[-2:-1].isalnum():
        return before + after
    return before + " " + after


def rows(pieces: Iterable[Piece]) -> list[Row]:
    """The lines and rows of one page."""
    found: list[Row] = []
    for piece in pieces:
        if not found or not placed(found, piece):
            found.append(Row(piece))
    return found


def placed(found: list[Row], piece: Piece) -> bool:
    """Whether the piece belongs to the last row, or makes a row of the last lines; it is put there."""
    last, slack = found[-1], 0.35 * piece.height
    beside = piece.left >= last.right - slack
    if beside and last.low - slack <= piece.bottom <= last.bottom + slack:
        last.add_cell(piece)
        return True
    if piece.bottom > last.low + slack:
        return gathered(found, piece, slack)
    if last.cells and "\t" not in piece.text and goes_on(last, piece):
        last.go_on(piece)
        return True
    return False


def goes_on(row: Row, piece: Piece) -> bool:
    """Whether the piece lies right under the row's last cell, which is not its first."""
    near = 0 < row.low - piece.bottom < 1.6 * piece.height
    return near and row.cell > row.left + row.height and piece.left > row.cell - 0.6 * piece.height


def gathered(found: list[Row], piece: Piece, slack: float) -> bool:
    """A piece higher up and to the right of the last lines: together they are one row, the lines its first cell."""
    count = 0
    while count < len(found) and found[-1 - count].low <= piece.bottom + slack and not (count and found[-1 - count].cells):
        count += 1
    if not 0 < count <= _MOST_LINES or piece.left < max(row.right for row in found[-count:]) - slack:
        return False
    if found[-count].bottom < piece.bottom - slack:  # set in the middle of a cell: as many lines stand above
        above = [row for row in found[-2 * count : -count] if not row.cells and abs(row.left - found[-count].left) < slack]
        count += len(above) if len(above) == count else 0
    first, *rest = found[-count:]
    for row in rest:
        first.text = continued(first.text, row.text, first.hyphen)
        first.low, first.hyphen, first.right = row.low, row.hyphen, max(first.right, row.right)
    del found[len(found) - count + 1 :]
    first.cells = True
    first.add_cell(piece)
    return True
