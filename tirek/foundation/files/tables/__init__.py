"""Tables: the rows of a spreadsheet as it was received, read in a process apart. It knows no noun and no column's meaning.

A cell is a text, a number, a day, a moment, a truth value, nothing, or a `Fault` that says why its value is not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from tirek.foundation.files.tables.limits import LIMITS, TableLimits
from tirek.foundation.files.tables.reading import ask
from tirek.foundation.files.tables.refusals import BY_CODE, BrokenTable, EmptyTable, TableTooLarge
from tirek.ground.rules.sheet_columns import Cell, Fault

__all__ = ["LIMITS", "NOTES", "Cell", "Fault", "ReadTable", "TableLimits", "read_table"]
_MEGABYTE = 1_000_000
NOTES = {
    "formulas": "Some cells hold formulas: the values that were last computed and saved were read.",
    "encoding-cp1251": "The file does not name its encoding; it was read as Windows-1251.",
    "encoding-kz1048": "The file does not name its encoding; it was read as KZ-1048.",
    "encoding-koi8-r": "The file does not name its encoding; it was read as KOI8-R.",
    "encoding-cp866": "The file does not name its encoding; it was read as DOS Cyrillic (866).",
}
"""A remark's key and its sentence."""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The rows of one sheet from its first row on; `sheets` are the names of all that can be read, `sheet` the number of this one.

    `kind` is xlsx or csv. Rows may differ in length; trailing empty cells are left out.
    """

    kind: str
    sheets: tuple[str, ...]
    sheet: int
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


def read_table(data: bytes, *, sheet: int | None = None, limits: TableLimits = LIMITS) -> ReadTable:
    """The rows of a sheet of an XLSX file, or of a CSV; what it is, is seen from its bytes. Without `sheet`, of the first visible one with content.

    Raises one of `refusals` where there is nothing to read. Costs a process and about 2 s for 50,000 rows of ten cells.
    """
    if len(data) > limits.size:
        raise TableTooLarge(size=-(-len(data) // _MEGABYTE), limit=limits.size // _MEGABYTE)
    if not data.strip():
        raise EmptyTable
    found = ask(data, sheet, limits)
    try:
        if "refused" in found:
            raise BY_CODE[str(found["refused"])](**cast(dict[str, object], found["params"]))
        rows = tuple(tuple(map(cell_of, row)) for row in cast(list[list[object]], found["rows"]))
        notes = tuple(note for note in cast(list[str], found["notes"]) if note in NOTES)
        return ReadTable(str(found["kind"]), tuple(map(str, cast(list[str], found["sheets"]))), int(cast(int, found["sheet"])), rows, notes)
    except (KeyError, TypeError, ValueError) as error:  # an answer that no reader of ours gives
        raise BrokenTable from error


def cell_of(told: object) -> Cell:
    """A cell as the process apart tells it."""
    match told:
        case None | bool() | int() | str():
            return told
        case float():
            return Decimal(repr(told))
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case {"moment": str(moment)}:
            return datetime.fromisoformat(moment)
        case {"fault": str(code), "text": str(text)}:
            return Fault(code, text)
    raise ValueError(told)


def empty(row: Iterable[Any]) -> bool:
    """Whether nothing stands in a row."""
    return all(each is None or (isinstance(each, str) and not each.strip()) for each in row)
