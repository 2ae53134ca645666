"""The report as a Word document with real headings, header rows, languages of runs and a contents field; the same report gives the same bytes.

It knows blocks and python-docx; what Word needs beyond python-docx stands in `word.py`.
"""

import io
from collections.abc import Callable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from tirek.foundation.files.typesetting import printable, word
from tirek.insight.reports.documents.blocks import (
    Blackened,
    Block,
    Counted,
    Drawing,
    Facts,
    Fixed,
    Foreign,
    Heading,
    Line,
    Part,
    Prose,
    Said,
    Table,
)
from tirek.insight.reports.documents.chart import chart_png, emblem_png
from tirek.insight.reports.documents.composition import PHRASES, marks, parts, running_head
from tirek.insight.reports.documents.model import ReportDocument

_SOFT, _TEAL, _OCHRE = RGBColor(0x4A, 0x55, 0x63), RGBColor(0x0F, 0x5F, 0x6B), RGBColor(0x7A, 0x52, 0x00)
_WIDTH = Mm(170)


def report_docx(document: ReportDocument) -> bytes:
    """The DOCX of the report in its layout."""
    return composed_docx(document, parts(document))


def composed_docx(document: ReportDocument, composed: Sequence[Part]) -> bytes:
    """The DOCX of parts that were composed already, such as those of a public edition."""
    paper = Document()
    word.set_styles(paper, document.languages[0])
    _properties(paper, document)
    for place, part in enumerate(composed):
        if place:
            paper.add_section()
        _Writer(paper, document, part, str(place)).write()
    stored = io.BytesIO()
    paper.save(stored)
    return word.with_fixed_times(stored.getvalue(), document.stamp)


def _properties(paper: WordDocument, document: ReportDocument) -> None:
    first, known = document.languages[0], paper.core_properties
    demonstration = [PHRASES.say("demonstration", language) for language in document.languages] if document.demonstration else []
    title = f"{PHRASES.say('report', first)}: {document.title.best(first)}"
    known.title = word.clean(f"{title} ({demonstration[0]})" if demonstration else title)[:255]
    known.author = known.last_modified_by = word.clean(document.mechanism.best(first))[:255]
    known.language, known.version = word.TAGS[first], word.clean(document.version)[:255]
    known.keywords = known.comments = "; ".join(demonstration)
    known.subject = word.clean(running_head(document, first))[:255]
    known.created = known.modified = document.stamp.replace(microsecond=0)


class _Writer:
    """Writes one part into the paper."""

    def __init__(self, paper: WordDocument, document: ReportDocument, part: Part, name: str) -> None:
        self.paper, self.document, self.part, self.name = paper, document, part, name
        self.section = paper.sections[-1]

    def write(self) -> None:
        """Frame, cover, contents, then every block."""
        word.set_page(self.section)
        self._head_and_foot()
        self._cover()
        self._contents()
        for block in self.part.blocks:
            self.lay(block)

    def lay(self, block: Block) -> None:
        """Writes one block."""
        match block:
            case Heading():
                self._side(block.said, lambda cell, place: self._heading(cell, block, place))
            case Prose():
                self._side(block.said, lambda cell, place: self._prose(cell, block, place))
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case Drawing():
                self._drawing(block)
            case Fixed():
                run = self.paper.add_paragraph().add_run(word.clean(block.text))
                run.font.name, run.font.size = "Courier New", Pt(8)

    # Frame, cover and contents

    def _head_and_foot(self) -> None:
        header, footer = self.section.header, self.section.footer
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        line = header.paragraphs[0]
        for place, language in enumerate(self.part.languages):
            text = f"{self.document.mechanism.best(language)} · {running_head(self.document, language)}"
            self._run(line, f"{'  ·  ' if place else ''}{text}", language, size=8, colour=_SOFT)
        warnings = marks(self.document, self.part.languages)
        if warnings:
            line = header.add_paragraph()
        for place, (language, text) in enumerate(warnings):
            self._run(line, f"{'  ·  ' if place else ''}{text}", language, size=8, colour=_OCHRE).bold = True
        word.add_page_fields(footer.paragraphs[0], PHRASES.say("page", self.part.languages[0]), self.part.languages[0])

    def _cover(self) -> None:
        emblem = self.document.emblem
        if emblem:
            first = self.part.languages[0]
            word.add_picture(self.paper.add_paragraph(), emblem_png(emblem), emblem.description.best(first), height=Mm(22))
        for language in self.part.languages:
            self._run(self.paper.add_paragraph(), self.document.mechanism.best(language), language, size=12).bold = True
            self._run(self.paper.add_paragraph(), self.document.jurisdiction.best(language), language, size=9, colour=_SOFT)
        for place, (language, line) in enumerate(self.part.title):
            paragraph = self.paper.add_paragraph(style="Title" if not place else "Subtitle")
            self._run(paragraph, f"{PHRASES.say('report', language)}. ", language)
            self._pieces(paragraph, line, language)
        for language, text in marks(self.document, self.part.languages):
            self._run(self.paper.add_paragraph(), text, language, size=12, colour=_OCHRE).bold = True
        self._facts(self.part.cover)
        for language, line in self.part.changes:
            paragraph = self.paper.add_paragraph()
            self._run(paragraph, f"{PHRASES.say('changes', language)}: ", language).bold = True
            self._pieces(paragraph, line, language)

    def _contents(self) -> None:
        word.add_page_break(self.paper)
        line = self.paper.add_paragraph()
        for place, language in enumerate(self.part.languages):
            self._run(line, f"{'  ·  ' if place else ''}{PHRASES.say('contents', language)}", language, size=14, colour=_TEAL).bold = True
        entries = [
            (block.level, " · ".join(_shown(line) for _, line in block.said)) for block in self.part.blocks if isinstance(block, Heading)
        ]
        word.add_contents(self.paper, entries, self.part.languages[0])
        word.add_page_break(self.paper)

    # Blocks

    def _side(self, said: Said, write: Callable[[_Cell | WordDocument, int], None]) -> None:
        """One language: straight into the paper; two: a row of a two-column table without lines."""
        if len(said) == 1:
            write(self.paper, 0)
            return
        table = word.layout_table(self.paper, len(said), _WIDTH)
        for place, cell in enumerate(table.rows[0].cells):
            write(cell, place)
            word.drop_empty_first_paragraph(cell)

    def _heading(self, place_in: "_Cell | WordDocument", block: Heading, place: int) -> None:
        language, line = block.said[place]
        paragraph = place_in.add_paragraph(style=f"Heading {block.level}")
        self._pieces(paragraph, line, language)

    def _prose(self, place_in: "_Cell | WordDocument", block: Prose, place: int) -> None:
        language, line = block.said[place]
        paragraph = place_in.add_paragraph()
        if block.number:
            separate = len(block.number) > 4
            self._run(paragraph, f"{block.number}{chr(10) if separate else '.' + chr(9)}", language, colour=_TEAL).bold = True
            if not separate:
                word.hang(paragraph, Mm(9))
        self._pieces(paragraph, line, language)
        paragraph.paragraph_format.keep_with_next = bool(block.notes)
        for note in block.notes:
            small = place_in.add_paragraph(style="Note")
            if block.number and len(block.number) <= 4:
                small.paragraph_format.left_indent = Mm(9)
            self._pieces(small, note[place][1], language, size=8, colour=_SOFT)

    def _facts(self, block: Facts) -> None:
        count = len(block.rows[0][1])
        table = word.ruled_table(self.paper, len(block.rows), 2 * count, (2, 3) * count, _WIDTH)
        for row, (labels, values) in zip(table.rows, block.rows, strict=True):
            for place in range(count):
                language, line = labels[place]
                self._pieces(row.cells[2 * place].paragraphs[0], line, language, size=8.5, colour=_SOFT)
                self._pieces(row.cells[2 * place + 1].paragraphs[0], values[place][1], values[place][0])
        self.paper.add_paragraph()

    def _table(self, block: Table) -> None:
        last = len(block.heads) - (1 if block.anchors else 0)  # Word knows no pages of ours: the column of pages is for print only
        size = 8 if block.small else 9.5
        table = word.ruled_table(self.paper, 1 + len(block.rows), last, block.widths[:last], _WIDTH)
        word.repeat_as_header(table.rows[0])
        for column in range(last):
            self._cell(table.cell(0, column), block.heads[column], 8, bold=True)
        for place, cells in enumerate(block.rows):
            row = table.rows[place + 1].cells
            for column in range(last):
                if block.anchors and column == 1:
                    row[column].paragraphs[0].add_run(_shown(cells[column][0][1])).font.size = Pt(size)
                else:
                    self._cell(row[column], cells[column], size)
            if block.anchors:
                word.bookmark(row[0].paragraphs[0], f"origin{self.name}{block.anchors[place]}", place)
        self.paper.add_paragraph()

    def _cell(self, cell: _Cell, said: Said, size: float, *, bold: bool = False) -> None:
        for place, (language, line) in enumerate(said):
            paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
            self._pieces(paragraph, line, language, size=size, colour=_SOFT if place else None, bold=bold)

    def _drawing(self, block: Drawing) -> None:
        word.add_picture(self.paper.add_paragraph(), chart_png(self.document, self.part.languages), block.alternative, width=Mm(140))
        for language, line in block.caption:
            self._pieces(self.paper.add_paragraph(style="Caption"), line, language)

    # Runs

    def _pieces(
        self,
        paragraph: WordParagraph,
        line: Line,
        language: str,
        size: float = 0,
        colour: RGBColor | None = None,
        bold: bool = False,
    ) -> None:
        for piece in line:
            if isinstance(piece, Counted):
                self._run(paragraph, f"{piece.shown} ", language, size, colour)
                word.link_to(paragraph, f"origin{self.name}{piece.mark}", f"[{piece.mark}]")
            elif isinstance(piece, Blackened):
                word.blacken(self._run(paragraph, f"\u00a0{piece.shown}\u00a0", language, size, RGBColor(0xFF, 0xFF, 0xFF)))
            else:
                text, spoken = (piece.shown, piece.language) if isinstance(piece, Foreign) else (piece, language)
                self._run(paragraph, text, spoken, size, colour).bold = bold or None

    def _run(self, paragraph: WordParagraph, text: str, language: str, size: float = 0, colour: RGBColor | None = None):  # type: ignore[no-untyped-def]
        run = paragraph.add_run(word.clean(text))
        word.set_language(run, language)
        if size:
            run.font.size = Pt(size)
        if colour is not None:
            run.font.color.rgb = colour
        return run


def _shown(line: Line) -> str:
    return printable("".join(piece if isinstance(piece, str) else piece.shown for piece in line))
