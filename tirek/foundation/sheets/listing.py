"""A kind's things as rows under the names of its columns: the same columns that come in. Cut to what the person may see."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.utils.translation import gettext

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jurisdictions.queries import is_invented
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.naming import REFERENCE, all_columns
from tirek.foundation.sheets.rows import references_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.sheet_columns import Column, Value

AT_ONCE = 500


def mark(country: str) -> list[list[object]]:
    """The row that says of an invented country's file that it is one; none for others."""
    return [[gettext("Demonstration: everything in this file is invented")]] if is_invented(country) else []


MOST_SAID = 120
"""So many choices at most are said beside a column: a cell holds 32,767 signs."""


def headings(kind: SheetKind, country: str) -> list[str]:
    """The names of the columns in the language that is active now."""
    return [gettext(column.words) for column in all_columns(kind, country)]


def rows(kind: SheetKind, *, by: Actor, country: str, step: Step | None = None) -> Iterator[list[object]]:
    """Every thing that the person may see as a row, some hundred at a time."""
    columns = all_columns(kind, country)
    ids = list(kind.ids(by, country))
    work, done = iter(ids), 0
    while some := list(islice(work, AT_ONCE)):
        held = kind.held(some, by, country)
        own = references_of(kind.name, country, some)
        named = {column.key: names_of(column, [values.get(column.key) for values in held.values()], country) for column in columns if column.of}
        for thing in some:
            if thing in held:
                values = {**held[thing], REFERENCE.key: own[thing]}
                yield [said(column, values.get(column.key), named.get(column.key, {})) for column in columns]
        done += len(some)
        if step:
            step(done, len(ids))


def names_of(column: Column, values: Iterable[Value], country: str) -> dict[str, str]:
    """The references of the things that stand in a column."""
    ids = {UUID(str(value)) for value in values if value}
    return {str(thing): reference for thing, reference in references_of(sheet_kind(column.of).name, country, ids).items()}


def said(column: Column, value: Value, named: dict[str, str]) -> object:
    """A value as it stands in a cell: the same that the import reads."""
    match value:
        case bool():
            return gettext("yes") if value else gettext("no")
        case tuple():
            return "; ".join(spoken(column, each) for each in value)
        case str() if column.kind == "thing":
            return named.get(value, value)
        case str() if column.kind == "choice":
            return spoken(column, value)
    return value


def spoken(column: Column, code: str) -> str:
    """A choice by its first name."""
    return next((choice.names[0] for choice in column.choices if choice.code == code and choice.names), code)


def meanings(kind: SheetKind, country: str) -> Iterator[Sequence[object]]:
    """What the columns mean, as rows: name, whether a new thing needs it, what belongs there, and what may be chosen."""
    yield [gettext("Column"), gettext("Needed for a new entry"), gettext("What belongs there"), gettext("What may be chosen")]
    for column in all_columns(kind, country):
        needed = column.needed or column.key == REFERENCE.key
        chosen = "\n".join(" = ".join(dict.fromkeys((*choice.names, choice.code))) for choice in column.choices[:MOST_SAID])
        yield [gettext(column.words), gettext("yes") if needed else gettext("no"), gettext(column.hint) if column.hint else form_of(column), chosen]


def form_of(column: Column) -> str:
    """What belongs into a column of which its room says nothing."""
    words = {
        "day": gettext("A day, as 31.12.2024"),
        "whole": gettext("A whole number"),
        "decimal": gettext("A number"),
        "truth": gettext("Yes or no"),
        "choice": gettext("One of the list beside"),
        "choices": gettext("One or more of the list beside, with semicolons between"),
        "thing": gettext("The reference, or the exact name where only one has it"),
    }
    return words.get(column.kind, gettext("A text"))
