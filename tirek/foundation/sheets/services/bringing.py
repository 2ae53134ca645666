"""Bringing a table in and saying what its columns mean."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext

from tirek.foundation.files.services import store_file
from tirek.foundation.files.tables import Cell, empty, read_table
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.models import KeptMapping, Sheet
from tirek.foundation.sheets.naming import REFERENCE, all_columns, spellings
from tirek.foundation.sheets.policies import check_may_bring
from tirek.foundation.sheets.reach import moved, sheet_for
from tirek.foundation.sheets.refusals import MappedTwice, NoRows, NothingMapped
from tirek.foundation.sheets.rows import cells_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.sheet_columns import folded, header_row, matched, text_of

MEDIA = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv"}


def bring_sheet(*, kind: str, content: bytes, country: str, by: Actor, sheet: int | None = None) -> Recorded[UUID]:
    """Keeps a table as it came and guesses which row holds the headings and what its columns mean. Its name is not kept. Answers its id.

    Raises NotAllowed, NotFound for an unknown kind, NoRows, and what `read_table` raises. Cost: a process, outside the transaction.
    """
    known = sheet_kind(kind)
    check_may_bring(known, by, country)
    table = read_table(content, sheet=sheet)
    names = spellings(all_columns(known, country))
    heading = header_row(table.rows, names)
    refuse_without_rows(table.rows, heading)
    with record("sheet.brought", by=by, country=country) as entry:
        file = store_file(content=content, name=f"{kind}.{table.kind}", media_type=MEDIA[table.kind], country=country, by=by).value
        headings = table.rows[heading] if heading < len(table.rows) else ()
        row = Sheet(
            kind=kind, country=country, file=file, sheet=table.sheet, heading_row=heading, brought_by=by.id, brought_at=timezone.now(),
            mapping=guessed(known, country, headings, names),
        )  # fmt: skip
        row.save()
        entry.about("sheet", row.pk)
        return entry.of(row.pk)


def refuse_without_rows(rows: tuple[tuple[Cell, ...], ...], heading: int) -> None:
    """Raises NoRows where nothing stands below the headings."""
    if all(empty(row) for row in rows[heading + 1 :]):
        raise NoRows


def guessed(kind: SheetKind, country: str, headings: Iterable[Cell], names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """What the columns mean: as the last time such headings came, else by their names."""
    told = list(headings)
    kept = KeptMapping.objects.filter(country=country, kind=kind.name, signature=signature(told)).first()
    if kept is None:
        return {str(number): key for number, key in matched(told, names).items()}
    known = {column.key for column in all_columns(kind, country)}
    found = {str(number): kept.mapping.get(name, "") for number, name in enumerate(told_apart(told))}
    return {number: key for number, key in found.items() if key in known}


def told_apart(headings: Iterable[Cell]) -> list[str]:
    """The headings as a kept mapping names them; one that stands there again gets its number: many a register has "Date" twice."""
    seen: Counter[str] = Counter()
    found = []
    for name in (folded(text_of(each)) for each in headings):
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}\n{seen[name]}")
    return found


def signature(headings: Iterable[Cell]) -> str:
    """The sign of a row of headings, by which its mapping is found again."""
    return hashlib.sha256("\n".join(folded(text_of(each)) for each in headings).encode()).hexdigest()


def look_at(*, sheet_id: UUID, sheet: int, heading_row: int, by: Actor) -> Recorded[UUID]:
    """Turns to another sheet of the workbook or another row of headings (numbers from 0), and guesses anew what its columns mean.

    Raises NotFound, IllegalMove, StillWorking, NoRows, and what `read_table` raises. Cost: a process, within the transaction.
    """
    with record("sheet.mapped", by=by, subject=("sheet", sheet_id)) as entry:
        row = sheet_for(sheet_id, by)
        moved(row, "map")
        row.sheet, row.heading_row = sheet, heading_row
        rows = cells_of(row)
        refuse_without_rows(rows, heading_row)
        known = sheet_kind(row.kind)
        row.mapping = guessed(known, row.country, rows[heading_row], spellings(all_columns(known, row.country)))
        row.save()
        return entry.of(row.pk)


def map_columns(*, sheet_id: UUID, mapping: Mapping[int, str], by: Actor) -> Recorded[UUID]:
    """Says what the columns mean: number from 0 -> key; it is kept for the next sheet with these headings.

    Raises NotFound, IllegalMove, StillWorking, NothingMapped, MappedTwice, and what `read_table` raises. Cost: a process, within the transaction.
    """
    with record("sheet.mapped", by=by, subject=("sheet", sheet_id)) as entry:
        row = sheet_for(sheet_id, by)
        moved(row, "map")
        known = sheet_kind(row.kind)
        meant = {number: key for number, key in mapping.items() if key}
        check_mapping(known, row.country, meant)
        row.mapping = {str(number): key for number, key in meant.items()}
        row.save()
        remember(row, cells_of(row)[row.heading_row], meant)
        return entry.of(row.pk)


def check_mapping(kind: SheetKind, country: str, meant: Mapping[int, str]) -> None:
    """Raises MappedTwice, NothingMapped."""
    columns = {column.key: column for column in all_columns(kind, country)}
    given = [key for key in meant.values() if key in columns]
    twice = next((key for key in given if given.count(key) > 1), None)
    if twice:
        raise MappedTwice(column=gettext(columns[twice].words))
    wanted = REFERENCE.key if kind.by_reference else kind.columns(country)[0].key
    if wanted not in given or len(given) < 2:
        raise NothingMapped(column=gettext(columns[wanted].words))


def remember(sheet: Sheet, headings: Iterable[Cell], meant: Mapping[int, str]) -> None:
    """Keeps a mapping for the next sheet with these headings."""
    told = list(headings)
    kept = KeptMapping.objects.filter(country=sheet.country, kind=sheet.kind, signature=signature(told)).first()
    row = kept or KeptMapping(country=sheet.country, kind=sheet.kind, signature=signature(told))
    new = {name: meant.get(number, "") for number, name in enumerate(told_apart(told))}
    if kept is None or row.mapping != new:
        row.mapping = new
        row.save()


def discard_sheet(*, sheet_id: UUID, by: Actor) -> Recorded[UUID]:
    """Puts a sheet aside of which nothing was applied. Raises NotFound, IllegalMove, StillWorking."""
    with record("sheet.discarded", by=by, subject=("sheet", sheet_id)) as entry:
        row = sheet_for(sheet_id, by)
        moved(row, "discard")
        row.save()
        row.lines.all().delete()
        return entry.of(row.pk)
