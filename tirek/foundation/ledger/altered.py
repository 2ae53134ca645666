"""Whether a row that an act is about to write still is what the ledger says of it. It writes nothing and knows no noun."""

from typing import Any

from tirek.foundation.ledger.reading import UNREADABLE, is_vouched_for, newest_line, stands
from tirek.foundation.ledger.rows import PartlyLedgered, VouchedRow
from tirek.foundation.ledger.stored import as_they_lie


def stands_as_vouched(row: VouchedRow) -> bool:
    """Whether the database holds of a row what its newest line says, and nothing where there is none. Cost: 2 queries, 1 for a new row.

    The row is read and locked before its line: whoever else was writing it has then written both. Until a table that is vouched for in part
    has its first line, its rows are taken as they are.
    """
    model, key = type(row), row.pk
    there = None if row._state.adding else as_stored(model, key)
    line = newest_line(model, str(key))
    return stands(there, line) or (line is None and issubclass(model, PartlyLedgered) and not is_vouched_for(model))


def as_stored(model: type[Any], key: Any) -> VouchedRow | None:
    """The row as the database holds it, kept from other writers until the act ends; None when it is not there or cannot be read."""
    try:
        return next(iter(as_they_lie(model._base_manager.select_for_update(no_key=True).filter(pk=key))), None)
    except UNREADABLE:
        return None
