"""What lies in the columns of an embedded database, as it lies there: SQLite keeps any value in any column, and compares what it keeps.

The program reads a day spelled another way, or a key in capitals, as the same; the database's own comparisons do not. It knows no noun and
writes nothing. On PostgreSQL a column holds its type alone, and there is nothing to look at.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BinaryField, F, Func

CHUNK = 500


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
