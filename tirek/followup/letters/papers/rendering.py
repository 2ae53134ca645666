"""A composed letter as DOCX and as PDF; the same letter gives the same bytes. It reads no row."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from tirek.followup.letters.papers.composing import SHARES, TEXT, Composed, PaperText, composed
from tirek.foundation.files.typesetting import typeset, word

_TEMPLATE = Path(__file__).parent / "templates" / "letter.typ"
_WIDTH = Mm(170)


def paper_pdf(paper: PaperText) -> bytes:
    """The letter as tagged PDF; raises PaperNotMade."""
    told = composed(paper)
    content = {
        "title": told.title, "author": told.mechanism, "language": told.language, "stamp": [paper.stamp.year, paper.stamp.month, paper.stamp.day], "to": told.to,
        "number_line": told.number_line, "paragraphs": list(told.paragraphs), "heads": list(told.heads), "rows": [[{"t": text, "l": spoken if column == TEXT else told.language} for column, text in enumerate(each)] for each, spoken in zip(told.rows, told.spoken, strict=True)],
        "widths": list(SHARES[: len(told.heads)]), "after": list(told.after), "signature": told.signature, "marks": list(told.marks),
    }  # fmt: skip
    return typeset(_TEMPLATE, content, stamp=paper.stamp)


def paper_docx(paper: PaperText) -> bytes:
    """The letter as a Word document to be worked on."""
    told, made = composed(paper), Document()
    word.set_styles(made, told.language)
    word.set_page(made.sections[0])
    known = made.core_properties
    known.title, known.language, known.comments = word.clean(told.title)[:255], word.TAGS[told.language], "; ".join(told.marks)
    known.author = known.last_modified_by = word.clean(told.mechanism)[:255]
    known.created = known.modified = paper.stamp.replace(microsecond=0)
    for line in (told.mechanism, *told.marks):
        written(made, line, told.language).runs[0].bold = True
    for line in (told.number_line, told.to):
        written(made, line, told.language)
    word.set_language(made.add_paragraph(style="Heading 1").add_run(word.clean(told.title)), told.language)
    for line in told.paragraphs:
        written(made, line, told.language)
    tabled(made, told)
    for line in (*told.after, "", told.signature):
        written(made, line, told.language)
    stored = io.BytesIO()
    made.save(stored)
    return word.with_fixed_times(stored.getvalue(), paper.stamp)


def written(made: WordDocument, line: str, language: str):  # type: ignore[no-untyped-def]
    """A paragraph."""
    paragraph = made.add_paragraph()
    word.set_language(paragraph.add_run(word.clean(line)), language)
    return paragraph


def tabled(made: WordDocument, told: Composed) -> None:
    """The table of the recommendations."""
    table = word.ruled_table(made, 1 + len(told.rows), len(told.heads), SHARES[: len(told.heads)], _WIDTH)
    word.repeat_as_header(table.rows[0])
    for cells, spoken, row in zip((told.heads, *told.rows), (told.language, *told.spoken), table.rows, strict=True):
        for column, (text, cell) in enumerate(zip(cells, row.cells, strict=True)):
            run = cell.paragraphs[0].add_run(word.clean(text))
            run.font.size, run.bold = Pt(8.5), cells is told.heads
            word.set_language(run, spoken if column == TEXT else told.language)
    made.add_paragraph()
