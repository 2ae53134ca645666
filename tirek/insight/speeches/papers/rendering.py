"""A composed sheet as DOCX and as PDF; the same sheet gives the same bytes. It reads no row."""

import io
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from tirek.foundation.files.apart.running import Spent, Unanswered
from tirek.foundation.files.typesetting import PaperNotMade, word
from tirek.foundation.files.typesetting.apart import typeset_apart
from tirek.insight.speeches.papers.composing import SHARES, Composed, SheetText, composed

TEMPLATE = Path(__file__).parent / "templates" / "sheet.typ"
WIDTH = Mm(257)


def sheet_pdf(sheet: SheetText) -> bytes:
    """The sheet as tagged PDF, made in a process of its own. Raises PaperNotMade."""
    told = composed(sheet)
    content = {
        "title": told.title, "author": told.mechanism, "language": told.language, "stamp": [sheet.as_of.year, sheet.as_of.month, sheet.as_of.day],
        "lines": list(told.lines), "heads": list(told.heads), "rows": [list(each) for each in told.rows], "widths": list(SHARES), "foot": told.foot,
        "marks": list(told.marks),
    }  # fmt: skip
    try:
        return typeset_apart(TEMPLATE, content, stamp=sheet.as_of)
    except (Spent, Unanswered, RuntimeError) as trouble:
        raise PaperNotMade(reason=type(trouble).__name__) from trouble


def sheet_docx(sheet: SheetText) -> bytes:
    """The sheet as a Word document."""
    told, made = composed(sheet), Document()
    word.set_styles(made, told.language)
    page = made.sections[0]
    word.set_page(page)
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
    known = made.core_properties
    known.title, known.language, known.comments = word.clean(told.title)[:255], word.TAGS[told.language], "; ".join(told.marks)
    known.author = known.last_modified_by = word.clean(told.mechanism)[:255]
    known.created = known.modified = sheet.as_of.replace(microsecond=0)
    for line in (told.mechanism, *told.marks):
        word.set_language(made.add_paragraph().add_run(word.clean(line)), told.language)
    word.set_language(made.add_paragraph(style="Heading 1").add_run(word.clean(told.title)), told.language)
    for line in told.lines:
        word.set_language(made.add_paragraph().add_run(word.clean(line)), told.language)
    tabled(made, told)
    word.set_language(made.add_paragraph(style="Note").add_run(word.clean(told.foot)), told.language)
    stored = io.BytesIO()
    made.save(stored)
    return word.with_fixed_times(stored.getvalue(), sheet.as_of)


def tabled(made, told: Composed) -> None:  # type: ignore[no-untyped-def]
    """The table of the figures; the name of each stands out."""
    table = word.ruled_table(made, 1 + len(told.rows), len(told.heads), SHARES, WIDTH)
    word.repeat_as_header(table.rows[0])
    for cells, line in zip((told.heads, *told.rows), table.rows, strict=True):
        for column, (text, cell) in enumerate(zip(cells, line.cells, strict=True)):
            first, _break, rest = text.partition("\n")
            for part, bold in ((first, cells is told.heads or column == 0), (f"\n{rest}" if rest else "", False)):
                run = cell.paragraphs[0].add_run(word.clean(part))
                run.font.size, run.bold = Pt(8.5), bold
                word.set_language(run, told.language)
    made.add_paragraph()
