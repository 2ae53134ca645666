"""Blocks: the report laid out as headings, numbered paragraphs, tables and one drawing, the same for PDF and DOCX.

A block knows its text in each language of its part; it does not know Typst or Word.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a line: its mark on the provenance page and its value as printed."""

    mark: str
    shown: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than their line."""

    language: str
    shown: str


@dataclass(frozen=True, slots=True)
class Blackened:
    """A stretch that a public edition does not print: its ground, and the words that stand on the black."""

    ground: str
    shown: str


Line = tuple[str | Counted | Foreign | Blackened, ...]
Said = tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2 in each language."""

    level: int
    said: Said


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; `number` is empty for unnumbered ones; `notes` stand small beneath it; `row` is the row that it comes from."""

    said: Said
    number: str = ""
    notes: tuple[Said, ...] = ()
    row: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, one pair a row; labels are row headers."""

    rows: tuple[tuple[Said, Said], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row over the whole width; cells hold all languages. `widths` are shares of the width."""

    heads: tuple[Said, ...]
    rows: tuple[tuple[Said, ...], ...]
    widths: tuple[int, ...]
    anchors: tuple[str, ...] = ()  # one a row: the mark that links to it
    small: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chart, with what it shows in words."""

    picture: str
    alternative: str
    caption: Said


@dataclass(frozen=True, slots=True)
class Fixed:
    """Text in letters of one width, such as the ledger's checkpoint."""

    text: str


Block = Heading | Prose | Facts | Table | Drawing | Fixed


@dataclass(frozen=True, slots=True)
class Named:
    """A row as a reader knows it: the number of the paragraph that prints it, and what it is."""

    row: str
    number: str
    kind: Said


@dataclass(frozen=True, slots=True)
class Part:
    """A whole report in one language, or in two side by side."""

    languages: tuple[str, ...]
    title: Said
    cover: Facts
    changes: Said
    blocks: tuple[Block, ...]
    rows: tuple[Named, ...] = ()
