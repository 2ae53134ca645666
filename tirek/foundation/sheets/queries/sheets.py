"""Sheets that were brought in: their columns, what each row would do, and what became of it."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext

from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.queries import file_facts
from tirek.foundation.files.tables import ReadTable, read_table
from tirek.foundation.jobs.queries import Progress, progress_behind
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.listing import headings, mark, meanings, names_of, said
from tirek.foundation.sheets.models import Line, Sheet
from tirek.foundation.sheets.naming import all_columns
from tirek.foundation.sheets.policies import check_may_take, kinds_to_bring
from tirek.foundation.sheets.sentences import sentence
from tirek.foundation.sheets.writing import Table, write_workbook
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.sheet_columns import Cell, Column, Fault, from_plain, text_of

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A sheet; `counts` says how many rows would do (or did) what, `done` how many were entered, `stay` how many were not taken back.

    `wants_reason`: some rows are refused for passages that one reason would keep.
    """

    id: UUID
    kind: str
    country: str
    state: str
    brought_by: str
    brought_at: datetime
    names_nobody: str
    counts: dict[str, int]
    done: int
    stay: int
    wants_reason: bool
    progress: Progress | None

    @property
    def rows(self) -> int:
        """How many rows were tried."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """A column of a brought sheet: its number from 0, its heading, the first cells under it, and the key of what it means, or nothing."""

    number: int
    heading: str
    examples: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Change:
    """A value that a row changes: the column's name, what was there, what the sheet says."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One row: its number in the sheet from 1, what it would do or did, and why it is refused or stays: (column's name, sentence)."""

    number: int
    would: str
    done: bool
    reference: str
    label: str
    subject: UUID | None
    faults: tuple[tuple[str, str], ...]
    codes: frozenset[str]
    changes: tuple[Change, ...]


def seen(by: Actor, country: str) -> Any:
    """The sheets of the country that the person may know of."""
    kinds = tuple(kind.name for kind in kinds_to_bring(by, country))
    return Sheet.objects.brought_by_colleagues(by, country, kinds)


def sheets(*, by: Actor, country: str, most: int = 50) -> tuple[SheetFacts, ...]:
    """The newest sheets. Cost: a few queries a sheet."""
    return tuple(facts(row) for row in seen(by, country)[:most])


def sheet(sheet_id: UUID, *, by: Actor, country: str) -> SheetFacts:
    """One sheet; raises NotFound, also where it may not be seen."""
    return facts(row_of(sheet_id, by, country))


def row_of(sheet_id: UUID, by: Actor, country: str) -> Sheet:
    """The row; raises NotFound."""
    found = seen(by, country).filter(pk=sheet_id).first()
    if not isinstance(found, Sheet):
        raise NotFound
    return found


def facts(row: Sheet) -> SheetFacts:
    """A sheet as a frozen value."""
    counted = row.lines.values("would", "done").annotate(rows=Count("pk")).order_by()
    counts: dict[str, int] = {}
    for each in counted:
        counts[each["would"]] = counts.get(each["would"], 0) + each["rows"]
    done = sum(each["rows"] for each in counted if each["done"])
    stay = row.applied.filter(undone=False).count() if row.state == "undone" else 0
    behind = progress_behind(row.job) if row.job else None
    return SheetFacts(row.pk, row.kind, row.country, row.state, row.brought_by, row.brought_at, row.names_nobody, counts, done, stay, row.lines.filter(wants_reason=True).exists(), behind)


def table_of(row: Sheet) -> ReadTable:
    """The table as it stands. Cost: a process."""
    return read_table(fetch(file_facts(row.file_id).sha256), sheet=row.sheet)


def columns_of(sheet_id: UUID, *, by: Actor, country: str) -> tuple[ReadTable, int, tuple[ColumnFacts, ...]]:
    """The table, the number of its row of headings from 0, and its columns. Raises NotFound. Cost: a process."""
    row = row_of(sheet_id, by, country)
    table = table_of(row)
    width = max(map(len, table.rows), default=0)
    heading = table.rows[row.heading_row] if row.heading_row < len(table.rows) else ()
    below = table.rows[row.heading_row + 1 :]
    found = []
    for number in range(width):
        cells = (text_of(line[number]) for line in below if number < len(line))
        examples = tuple(text[:80] for text, _ in zip((text for text in cells if text), range(EXAMPLES), strict=False))
        title = text_of(heading[number]) if number < len(heading) else ""
        if title or examples:
            found.append(ColumnFacts(number, title, examples, row.mapping.get(str(number), "")))
    return table, row.heading_row, tuple(found)


def lines_of(sheet_id: UUID, *, by: Actor, country: str, would: str = "", stays: bool = False, start: int = 0, size: int = 50) -> tuple[LineFacts, ...]:
    """Rows of a sheet in their order, all or those that would do the same. `stays`: of a sheet that was taken back, those that were not."""
    row = row_of(sheet_id, by, country)
    found = row.lines.filter(**({"would": would} if would else {}), **({"done": True} if stays else {}))
    columns = {column.key: column for column in all_columns(sheet_kind(row.kind), row.country)}
    lines = list(found[start : start + size])
    things = {key: names_of(column, told_in(lines, key), row.country) for key, column in columns.items() if column.of}
    return tuple(line_facts(line, columns, things) for line in lines)


def told_in(lines: Iterable[Line], key: str) -> Iterator[str | None]:
    """What stood under a column that names things, and what would stand there."""
    return (value for line in lines for value in line.changes.get(key, ()))


def line_facts(line: Line, columns: dict[str, Column], things: Mapping[str, dict[str, str]]) -> LineFacts:
    """A line as a frozen value, in the reader's language. `things`: the references of those that its columns name."""
    named = {key: gettext(column.words) for key, column in columns.items()}
    faults = tuple((named.get(str(each["column"]), ""), sentence(each)) for each in line.faults)
    changes = tuple(
        Change(named[key], *(said(columns[key], from_plain(columns[key], value), things.get(key, {})) for value in (before, after)))
        for key, (before, after) in line.changes.items()
        if key in columns
    )
    codes = frozenset(str(each["code"]) for each in line.faults)
    return LineFacts(line.number, line.would, line.done, line.reference, line.label, line.subject, faults, codes, changes)


def refused_rows(sheet_id: UUID, *, by: Actor, country: str) -> bytes:
    """The refused rows as they stood, with why, as a workbook that can be mended and brought in again. Raises NotFound. Cost: a process."""
    row = row_of(sheet_id, by, country)
    table = table_of(row)
    kind = sheet_kind(row.kind)
    columns = {column.key: column for column in all_columns(kind, country)}
    width = max(map(len, table.rows), default=0)
    title = [*padded([text_of(each) for each in table.rows[row.heading_row]], width), gettext("Row in the first sheet"), gettext("Why it was refused")]

    def mended() -> Iterator[list[object]]:
        for line in row.lines.filter(would="refused"):
            told = line_facts(line, columns, {})
            why = "\n".join(f"{column}: {text}" if column else text for column, text in told.faults)
            yield [*padded([as_given(each) for each in table.rows[line.number - 1]], width), line.number, why]

    top = [*mark(country), title]
    return as_bytes([Table(gettext(kind.words), chain(top, mended()), [18] * (width + 1) + [70], heading=len(top) - 1), explained(kind, country)])


def as_given(cell: Cell) -> object:
    """A cell that goes back to whom it came from: what had no value stays empty."""
    return text_of(cell) if isinstance(cell, bool | Fault) else cell


def padded(cells: list[Any], width: int) -> list[Any]:
    """Cells up to a width."""
    return [*cells, *[None] * (width - len(cells))]


def template(kind: str, *, by: Actor, country: str) -> bytes:
    """An empty sheet of a kind with its headings, and what they mean, in the reader's language. Raises NotAllowed, NotFound."""
    known = sheet_kind(kind)
    if known not in kinds_to_bring(by, country):
        check_may_take(known, by, country)
    names = headings(known, country)
    return as_bytes([Table(gettext(known.words), [names], widths=[max(14, len(name) + 2) for name in names]), explained(known, country)])


def explained(kind: SheetKind, country: str) -> Table:
    """The sheet that says what the columns mean."""
    return Table(gettext("What the columns mean"), meanings(kind, country), widths=[28, 20, 60, 50])


def as_bytes(tables: list[Table]) -> bytes:
    """A workbook that is small enough for memory."""
    made = io.BytesIO()
    write_workbook(made, tables)
    return made.getvalue()
