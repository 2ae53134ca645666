"""Order of names in which numbers stand as numbers: «№ 11» before «№ 107». The same on both databases; it knows no table.

A place keeps its name folded for this (`order`). That column stays as the ledger recorded it: numbers are widened while rows are ordered.
"""

import re
from typing import Any

from django.db.models import CharField, F, Func

WIDTH = 12
"""Digits to which a number is widened; a longer one stands as it is."""
DIGITS = re.compile("[0-9]+")
ON_SQLITE = "tirek_numbers_widened"


def widened(text: str) -> str:
    """The text with every number as WIDTH digits."""
    return DIGITS.sub(lambda found: found[0].zfill(WIDTH), text)


class ByName(Func):
    """A column of folded names, to order by. On SQLite each connection is taught `widened` (`teach`)."""

    output_field = CharField()

    def __init__(self, column: str) -> None:
        super().__init__(F(column))

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """By the function that the connection was taught."""
        return super().as_sql(compiler, connection, function=ON_SQLITE, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Zeros before every number, then all but the last WIDTH digits, where these are zeros, are taken away."""
        zeros = f"regexp_replace(%(expressions)s, '([0-9]+)', '{'0' * (WIDTH - 1)}\\1', 'g')"
        return super().as_sql(compiler, connection, template=f"regexp_replace({zeros}, '0{{0,{WIDTH - 1}}}([0-9]{{{WIDTH},}})', '\\1', 'g')", **context)


def teach(connection: Any, **_told: object) -> None:
    """Gives a connection to SQLite the function."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(ON_SQLITE, 1, lambda text: text if text is None else widened(text), deterministic=True)


BY_NAME = (ByName("order").asc(), "pk")
