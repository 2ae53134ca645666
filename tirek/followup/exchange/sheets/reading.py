"""Reading the spreadsheet back: the rows that somebody filled in, as they were typed. Columns and rows may stand in any order; nothing is judged here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tirek.followup.exchange.refusals import NotTheSheet
from tirek.followup.exchange.sheets.phrases import COLUMN_OF, NEEDED, STEPS, WORD_OF, folded
from tirek.followup.exchange.sheets.texts import kept_text
from tirek.foundation.files.tables import Cell, Fault, ReadTable

HEAD_WITHIN = 20
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """A step as it was typed; `until` is None where no day stands, `unclear` what stands there instead of one."""

    what: str
    until: date | None
    unclear: str = ""


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row as it was typed; `line` counts from 1 as the program that shows the file does. `word` is a code, empty where none is known, `typed_word` what stands there."""

    line: int
    number: str
    word: str
    typed_word: str
    said: str
    steps: tuple[WrittenStep, ...]
    revision: int
    mark: str

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.typed_word or self.said or self.steps)


def written_rows(table: ReadTable) -> tuple[WrittenRow, ...]:
    """The rows beneath the titles. Raises NotTheSheet where no row of titles is found."""
    for at, row in enumerate(table.rows[:HEAD_WITHIN]):
        places = {COLUMN_OF[folded(cell)]: place for place, cell in enumerate(row) if folded(cell) in COLUMN_OF}
        if all(key in places for key in NEEDED):
            found = (row_of(line, each, places) for line, each in enumerate(table.rows[at + 1 :], start=at + 2))
            return tuple(each for each in found if each.number or not each.empty)
    raise NotTheSheet


def row_of(line: int, row: tuple[Cell, ...], places: Mapping[str, int]) -> WrittenRow:
    """A row by the titles of its columns."""

    def cell(key: str) -> Cell:
        place = places.get(key)
        return row[place] if place is not None and place < len(row) else None

    typed = text_of(cell("word"))
    steps = tuple(step for number in STEPS if (step := step_of(cell(f"step_{number}"), cell(f"until_{number}"))))
    revision = text_of(cell("revision"))
    return WrittenRow(
        line, text_of(cell("number")), WORD_OF.get(folded(typed), ""), typed, text_of(cell("said")), steps,
        int(revision) if revision.isdecimal() and len(revision) < 9 else 0, text_of(cell("mark")),
    )  # fmt: skip


def step_of(what: Cell, until: Cell) -> WrittenStep | None:
    """A step, if anything of it was written."""
    said, on = text_of(what), day_of(until)
    if not said and on is None and not text_of(until):
        return None
    return WrittenStep(said, on, "" if on else text_of(until))


def text_of(cell: Cell) -> str:
    """What stands in a cell, as text that can be kept: without control characters, which no person types."""
    match cell:
        case None:
            return ""
        case Fault(text=text):
            return kept_text(text)
        case bool():
            return str(cell)
        case Decimal():
            return str(int(cell)) if cell == cell.to_integral_value() and abs(cell) < 10**15 else str(cell)[:40]
        case datetime() | date():
            return f"{cell:%d.%m.%Y}"
    return kept_text(str(cell))


def day_of(cell: Cell) -> date | None:
    """A day, as a day or as DD.MM.YYYY or YYYY-MM-DD."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    try:
        if found := DAY.match(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError:
        return None
