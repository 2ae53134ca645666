"""Tables as files: XLSX and CSV, written row by row in bounded memory; no cell is taken for a formula. It knows no noun and no column's meaning."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from tirek.foundation.ui.cells import MARK, written

ROWS_AT_ONCE = 200
LONGEST_NAME = 31
"""Characters of a sheet's name (a rule of the program that opens it)."""
KEPT = "\n\t\u00a0\u202f"
"""What stays in a text though nothing is drawn for it: words beside such a space would run into each other."""
UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

Row = Sequence[object]


class Table:
    """One sheet: its name, widths of columns in characters, and rows, of which the one numbered `heading` (from 0) is in bold and stays in view."""

    def __init__(self, name: str, rows: Iterable[Row], widths: Sequence[int] = (), heading: int | None = 0) -> None:
        self.name, self.rows, self.widths, self.heading = name, rows, widths, heading


def write_workbook(path: Path | BinaryIO, tables: Iterable[Table]) -> None:
    """Writes sheets into an XLSX file. Memory stays the same however many rows there are."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name.translate(UNFIT)[:LONGEST_NAME])
        for number, width in enumerate(table.widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        if table.heading is not None:
            sheet.freeze_panes = f"A{table.heading + 2}"
        for number, row in enumerate(table.rows):
            sheet.append([cell(sheet, value, bold=number == table.heading) for value in row])
    book.save(path)


def cell(sheet: Any, value: object, *, bold: bool = False) -> Any:
    """A cell; a text stays a text whatever it begins with."""
    if isinstance(value, bool | None) or not isinstance(value, int | Decimal | date | str):
        value = "" if value is None else str(value)
    made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        made.value = "".join(each for each in value if each in KEPT or each.isprintable())[:32_000]
        made.data_type = "s"
        made.quotePrefix = made.value[:1] in "=+-@" if made.value else False
        made.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        made.font = Font(bold=True)
    return made


def write_csv(path: Path, rows: Iterable[Row]) -> None:
    """Writes rows as the lists of the house are written: UTF-8 with its mark, semicolons, every cell in quotes."""
    with path.open("wb") as file:
        file.write(MARK)
        some: list[Row] = []
        for row in rows:
            some.append(row)
            if len(some) == ROWS_AT_ONCE:
                file.write(written(some))
                some = []
        file.write(written(some))
