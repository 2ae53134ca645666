"""What Word needs beyond python-docx: languages of runs, fields, bookmarks, alternative text, header rows, fixed times. It knows no document."""

import io
import zipfile
from datetime import datetime

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tirek.foundation.files.typesetting.characters import storable

TAGS = {"ru": "ru-RU", "kk": "kk-KZ", "ky": "ky-KG", "en": "en-GB"}
FONT = "Arial"  # every ministry's Word has it, with all Kazakh and Kyrgyz letters
_INK, _TEAL = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x0F, 0x5F, 0x6B)

clean = storable


def set_styles(paper: WordDocument, language: str) -> None:
    """The house's type in Word's own styles, the document's language as the default."""
    for name, size, colour in (
        ("Normal", 9.5, _INK),
        ("Title", 22, _INK),
        ("Subtitle", 15, _INK),
        ("Heading 1", 14, _TEAL),
        ("Heading 2", 11, _INK),
        ("Caption", 8.5, _INK),
    ):
        style = paper.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for face in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{face}"), FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    note = paper.styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size = paper.styles["Normal"], Pt(8)
    note.paragraph_format.space_after = Pt(1)
    for tag in paper.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), TAGS[language])


def set_page(section: Section) -> None:
    """A4 with the margins of the printed report."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(27), Mm(22)


def set_language(run: Run, language: str) -> None:
    """The run's own language, for spelling and for screen readers."""
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), TAGS[language])
    run._r.get_or_add_rPr().append(tag)


def blacken(run: Run) -> None:
    """Black behind the words of a run, which stay words for who listens."""
    shade = OxmlElement("w:shd")
    for name, told in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "000000")):
        shade.set(qn(name), told)
    properties = run._r.get_or_add_rPr()
    language = properties.find(qn("w:lang"))
    if language is None:
        properties.append(shade)
    else:  # the schema wants shading before the language
        language.addprevious(shade)


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field with a text to show until Word updates it."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif kind == "":
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {code} "
            run._r.append(words)


def add_page_fields(paragraph: Paragraph, word: str, language: str) -> None:
    """Page x / y."""
    set_language(paragraph.add_run(f"{word} "), language)
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" / ")
    add_field(paragraph, "NUMPAGES", "1")


def add_contents(paper: WordDocument, entries: list[tuple[int, str]], language: str) -> None:
    """A contents field; until Word updates it (it asks on opening), it lists the headings."""
    lines = "\n".join(f"{'    ' if level > 1 else ''}{clean(text)}" for level, text in entries)
    add_field(paper.add_paragraph(), 'TOC \\o "1-2" \\h \\z \\u', lines)
    settings = paper.settings.element
    if settings.find(qn("w:updateFields")) is None:
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "true")
        settings.append(update)


def add_picture(paragraph: Paragraph, image: bytes, alternative: str, *, width: Length | None = None, height: Length | None = None) -> None:
    """A picture in the line with its alternative text."""
    shape = paragraph.add_run().add_picture(io.BytesIO(image), width=width, height=height)
    shape._inline.docPr.set("descr", clean(alternative))


def add_page_break(paper: WordDocument) -> None:
    """Begins a new page."""
    paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def layout_table(paper: WordDocument, columns: int, width: Length) -> Table:
    """A row of columns without lines, for languages side by side."""
    table: Table = paper.add_table(rows=1, cols=columns)
    table.autofit = False
    for cell in table.rows[0].cells:
        cell.width = Length(width // columns)
    return table


def ruled_table(paper: WordDocument, rows: int, columns: int, widths: tuple[int, ...], width: Length) -> Table:
    """A table with thin lines; `widths` are shares of `width`."""
    table: Table = paper.add_table(rows=rows, cols=columns, style="Table Grid")
    table.autofit = False
    for column, share in enumerate(widths):
        for cell in table.columns[column].cells:
            cell.width = Length(width * share // sum(widths))
    return table


def repeat_as_header(row: _Row) -> None:
    """Marks a row as the table's header, repeated on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def drop_empty_first_paragraph(cell: _Cell) -> None:
    """A new cell begins with an empty paragraph; it goes when others have come."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.text:
        first._p.getparent().remove(first._p)


def hang(paragraph: Paragraph, indent: Length) -> None:
    """A hanging indent for the paragraph's number."""
    paragraph.paragraph_format.left_indent = indent
    paragraph.paragraph_format.first_line_indent = Length(-indent)
    paragraph.paragraph_format.tab_stops.add_tab_stop(indent)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A place that `link_to` can lead to."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
            paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, mark)
        else:
            paragraph._p.append(mark)


def link_to(paragraph: Paragraph, name: str, shown: str) -> None:
    """A link inside the document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    run = paragraph.add_run(shown)
    run.font.size, run.font.color.rgb = Pt(7), _TEAL
    link.append(run._r)
    paragraph._p.append(link)


def with_fixed_times(package: bytes, stamp: datetime) -> bytes:
    """The same package with every entry dated `stamp`, in the order of names after the first, so that its bytes repeat."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (max(stamp.year, 1980), stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second // 2 * 2))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            new.writestr(entry, old.read(name))
    return result.getvalue()
