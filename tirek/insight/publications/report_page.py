"""A public edition of a report laid out as a page: the same parts as its PDF, block by block, in one language or in two side by side. It knows no row.

A block has no name and no address: what it was made of stands nowhere on the page.
"""

from dataclasses import dataclass

from tirek.insight.reports.documents.blocks import Blackened, Block, Counted, Drawing, Facts, Fixed, Foreign, Heading, Prose, Said, Table
from tirek.insight.reports.documents.public import PublicReport, parts


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: words; `language` where it is another one than the line's; `black`: the words stand for what is not published."""

    text: str
    language: str = ""
    black: bool = False


Lines = tuple[tuple[str, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a template draws it: `kind` is heading1, heading2, prose, facts or table; the cells of a table stand with the words of their column."""

    kind: str
    said: Lines = ()
    number: str = ""
    notes: tuple[Lines, ...] = ()
    heads: tuple[Lines, ...] = ()
    rows: tuple[tuple[tuple[str, Lines], ...], ...] = ()
    facts: tuple[tuple[Lines, Lines], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The whole text: title, the table that opens it, what a later version changed, and its blocks."""

    languages: tuple[str, ...]
    heading: Lines
    cover: Shown
    changes: Lines
    blocks: tuple[Shown, ...]


def laid_out(public: PublicReport, languages: tuple[str, ...]) -> ReportPage:
    """The text in these languages: one, or two side by side."""
    (part,) = parts(public, languages)
    blocks = tuple(_shown(each) for each in part.blocks if not isinstance(each, Drawing | Fixed))
    return ReportPage(languages, _lines(part.title), _shown(part.cover), _lines(part.changes), blocks)


def _lines(said: Said) -> Lines:
    return tuple((language, tuple(_piece(each) for each in line)) for language, line in said)


def _piece(each: str | Counted | Foreign | Blackened) -> Piece:
    match each:
        case Foreign():
            return Piece(each.shown, each.language)
        case Blackened():
            return Piece(each.shown, black=True)
        case Counted():
            return Piece(each.shown)
        case _:
            return Piece(each)


def _shown(block: Block) -> Shown:
    match block:
        case Heading():
            return Shown(f"heading{block.level}", _lines(block.said))
        case Prose():
            number = f"{block.number}." if block.number.isdigit() else block.number
            return Shown("prose", _lines(block.said), number, tuple(_lines(each) for each in block.notes))
        case Facts():
            return Shown("facts", facts=tuple((_lines(label), _lines(value)) for label, value in block.rows))
        case Table():
            return _table(block)
    raise TypeError(block)  # a public edition has neither chart nor checkpoint


def _table(block: Table) -> Shown:
    heads = tuple(_lines(each) for each in block.heads)
    labels = [" · ".join("".join(piece.text for piece in line) for _language, line in head) for head in heads]
    rows = tuple(tuple((label, _lines(cell)) for label, cell in zip(labels, row, strict=True)) for row in block.rows)
    return Shown("table", heads=heads, rows=rows)
