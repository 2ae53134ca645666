"""Pages per second of reading documents. Run: python -m benchmarks.reading [PAGES]

Makes a PDF of that many pages (200 unless told) and a Word file of the same text, with tables, reads each as an upload is read (a process of
its own, with its limits), and prints the figures and the machine. The start alone is the time for a file of one line.
"""

import io
import os
import platform
import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import docx
import typst

from tirek.insight.claims.reading import ReadText, read_document

SENTENCE = (
    "В {year} году в учреждения региона № {number} поступило {count} обращений, из них {part} касались условий содержания, "
    "что на {share} % меньше, чем годом ранее; решения приняты по {part} обращениям. "
)
ROWS = 8
TIMES = 3


def sentences(page: int) -> list[str]:
    """The paragraphs of one page: about 2,500 characters."""
    said = [SENTENCE.format(year=2015 + n % 10, number=page, count=1000 + 7 * page + n, part=100 + n, share=n) for n in range(12)]
    return ["".join(said[start : start + 4]) for start in range(0, len(said), 4)]


def rows(page: int) -> list[tuple[str, str, str]]:
    """The table of one page."""
    return [(str(2015 + n), f"Учреждение {page}-{n}", f"{1000 + 13 * n * page:,}".replace(",", " ")) for n in range(ROWS)]


def long_pdf(pages: int) -> bytes:
    """The text as PDF, a page of text a page of paper."""
    parts = []
    for page in range(1, pages + 1):
        cells = ", ".join(f"[{cell}]" for row in rows(page) for cell in row)
        parts.append(f"= Глава {page}\n\n" + "\n\n".join(sentences(page)) + f"\n\n#table(columns: 3, {cells})\n")
    head = '#set page(paper: "a4", numbering: "1")\n#set text(lang: "ru", size: 10pt)\n#set par(justify: true)\n'
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.typ"
        path.write_text(head + "#pagebreak()\n".join(parts), encoding="utf-8")
        return bytes(typst.compile(str(path)))


def long_docx(pages: int) -> bytes:
    """The same text as a Word file."""
    paper = docx.Document()
    for page in range(1, pages + 1):
        paper.add_heading(f"Глава {page}", level=1)
        for text in sentences(page):
            paper.add_paragraph(text)
        table = paper.add_table(rows=ROWS, cols=3)
        for line, row in zip(table.rows, rows(page), strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def timed(name: str, content: bytes, pages: int) -> ReadText:
    """Reads the document a few times and prints what it took."""
    taken, before = [], processor_time()
    for _ in range(TIMES):
        begun = time.perf_counter()
        found = read_document(content, name=name)
        taken.append(time.perf_counter() - begun)
    took, used = median(taken), (processor_time() - before) / TIMES
    speed = f"{pages / took:,.0f} pages a second" if pages else "the start alone"
    print(f"{name}: {took:.2f} s (median of {TIMES}; {min(taken):.2f} to {max(taken):.2f}), {used:.2f} s of processor, {speed}")
    print(f"      {len(content) // 1024} KiB, {len(found.text):,} characters")
    return found


def processor_time() -> float:
    """Seconds of processor that the reading processes have used; on a busy machine it says more than the clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """The whole measurement."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(f"machine: {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    timed("line.txt", b"12 complaints", 0)
    paper = long_pdf(pages)
    found = timed("long.pdf", paper, pages)
    print(f"      {found.pages} pages of paper")
    word = timed("long.docx", long_docx(pages), pages)
    wanted = [line for page in range(1, pages + 1) for line in map("\t".join, rows(page))]
    for name, text in (("PDF", found.text), ("DOCX", word.text)):
        held = set(text.split("\n"))
        print(f"      {name}: {sum(line in held for line in wanted)} of {len(wanted)} rows of tables are lines with their cells apart")


if __name__ == "__main__":
    main()
