"""PDF with text, read by pdfium: page by page into pieces, lines, paragraphs. A page that is a picture of text is said to be one.

Why the plain binding and not its comfortable half: it loads in half the time, and each function called here is a line of its manual.
"""

from collections.abc import Mapping

import pypdfium2_raw as pdfium

from tirek.foundation.files.apart.faults import Unreadable
from tirek.insight.claims.formats.answers import Answer
from tirek.insight.claims.formats.layout import Row, rows
from tirek.insight.claims.formats.paragraphs import composed
from tirek.insight.claims.formats.running import without_running
from tirek.insight.claims.formats.strokes import pieces
from tirek.insight.claims.formats.turning import Frame

_PASSWORD, _SECURITY = 4, 5


def read(content: bytes, limits: Mapping[str, int]) -> Answer:
    """The text of a PDF."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise Unreadable("password" if pdfium.FPDF_GetLastError() in (_PASSWORD, _SECURITY) else "broken")
    total = pdfium.FPDF_GetPageCount(document)
    if total > limits["pages"]:
        raise Unreadable("too-many-pages", pages=total, limit=limits["pages"])
    pages: list[list[Row]] = []
    widths: list[float] = []
    heights: list[float] = []
    size = 0
    for number in range(total):
        found, width, height = page_rows(document, number)
        pages.append(found)
        widths.append(width)
        heights.append(height)
        size += sum(len(row.text) for row in pages[-1])
        if size > limits["text"]:
            raise Unreadable("text-too-long", limit=limits["text"])
    check(pages)
    left, changed = without_running(pages, heights)
    text, starts = composed(left, widths)
    notes = [*(["pages-without-text"] if not all(pages) else []), *(["running-lines"] if changed else [])]
    return Answer("pdf", text, tuple(notes), starts)


def page_rows(document: object, number: int) -> tuple[list[Row], float, float]:
    """The lines of one page, its width and its height; no lines where the page cannot be opened."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return [], 0.0, 0.0
    text = pdfium.FPDFText_LoadPage(page)
    if text:
        frame = Frame(page, text)
        found = rows(pieces(text, frame)), frame.width, frame.height
        pdfium.FPDFText_ClosePage(text)
    else:
        found = [], 0.0, 0.0
    pdfium.FPDF_ClosePage(page)
    return found


def check(pages: list[list[Row]]) -> None:
    """Raises where no page holds text, or where most signs are no letters that a font names."""
    signs = [each for page in pages for row in page for each in row.text if not each.isspace()]
    if not pages:
        raise Unreadable("broken")
    if not any(each.isalnum() for each in signs):
        raise Unreadable("letters" if len(signs) > 20 * len(pages) else "scan")
    strange = sum(1 for each in signs if each == "\ufffd" or "\ue000" <= each <= "\uf8ff" or each < " ")
    if strange * 5 > len(signs):
        raise Unreadable("letters")
