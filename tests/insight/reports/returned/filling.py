"""Fills in a form with LibreOffice and saves it as people do. Run once with LibreOffice 7.4.7 and its `uno` module, as `python3 filling.py FOLDER`.

FOLDER holds `form.docx`: the bytes of `tests.insight.reports.test_answers_returned.made()`. No test runs this: the files that it made stand beside it.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PORT = 2899
WORD = "MS Word 2007 XML"
LETTER = {2: "12-34", 3: "05.11.2026", 4: "Айман Серикова", 5: "начальник отдела"}
ANSWERS = {1: ("принимаем частично", "Закуплены “светильники” — часть ставят."), 2: ("исполнено", "Сделано.\nВторая строка.")}


def value(name, held):
    """A setting of LibreOffice."""
    made = PropertyValue()
    made.Name, made.Value = name, held
    return made


def cell(paper, table, row):
    """A cell on the right."""
    return paper.TextTables.getByIndex(table).getCellByName(f"B{row + 1}")


def fill(paper, write=lambda found, text: found.setString(text)):
    """Writes into the letter's table and into two of the three recommendations'."""
    for row, text in LETTER.items():
        write(cell(paper, 0, row), text)
    for table, (word, said) in ANSWERS.items():
        write(cell(paper, table, 3), word)
        write(cell(paper, table, 4), said)


def behind(found, text):
    """Leaves the words that ask where they stand, and writes behind them."""
    cursor = found.createTextCursor()
    cursor.gotoEnd(False)
    found.insertString(cursor, f" {text}", False)


def main(folder):
    """All variants: saved as DOCX, by way of ODT and of DOC, written behind the words that ask, with tracked changes, with cells merged and a row taken out."""
    program = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation={folder.as_uri()}/profile", f"--accept=socket,host=127.0.0.1,port={PORT};urp;"])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:
        try:
            there = resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(1)
    desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)

    def opened(name):
        return desktop.loadComponentFromURL(f"{folder.as_uri()}/{name}", "_blank", 0, (value("Hidden", True),))

    def saved(paper, name, kind=WORD):
        paper.storeToURL(f"{folder.as_uri()}/{name}", (value("FilterName", kind),))

    paper = opened("form.docx")
    fill(paper)
    saved(paper, "filled.docx")
    saved(paper, "way.odt", "writer8")
    saved(paper, "way.doc", "MS Word 97")
    paper.TextTables.getByIndex(3).Rows.removeByIndex(3, 1)
    merged = paper.TextTables.getByIndex(1).createCursorByCellName("A5")
    merged.gotoCellByName("B5", True)
    merged.mergeRange()
    saved(paper, "merged.docx")
    for way in ("odt", "doc"):
        saved(opened(f"way.{way}"), f"by-way-of-{way}.docx")
    paper = opened("form.docx")
    paper.setPropertyValue("RecordChanges", True)
    behind(cell(paper, 1, 1), "Дополнено.")
    fill(paper, behind)
    saved(paper, "tracked.docx")
    desktop.terminate()
    program.wait(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
