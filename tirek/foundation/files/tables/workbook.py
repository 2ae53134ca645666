"""An XLSX file: looked through with a parser of names before a library builds its cells, because a library makes room for all between the corners.

ECMA-376 Part 1: section 18.3.1 (sheets), 18.2.19 (the workbook's list of sheets).
"""

import datetime
import io
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

import python_calamine

from tirek.foundation.files.apart.archive import Archive
from tirek.foundation.files.apart.faults import Unreadable

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_VALUES = frozenset({"v", "is"})
_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"


class Looked:
    """What is known of a sheet without building it: its last row and column with a value, and the cells whose value is none."""

    def __init__(self, limits: dict[str, Any]) -> None:
        self.limits = limits
        self.formulas = False
        self.faults: dict[tuple[int, int], tuple[str, str]] = {}
        self._row = self._column = 0
        self._formula = self._computed_text = self._error = False
        self._text: list[str] | None = None

    def begun(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(":")[2]
        if name == "row":
            self._row, self._column = int(attributes.get("r") or self._row + 1), 0
        elif name == "c":
            place = _PLACE.fullmatch(attributes.get("r", ""))
            self._column = numbered(place[1]) if place else self._column + 1
            self._row = int(place[2]) if place else self._row
            self._formula, self._text = False, None
            self._error, self._computed_text = attributes.get("t") == "e", attributes.get("t") == "str"
        elif name == "f":
            self._formula = self.formulas = True
        elif name in _VALUES:
            self.reached()
            self._text = [] if self._error or self._formula else None

    def said(self, text: str) -> None:
        """Characters of an element; only those of a formula's value are kept."""
        if self._text is not None:
            self._text.append(text)

    def ended(self, name: str) -> None:
        """An element ends."""
        if name.rpartition(":")[2] != "c" or not (self._error or self._formula):
            return
        text = "".join(self._text or ()).strip()
        if self._error and text:
            self.faults[(self._row, self._column)] = ("error", text[:20])
        elif self._formula and not text and not self._computed_text:
            self.reached()
            self.faults[(self._row, self._column)] = ("formula", "")
        self._text = None

    def reached(self) -> None:
        """Refuses a cell beyond the limits; nothing was built for it yet."""
        if self._column > self.limits["columns"]:
            raise Unreadable("too-many-columns", columns=self._column, limit=self.limits["columns"])
        if self._row > self.limits["rows"] + 100:
            raise Unreadable("too-many-rows", rows=self._row, limit=self.limits["rows"])


def numbered(letters: str) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def parsed(archive: Archive, part: str, begun: Any, said: Any = None, ended: Any = None) -> None:
    """Reads a part of the archive by its elements; what declares a document type is not read on."""
    reader = expat.ParserCreate()
    reader.buffer_text = True
    reader.StartElementHandler, reader.EndElementHandler, reader.CharacterDataHandler = begun, ended, said
    reader.StartDoctypeDeclHandler = refuse_declaration
    try:
        for piece in archive.pieces(part):
            reader.Parse(piece, False)
        reader.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable("broken") from error


def refuse_declaration(*_told: object) -> None:
    """A spreadsheet never declares a document type."""
    raise Unreadable("declares-entities")


def sheets_of(archive: Archive) -> Iterator[tuple[str, str, bool]]:
    """Of each sheet of the workbook in order: its name, its part, whether it is visible."""
    if _BOOK not in archive or _LINKS not in archive:
        raise Unreadable("not-a-document")
    targets: dict[str, str] = {}
    listed: list[dict[str, str]] = []
    parsed(archive, _LINKS, lambda name, told: targets.update({told.get("Id", ""): told.get("Target", "")}))
    parsed(archive, _BOOK, lambda name, told: listed.append(told) if name.rpartition(":")[2] == "sheet" else None)
    for told in listed:
        link = next((value for key, value in told.items() if key.rpartition(":")[2] == "id" and ":" in key), "")
        target = targets.get(link, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in part and part in archive:
            yield told.get("name", ""), part, told.get("state", "visible") == "visible"


def read(content: bytes, sheet: int | None, limits: dict[str, Any]) -> dict[str, object]:
    """The rows of the asked sheet; without one, of the first visible sheet in which something stands."""
    archive = Archive(content, limits["unpacked"])
    if any("vbaProject" in name for name in archive.names()) and _BOOK not in archive:
        raise Unreadable("not-a-document")
    found = list(sheets_of(archive))
    if not found or (sheet is not None and not 0 <= sheet < len(found)):
        raise Unreadable("no-sheet" if found else "not-a-document")
    book = opened(content)
    order = [sheet] if sheet is not None else sorted(range(len(found)), key=lambda each: not found[each][2])
    for number in order:
        looked = Looked(limits)
        parsed(archive, found[number][1], looked.begun, looked.said, looked.ended)
        rows = cells(book.get_sheet_by_name(found[number][0]), looked, limits)
        if any(rows):
            notes = ["formulas"] if looked.formulas else []
            return {"kind": "xlsx", "sheets": [each[0] for each in found], "sheet": number, "rows": rows, "notes": notes}
    raise Unreadable("empty")


def opened(content: bytes) -> Any:
    """The workbook of the library."""
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as error:
        raise Unreadable("password") from error


def cells(sheet: Any, looked: Looked, limits: dict[str, Any]) -> list[list[object]]:
    """The rows from the sheet's first row on, trailing empty cells left out."""
    rows = [[told(value, number, limits) for value in row] for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1)]
    for (row, column), (code, text) in looked.faults.items():
        put(rows, row, column, {"fault": code, "text": text})
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, limits["columns"])):
                if (row, column) != (top, left):
                    put(rows, row + 1, column + 1, {"fault": "merged", "text": ""})
    return [trimmed(row) for row in rows]


def put(rows: list[list[object]], row: int, column: int, value: object) -> None:
    """Writes a cell, numbered from 1; the row grows where it must."""
    while len(rows) < row:
        rows.append([])
    rows[row - 1] += [None] * (column - len(rows[row - 1]))
    rows[row - 1][column - 1] = value


def told(value: object, row: int, limits: dict[str, Any]) -> object:
    """A cell's value as JSON has it; a number as the spreadsheet shows it, with at most fifteen digits."""
    match value:
        case "":
            return None
        case str():
            if len(value) > limits["cell"]:
                raise Unreadable("cell-too-long", row=row, limit=limits["cell"])
            return value
        case bool() | int():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < 1e15 else float(f"{value:.15g}")
        case datetime.datetime():
            return {"moment": value.isoformat()} if value.time() != datetime.time() else {"day": value.date().isoformat()}
        case datetime.date():
            return {"day": value.isoformat()}
    return None if value is None else str(value)


def trimmed(row: list[object]) -> list[object]:
    """The row up to its last cell that is not empty."""
    while row and row[-1] is None:
        row.pop()
    return row
