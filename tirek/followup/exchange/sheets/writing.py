"""Writing the spreadsheet: fixed columns that are locked, columns to fill in with a list of answers, and a mark in each row. No cell is taken for a formula. It reads no row of the database."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tirek.followup.exchange.sheets.phrases import COLUMNS, FILLED, HELP, PHRASES, STEPS, TECHNICAL
from tirek.followup.exchange.sheets.texts import kept_text
from tirek.ground.rules.reply_states import TO_PREPARE
from tirek.ground.rules.words import LANGUAGES

WIDTHS = {"number": 16, "text": 60, "place": 26, "due": 13, "stands": 18, "word": 22, "said": 50, "mark": 20, "revision": 9}
TO_FILL = PatternFill("solid", fgColor="FFF7E0")
MOST = 1_000
"""Recommendations in one file; a body that has more takes those that fall due first."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A recommendation as a row: what is fixed, what is prepared already, and the row's mark."""

    number: str
    text: str
    place: str
    due: date | None
    stands: str
    word: str
    said: str
    steps: tuple[tuple[str, date], ...]
    revision: int
    mark: str


@dataclass(frozen=True, slots=True)
class TakenRow:
    """An answer that is recorded, for whoever gets the file on a memory stick: the receipt."""

    number: str
    word: str
    said_on: date


def write_sheet(rows: Iterable[SheetRow], *, language: str, title: str, notes: Sequence[str] = (), taken: Iterable[TakenRow] = ()) -> bytes:
    """The file. `title` says for whom it is and when it was made, `notes` what else must stand in it (that it is a demonstration)."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = PHRASES.say("answers", language)[:31]
    for place, key in enumerate(COLUMNS, start=1):
        put(sheet, 1, place, PHRASES.say(key, language), bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(key, 14)
        sheet.column_dimensions[get_column_letter(place)].hidden = key == "revision"
    last = 1
    for last, row in enumerate(rows, start=2):
        write_row(sheet, last, row, language)
    offer(sheet, last, language)
    sheet.freeze_panes = "B2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.sort = sheet.protection.autoFilter = sheet.protection.deleteRows = False
    write_help(book, language, title, notes)
    write_taken(book, language, taken)
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def write_row(sheet: Any, at: int, row: SheetRow, language: str) -> None:
    """One row; only what is to be filled in is unlocked."""
    steps = dict(zip(STEPS, row.steps, strict=False))
    values: Mapping[str, object] = {
        "number": row.number, "text": row.text, "place": row.place, "due": row.due, "stands": row.stands,
        "word": PHRASES.say(f"word_{row.word}", language) if row.word else "", "said": row.said, "revision": row.revision, "mark": row.mark,
        **{f"step_{number}": step[0] for number, step in steps.items()}, **{f"until_{number}": step[1] for number, step in steps.items()},
    }  # fmt: skip
    for place, key in enumerate(COLUMNS, start=1):
        put(sheet, at, place, values.get(key, ""), filled=key in FILLED, small=key in TECHNICAL)


def put(sheet: Any, row: int, column: int, value: object, *, bold: bool = False, filled: bool = False, small: bool = False) -> None:
    """A cell; a text stays a text whatever it begins with."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        cell.value = kept_text(value)[:32_000] or None
        if cell.value is not None:
            cell.data_type = "s"
            cell.quotePrefix = cell.value[:1] in "=+-@"
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "dd.mm.yyyy"
    cell.alignment = Alignment(wrap_text=not small, vertical="top")
    cell.protection = Protection(locked=not filled)
    if bold or small:
        cell.font = Font(bold=bold, color="808080" if small else None)
    if filled:
        cell.fill = TO_FILL


def offer(sheet: Any, last: int, language: str) -> None:
    """The list of answers and the form of days; what is typed otherwise is told when the file comes back."""
    if last < 2:
        return
    words = ",".join(PHRASES.say(f"word_{code}", language) for code in TO_PREPARE)
    chosen = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(COLUMNS.index("word") + 1)
    chosen.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(chosen)
    for number in STEPS:
        column = get_column_letter(COLUMNS.index(f"until_{number}") + 1)
        for row in range(2, last + 1):
            sheet[f"{column}{row}"].number_format = "dd.mm.yyyy"


def write_help(book: Any, language: str, title: str, notes: Sequence[str]) -> None:
    """How to fill in, in the reader's language first."""
    sheet = book.create_sheet(PHRASES.say("help", language)[:31])
    sheet.column_dimensions["A"].width = 110
    at = 1
    for line in (title, *notes):
        put(sheet, at, 1, line, bold=True)
        at += 1
    for each in dict.fromkeys([language, *LANGUAGES]):
        for key in HELP:
            put(sheet, at, 1, PHRASES.say(key, each))
            at += 1
        at += 1


def write_taken(book: Any, language: str, taken: Iterable[TakenRow]) -> None:
    """What is recorded already, if anything."""
    found = list(taken)
    if not found:
        return
    sheet = book.create_sheet(PHRASES.say("taken", language)[:31])
    for place, (key, width) in enumerate((("number", 18), ("stands", 30), ("due", 16)), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        put(sheet, 1, place, PHRASES.say(key, language) if key != "due" else "", bold=True)
    for at, row in enumerate(found, start=2):
        for place, value in enumerate((row.number, row.word, row.said_on), start=1):
            put(sheet, at, place, value)
