"""What pdfium finds on a page, as pieces of lines with their place. It knows no paragraphs and no tables.

A gap too wide for a space becomes a TAB. A digit that stands above its line is a mark or a power and stays raised.
"""

import ctypes
import itertools
from collections.abc import Iterator

import pypdfium2_raw as pdfium

from tirek.insight.claims.formats.answers import raised
from tirek.insight.claims.formats.turning import Frame

_HYPHENS = (0xFFFE, 0x02)  # what pdfium writes for the hyphen at the end of a line
_SOFT = "\u00ad"
_ENDS = (0x0A, 0x0D)
_BLANKS = (0x20, 0x09)
_ABOVE = 0.42
"""A digit whose foot is higher than this share of the line stands above it; the foot of others is at about 0.23."""
_WIDE, _WIDER, _FIRM = 0.75, 2.2, 1.6
"""A gap is a column's when it is wider than 0.75 of the line's height and than 2.2 usual gaps of the line, or than 1.6 of the height alone."""


class Piece:
    """A stretch of one line: its text, its left and right end, its foot and height, the width of its first word, whether a word goes on."""

    __slots__ = ("bottom", "cell", "first", "height", "hyphen", "left", "right", "text")

    def __init__(self, words: list["Word"], bottom: float, height: float, hyphen: bool) -> None:
        self.left, self.right = words[0].left, words[-1].right
        self.bottom, self.height = bottom, height
        self.first = words[0].right - words[0].left
        self.text, self.cell = joined(words, height)
        self.hyphen = hyphen or self.text.endswith(_SOFT)  # at the end of a page it is left to us
        self.text = self.text.rstrip(_SOFT)


class Word:
    """Letters without a gap."""

    __slots__ = ("left", "letters", "right")

    def __init__(self, left: float) -> None:
        self.left = self.right = left
        self.letters: list[str] = []


def joined(words: list[Word], height: float) -> tuple[str, float]:
    """The words with spaces and TABs between them, and where the last column begins."""
    gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
    usual = sorted(gaps)[(len(gaps) - 1) // 2] if gaps else 0.0
    text, cell = ["".join(words[0].letters)], words[0].left
    for gap, word in zip(gaps, words[1:], strict=True):
        column = gap > _FIRM * height or (len(gaps) > 2 and gap > _WIDE * height and gap > _WIDER * usual)
        text.append(("\t" if column else " ") + "".join(word.letters))
        cell = word.left if column else cell
    return "".join(text), cell


class Line:
    """A line that is being collected."""

    __slots__ = ("bottoms", "digits", "heights", "open", "words")

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.open = False
        self.bottoms: list[float] = []
        self.heights: list[float] = []
        self.digits: list[tuple[Word, int, float]] = []

    def add(self, letter: str, left: float, right: float, bottom: float, top: float) -> None:
        """A letter at its place."""
        height = top - bottom
        if not self.open or left - self.words[-1].right > height:
            self.words.append(Word(left))
            self.open = True
        word = self.words[-1]
        word.letters.append(letter)
        word.right = max(word.right, right)
        self.bottoms.append(bottom)
        self.heights.append(height)

    def add_foot(self, foot: float) -> None:
        """Where the digit that was added last ends below."""
        word = self.words[-1]
        self.digits.append((word, len(word.letters) - 1, foot))

    def piece(self, hyphen: bool) -> Piece | None:
        """The line as a piece; None where nothing stood on it."""
        if not self.words:
            return None
        bottom, height = middle(self.bottoms), middle(self.heights)
        level = self.words[-1].right - self.words[0].left > max(self.bottoms) - min(self.bottoms)  # not a line that climbs
        for word, place, foot in self.digits:
            if level and height > 0 and (foot - bottom) / height > _ABOVE:
                word.letters[place] = raised(word.letters[place])
        return Piece(self.words, bottom, height, hyphen)


def middle(values: list[float]) -> float:
    """The median, without an import that is slow to load."""
    return sorted(values)[len(values) // 2]


def pieces(page: object, frame: Frame) -> Iterator[Piece]:
    """The pieces of a text page, in the order in which pdfium reads them."""
    line, loose, turned = Line(), pdfium.FS_RECTF(), frame.quarter != 0
    for index in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if code in _ENDS or code in _HYPHENS:
            if piece := line.piece(code in _HYPHENS):
                yield piece
            line = Line()
        elif code in _BLANKS:
            line.open = False
        elif code and pdfium.FPDFText_GetLooseCharBox(page, index, loose):
            box = (loose.left, loose.right, loose.bottom, loose.top)
            line.add(chr(code), *(frame.upright(*box) if turned else box))
            if 0x30 <= code <= 0x39:
                line.add_foot(foot_of(page, index, frame))
    if piece := line.piece(False):
        yield piece


def foot_of(page: object, index: int, frame: Frame) -> float:
    """Where the ink of a digit ends below."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    return frame.upright(left.value, right.value, bottom.value, top.value)[2]
