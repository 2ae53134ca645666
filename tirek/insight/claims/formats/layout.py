"""Pieces of a PDF page into lines, and rows of its tables. It knows no file and no page before or after.

A PDF has no tables: a row is what stands side by side. A cell of several lines is put together where its place leaves no doubt;
where it does, its lines stay lines.
"""

from collections.abc import Iterable

from tirek.insight.claims.formats.answers import RAISED, raised
from tirek.insight.claims.formats.divided import MARK
from tirek.insight.claims.formats.strokes import Piece

_MOST_LINES = 8
"""A cell has at most so many lines; a taller block beside another is a column of text."""


class Row:
    """A line of text, or a row of a table: `bottom` is the foot of its first line, `low` of its lowest, `foot` of the last line
    of its last cell, `cell` where that cell begins.

    `alone`: no paragraph goes on from it.
    """

    __slots__ = ("alone", "bottom", "cell", "cells", "first", "foot", "height", "hyphen", "left", "low", "right", "text")

    def __init__(self, piece: Piece) -> None:
        self.text, self.left, self.right, self.first = piece.text, piece.left, piece.right, piece.first
        self.bottom = self.low = self.foot = piece.bottom
        self.height, self.hyphen, self.cell = piece.height, piece.hyphen, piece.cell
        self.cells = "\t" in piece.text
        self.alone = False

    def add_cell(self, piece: Piece) -> None:
        """The piece stands to the right: another cell, a word after a wide space, or a mark above the line."""
        gap = piece.left - self.right
        close = gap < 0.3 * self.height and not self.cells
        small = close and piece.height < 0.85 * self.height and piece.text.isdigit() and piece.bottom > self.bottom + 0.1 * self.height
        column = not close and (self.cells or gap > 0.6 * self.height or abs(piece.bottom - self.bottom) > 1)
        mark = small or (close and piece.text[0] in RAISED)
        self.text += ("\t" if column else "" if mark else " ") + (raised(piece.text) if small else piece.text)
        self.cells = self.cells or column or "\t" in piece.text
        self.cell = piece.cell if "\t" in piece.text else piece.left if column else self.cell
        self.bottom = self.bottom if mark else max(self.bottom, piece.bottom)
        self.foot = self.foot if small else piece.bottom
        self.low = min(self.low, self.foot)
        self.right, self.hyphen = max(self.right, piece.right), piece.hyphen

    def go_on(self, piece: Piece) -> None:
        """The piece is the next line of the last cell."""
        self.text = continued(self.text, piece.text, self.hyphen)
        self.foot, self.right, self.hyphen = piece.bottom, max(self.right, piece.right), piece.hyphen
        self.low = min(self.low, self.foot)


def continued(before: str, after: str, hyphen: bool) -> str:
    """Two lines of one text: where the line's end divides a word a mark stands, to be decided later; a hyphen between figures stays."""
    if hyphen:
        divides = before[-1:].isalpha() and after[:1].islower()
        return before + (MARK if divides else "-") + after
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
    if last.cells and "\t" not in piece.text and goes_on(last, piece):
        last.go_on(piece)
        return True
    return piece.bottom > last.low + slack and gathered(found, piece, slack)


def goes_on(row: Row, piece: Piece) -> bool:
    """Whether the piece lies right under the row's last cell, which is not its first."""
    near = 0 < row.foot - piece.bottom < 1.6 * piece.height
    return near and row.cell > row.left + row.height and piece.left > row.cell - 0.6 * piece.height


def gathered(found: list[Row], piece: Piece, slack: float) -> bool:
    """A piece higher up and to the right of the last lines: together they are one row, the lines its first cell."""
    count = 0
    while count < len(found) and found[-1 - count].low <= piece.bottom + slack and not (count and found[-1 - count].cells):
        count += 1
    if not 0 < count <= _MOST_LINES or piece.left < max(row.right for row in found[-count:]) - slack:
        return False
    count += above(found, count, piece.bottom - slack)
    first, *rest = found[-count:]
    for row in rest:
        first.text = continued(first.text, row.text, first.hyphen)
        first.low, first.hyphen, first.right = row.low, row.hyphen, max(first.right, row.right)
    del found[len(found) - count + 1 :]
    first.cells = True
    first.add_cell(piece)
    return True


def above(found: list[Row], count: int, level: float) -> int:
    """How many lines over the last `count` belong to the same cell: its text is set in the middle of the row, so they stand higher."""
    between = count if found[-count].bottom < level else 0
    more = 0
    while count + more < min(len(found), _MOST_LINES):
        row, under = found[-count - more - 1], found[-count - more]
        near = not row.cells and abs(row.left - under.left) < 0.5 * row.height and 0 < row.bottom - under.bottom < 1.6 * row.height
        if not near or not (more < between or under.text[:1].islower() or row.hyphen):
            break
        more += 1
    return more
