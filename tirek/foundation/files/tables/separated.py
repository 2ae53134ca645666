"""A table as text (RFC 4180 and what offices make of it): cells between semicolons, commas, tabs or bars; in quotes or not."""

import csv
import io
from collections import Counter
from typing import Any

from tirek.foundation.files.apart.characters import characters
from tirek.foundation.files.apart.faults import Unreadable
from tirek.foundation.ui.cells import as_meant

_SIGNS = ";\t,|"
_SAMPLE = 50


def read(content: bytes, sheet: int | None, limits: dict[str, Any]) -> dict[str, object]:
    """The rows; a table as text has one sheet."""
    if sheet not in (None, 0):
        raise Unreadable("no-sheet")
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("not-a-document")
    text, notes = characters(content)
    sign, text = separator(text.lstrip("\ufeff"))
    rows: list[list[object]] = []
    csv.field_size_limit(limits["cell"])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        for row in reader:
            rows.append(cells(row))
            if len(row) > limits["columns"]:
                raise Unreadable("too-many-columns", columns=len(row), limit=limits["columns"])
            if len(rows) > limits["rows"] + 100:
                raise Unreadable("too-many-rows", rows=len(rows), limit=limits["rows"])
    except csv.Error as error:
        if "field larger" in str(error):
            raise Unreadable("cell-too-long", row=reader.line_num, limit=limits["cell"]) from error
        raise Unreadable("quotation", line=reader.line_num) from error
    if not any(rows):
        raise Unreadable("empty")
    if max(map(len, rows)) < 2:
        raise Unreadable("not-a-document")
    return {"kind": "csv", "sheets": [""], "sheet": 0, "rows": rows, "notes": list(notes)}


def separator(text: str) -> tuple[str, str]:
    """The sign between cells and the text without a line that only names it (`sep=;`, as a spreadsheet writes)."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    return max(_SIGNS, key=lambda sign: evenness(text, sign)), text


def evenness(text: str, sign: str) -> tuple[int, int]:
    """How many of the first rows have the same number of cells above one, and how many cells: the sign that divides most evenly is meant."""
    reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
    counted: Counter[int] = Counter()
    try:
        for row, _number in zip(reader, range(_SAMPLE), strict=False):
            if len(row) > 1:
                counted[len(row)] += 1
    except csv.Error:
        pass
    if not counted:
        return (0, 0)
    width, times = max(counted.items(), key=lambda one: (one[1], one[0]))
    return times, width


def cells(row: list[str]) -> list[object]:
    """Texts without what stands round them, nor the apostrophes that guard the house's own lists; empty ones are none, trailing ones left out."""
    found: list[object] = [as_meant(cell.strip()).strip() or None for cell in row]
    while found and found[-1] is None:
        found.pop()
    return found
