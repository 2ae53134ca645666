"""Days cut into months and years by the database, as text: SQLite would else cut each day by a call of Python."""

from datetime import date
from typing import Any

from django.db.models import Func, TextField
from django.db.models.functions import Substr


class DayWritten(Func):
    """A day as 2026-12-31, whatever way of writing days the server is set to."""

    template = "CAST(%(expressions)s AS TEXT)"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """PostgreSQL casts by its DateStyle."""
        return self.as_sql(compiler, connection, template="to_char(%(expressions)s, 'YYYY-MM-DD')", **context)


def cut(column: str, yearly: bool = False) -> Substr:
    """The month of a column of days, as 2026-12, or the year."""
    return Substr(DayWritten(column), 1, len("2026" if yearly else "2026-12"))


def first_day(written: str) -> date:
    """The first day of a month or year that `cut` gave."""
    return date(int(written[:4]), int(written[5:] or 1), 1)
