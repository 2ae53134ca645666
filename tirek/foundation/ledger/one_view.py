"""One view of all tables while others go on writing. It knows no table."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db import connection, transaction


class snapshot(transaction.Atomic):
    """One view of all tables while others go on writing: a deferred transaction on SQLite, REPEATABLE READ on PostgreSQL. Nothing may be written in it."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)

    def __enter__(self) -> None:
        connection.ensure_connection()  # a thread that has asked nothing yet has no mode either
        if connection.vendor == "sqlite":
            self.usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # type: ignore[attr-defined]
        super().__enter__()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def __exit__(self, *problem: Any) -> None:
        super().__exit__(*problem)
        if connection.vendor == "sqlite":
            connection.transaction_mode = self.usual  # type: ignore[attr-defined]


def one_view() -> AbstractContextManager[None]:
    """A snapshot; within a transaction that is under way already, that one."""
    return nullcontext() if connection.in_atomic_block else snapshot()
