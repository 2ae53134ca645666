"""A condition that some other row exists, whose question is put together once and not for each asking. It knows no noun.

Django puts a subquery together anew for each query, which takes longer than its answer. The words here are Django's own, of the same
query set; only what is compared stands in their place each time.
"""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, CharField, Expression, F, QuerySet, UUIDField, Value

OF, BY = UUID(int=0x0F), UUID(int=0xB1)
"""Where the key of the row that is asked about and the account that asks go."""
Question = Callable[[UUID, UUID], "QuerySet[Any]"]


class ThereIs(Expression):
    """Whether a question about a row (its key) and an account has an answer; `text` where the account is compared as a text."""

    output_field = BooleanField()

    def __init__(self, question: Question, account: str, text: bool = False) -> None:
        super().__init__()
        self.question = question
        self.key: Any = F("pk")
        self.account: Any = Value(account, output_field=CharField() if text else UUIDField())

    def get_source_expressions(self) -> list[Any]:
        """The key, which the query names, and the account."""
        return [self.key, self.account]

    def set_source_expressions(self, exprs: Any) -> None:
        """The same, resolved."""
        self.key, self.account = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The words of the question with what is compared in its place."""
        words, marks = put_together(self.question, connection.vendor)
        said = {OF.hex: compiler.compile(self.key), BY.hex: compiler.compile(self.account)}
        sql, given = words[0], tuple[Any, ...]()
        for mark, word in zip(marks, words[1:], strict=True):
            text, values = said.get(str(mark).replace("-", ""), ("%s", (mark,)))
            sql += text + word
            given += tuple(values)
        return sql, given


@cache
def put_together(question: Question, vendor: str) -> tuple[list[str], tuple[Any, ...]]:
    """The words between the places of a question in a database's own language, and what stands in the places."""
    sql, marks = question(OF, BY).query.exists(limit=False).get_compiler(connection=connection).as_sql()
    return f"EXISTS({sql})".split("%s"), tuple(marks)
