"""What lies in the columns of an embedded database, as it lies there: SQLite keeps any value in any column, and compares what it keeps.

The program reads a day spelled another way, or a key in capitals, as the same; the database's own comparisons do not. It knows no noun and
writes nothing. On PostgreSQL a column holds its type alone, and there is nothing to look at.
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BinaryField, DecimalField, F, Field, Func, JSONField, Model, QuerySet

from tirek.foundation.ledger.rows import columns_vouched_for

CHUNK = 500
MARK = "as_it_lies_"


class AsItLies(Func):
    """A column's value with no conversion: text, whole number, float, bytes or None, whatever type the column has."""

    template = "+%(expressions)s"
    output_field = BinaryField()


def embedded() -> bool:
    """Whether the database is one that keeps any value in any column."""
    return connection.vendor == "sqlite"


def keys_as_they_lie(model: type[Any]) -> Iterator[list[Any]]:
    """All keys of an embedded table, in chunks. One scan, so that keys of every kind are met, in whatever order they stand."""
    scan = model._base_manager.order_by("pk").values_list(AsItLies(F("pk")), flat=True).iterator(CHUNK)
    while chunk := list(islice(scan, CHUNK)):
        yield chunk


def key_of(stored: Any) -> UUID | None:
    """The key that the program writes so; None for any other spelling or kind of value, which stands beside it as a key of its own."""
    try:
        key = UUID(hex=stored)
    except (ValueError, TypeError, AttributeError):
        return None
    return key if key.hex == stored else None


def as_they_lie(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The same rows; on an embedded database each brings along what lies in its columns, for `is_spelled_as_written`. No query more."""
    if not embedded():
        return rows
    annotated: QuerySet[Any] = rows.annotate(**{MARK + field.attname: AsItLies(F(field.attname)) for field in rows.model._meta.concrete_fields})
    return annotated


def is_spelled_as_written(row: Model) -> bool:
    """Whether each column of a row of `as_they_lie` holds what the program would write for the value that it reads there.

    May raise what an unreadable value raises.
    """
    return not embedded() or all(
        is_written_so(field, getattr(row, field.attname), getattr(row, MARK + field.attname)) for field in columns_vouched_for(row)
    )


def is_written_so(field: "Field[Any, Any]", value: Any, stored: Any) -> bool:
    """Whether the program writes this value of a column as it lies there."""
    if stored is None or value is None:
        return stored is value
    if isinstance(field, JSONField):  # in whatever order its keys stand
        return isinstance(stored, str) and json.dumps(json.loads(stored), cls=field.encoder) == stored
    written = field.get_db_prep_save(value, connection)
    if isinstance(field, DecimalField):
        return isinstance(stored, int | float) and float(written) == stored
    if isinstance(written, bool):
        written = int(written)
    elif isinstance(written, memoryview):
        written = bytes(written)
    return type(stored) is type(written) and bool(stored == written)
