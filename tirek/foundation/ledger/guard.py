"""The guard: a wrapper round every database connection that refuses to write a ledgered table outside an act.

It looks at the SQL's verb and table alone; it knows no row and no person.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from tirek.foundation.ledger.acts import UnrecordedWrite, writes_allowed
from tirek.foundation.ledger.rows import LedgeredRow

WRITE = re.compile(r'^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)\s+"?(\w+)"?', re.IGNORECASE)


@cache
def ledgered_tables() -> frozenset[str]:
    """Names of all tables whose rows the ledger vouches for, and the ledger's own."""
    own = {model._meta.db_table for model in apps.get_app_config("ledger").get_models()}
    return frozenset(own | {model._meta.db_table for model in apps.get_models() if issubclass(model, LedgeredRow)})


def refuse_unrecorded(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Django's execute wrapper: lets reads pass, and writes to ledgered tables only inside an act."""
    found = WRITE.match(sql) if not writes_allowed() else None
    if found and found.group(1) in ledgered_tables():
        raise UnrecordedWrite(f"A write to {found.group(1)} happened outside ledger.services.record. Call a service of its room instead.")
    return execute(sql, params, many, context)


def install(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Puts the guard on a connection, once."""
    if refuse_unrecorded not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_unrecorded)
