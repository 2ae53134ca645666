"""The rows of a sheet as values under the keys of their columns, each with what cannot be read in it. Read anew from the stored bytes each time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.queries import file_facts
from tirek.foundation.files.tables import empty, read_table
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.models import Reference, Sheet
from tirek.foundation.sheets.naming import REFERENCE, all_columns
from tirek.foundation.sheets.sentences import Kept, kept
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.sheet_columns import Cell, Column, Value, text_of, value_of
from tirek.ground.rules.sheet_refusals import ThingUnknown


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet from 1, its cells as they stand, the values that were read, and refusals of cells."""

    number: int
    cells: tuple[Cell, ...]
    reference: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    faults: tuple[Kept, ...] = ()


def cells_of(sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
    """All rows of the sheet as they stand, from its first. Raises what `read_table` raises. Cost: a process."""
    return read_table(fetch(file_facts(sheet.file_id).sha256), sheet=sheet.sheet).rows


def rows_of(sheet: Sheet, by: Actor) -> list[Row]:
    """The rows below the headings in which something stands under a column that means something."""
    kind = sheet_kind(sheet.kind)
    columns = {column.key: column for column in all_columns(kind, sheet.country)}
    mapping = {int(number): columns[key] for number, key in sheet.mapping.items() if key in columns}
    found = []
    for number, cells in enumerate(cells_of(sheet), start=1):
        told = {column.key: cells[place] for place, column in mapping.items() if place < len(cells)}
        if number > sheet.heading_row + 1 and not empty(told.values()):
            found.append(read_row(number, cells, told, columns, by, sheet.country))
    return found


def read_row(number: int, cells: tuple[Cell, ...], told: Mapping[str, Cell], columns: Mapping[str, Column], by: Actor, country: str) -> Row:
    """What the cells say; a cell that says nothing sound is a fault of the row."""
    values: dict[str, Value] = {}
    faults: list[Kept] = []
    for key, cell in told.items():
        try:
            value = value_of(columns[key], cell)
            values[key] = thing_of(columns[key].of, str(value), by, country) if columns[key].kind == "thing" and value is not None else value
        except Refusal as refusal:
            faults.append(kept(refusal, key))
    reference = str(values.pop(REFERENCE.key, None) or "")
    return Row(number, cells, reference, values, tuple(faults))


def thing_of(kind: str, text: str, by: Actor, country: str) -> str:
    """The id, as text, of the thing of a kind that a reference, an id or a name of its own names. Raises ThingUnknown."""
    known = sheet_kind(kind)
    found = subject_of(known, text, by, country)
    named = (found,) if found else tuple(known.named(text, by, country))
    if len(named) != 1:
        raise ThingUnknown(text=text[:80])
    return str(named[0])


def subject_of(kind: SheetKind, reference: str, by: Actor, country: str) -> UUID | None:
    """The thing with this reference, or with this id where it has none; only if the person may see it."""
    found = Reference.objects.filter(country=country, kind=kind.name, reference=reference).values_list("subject", flat=True).first()
    if found is None:
        try:
            found = UUID(reference)
        except ValueError:
            return None
    return found if kind.held([found], by, country) else None


def references_of(kind: str, country: str, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Under which reference things stand; those that have none of their own under their id."""
    wanted = list(ids)
    rows = Reference.objects.filter(country=country, kind=kind, subject__in=wanted).values_list("subject", "reference")
    own = dict(rows.all())
    return {each: own.get(each, str(each)) for each in wanted}


def label_of(kind: SheetKind, row: Row, mapping: Mapping[str, str]) -> str:
    """What people know the row by, as it stands in the sheet."""
    places = {key: int(number) for number, key in mapping.items()}
    told = (text_of(row.cells[places[key]]) for key in (kind.label, *kind.label_else) if key in places and places[key] < len(row.cells))
    return next((text for text in told if text), "")[:300]
