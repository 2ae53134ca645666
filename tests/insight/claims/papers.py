"""Documents made for the tests of reading: nothing here is a real text."""

import io
import zipfile

import docx
import pikepdf
import typst

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(folder, source, **how):
    """A PDF set from Typst source."""
    path = folder / "paper.typ"
    path.write_text(source, encoding="utf-8")
    return typst.compile(str(path), **how)


def locked(content, **passwords):
    """The PDF under passwords."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        opened.save(made, encryption=pikepdf.Encryption(**passwords))
    return made.getvalue()


def turned(content, turn):
    """The PDF with its first page drawn across the paper, and with the rotation that sets it upright again for its reader."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        page = opened.pages[0]
        width, height = float(page.MediaBox[2]), float(page.MediaBox[3])
        matrix = {90: f"0 1 -1 0 {height} 0", 180: f"-1 0 0 -1 {width} {height}", 270: f"0 -1 1 0 0 {width}"}[turn]
        page.contents_add(f"q {matrix} cm\n".encode(), prepend=True)
        page.contents_add(b"\nQ")
        page.MediaBox = [0, 0, width, height] if turn == 180 else [0, 0, height, width]
        page.Rotate = turn
        opened.save(made)
    return made.getvalue()


def saved(paper):
    """The bytes of a python-docx document."""
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def archive(parts, how=zipfile.ZIP_DEFLATED):
    """An archive with these parts; a part may be given as pieces."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as opened:
        for name, content in parts.items():
            with opened.open(name, "w", force_zip64=True) as part:
                for piece in content if not isinstance(content, str | bytes) else [content]:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return made.getvalue()


def word(body, declared="", how=zipfile.ZIP_DEFLATED, **more):
    """A Word file written by hand: what stands in its body, what is declared before it, further parts."""
    pieces = [body] if isinstance(body, str) else body
    start, end = f'<?xml version="1.0" encoding="UTF-8"?>{declared}<w:document {WORD}><w:body>', "</w:body></w:document>"
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": [start, *pieces, end]}
    return archive({**parts, **more}, how)


def run(text, properties=""):
    """A run of a Word text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text):
    """A paragraph with one run."""
    return f"<w:p>{run(text)}</w:p>"


def paper():
    """A document of python-docx with a heading, paragraphs and a table with merged cells."""
    made = docx.Document()
    made.add_heading("Жалобы за 2023 год", level=1)
    made.add_paragraph("Поступило 1\u00a0234 жалобы.")
    table = made.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "Год"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Число"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "2023"
    for place, text in (((1, 1), "мужчины"), ((1, 2), "1 000"), ((2, 1), "женщины"), ((2, 2), "234")):
        table.cell(*place).text = text
    made.add_paragraph("После таблицы.")
    return made
