"""Cells of a table that leaves the house: no spreadsheet takes one for a formula. It knows no noun."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
SIGN = f"[{re.escape(''.join(SIGNS))}]"
BEGINS = re.compile(rf"""'*+(?:[\t\r\n]|["\s]*+'*+{SIGN})""")
BREAKS = re.compile(r"[,;|\t\r\n]")
INSIDE = re.compile(rf"""(?<![,;|"\s])([,;|"\s]++)(?='*+{SIGN})""")
GUARDED = re.compile(rf"""(?<![,;|"\s])([,;|"\s]++)'(?='*+{SIGN})""")
"""What stands before such a sign. Where it holds a comma, semicolon, bar, tab or line break, a program set to split there would begin a cell with the sign.

No stretch of a text is gone through twice, whatever stands in it: thousands of tabs or apostrophes in one cell hold nobody up.
"""
MARK = "\ufeff".encode()
"""The byte order mark, by which the spreadsheets of offices know UTF-8."""


def as_text(value: object) -> object:
    """A cell that no spreadsheet takes for a formula, whatever it splits at: what begins like one gets an apostrophe, one more where it has some before it. Numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool | int | Decimal):
        return value
    text = value.isoformat() if isinstance(value, date) else str(value)
    safe = INSIDE.sub(lambda found: f"{found[1]}'" if BREAKS.search(found[1]) else found[0], text)
    return f"'{safe}" if BEGINS.match(text) else safe


def as_meant(text: str) -> str:
    """The inverse for a text that comes back in a table: without the apostrophes that `as_text` put there."""
    bare = text[1:] if text.startswith("'") and BEGINS.match(text[1:]) else text
    return GUARDED.sub(lambda found: found[1] if BREAKS.search(found[1]) else found[0], bare)


def written(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV with semicolons, every cell in quotes; spreadsheets read a number in quotes as a number."""
    made = io.StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows([as_text(value) for value in row] for row in rows)
    return made.getvalue().encode()
