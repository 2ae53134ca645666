"""The act under way: which record is open in this context, and which ledgered rows it has touched.

It knows no table of its own and writes nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tirek.foundation.ledger.rows import LedgeredRow, VouchedRow


class UnrecordedWrite(RuntimeError):
    """Something tried to write a ledgered table outside `ledger.services.record`: a programming error, never a user's."""


@dataclass(slots=True)
class OpenAct:
    """The rows touched so far, in order: (model, id) -> whether the row is gone."""

    touched: "dict[tuple[type[VouchedRow], str], bool]" = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)

    def touch(self, row: "LedgeredRow", gone: bool = False) -> None:
        """Remember that a row was saved or deleted in this act."""
        self.touched[(type(row), str(row.pk))] = gone
        self.countries.add(row.country)


_open: ContextVar[OpenAct | None] = ContextVar("tirek_open_act", default=None)
_unguarded: ContextVar[bool] = ContextVar("tirek_unguarded", default=False)


def current_act() -> OpenAct | None:
    """The innermost act under way in this context, if any."""
    return _open.get()


def require_act(table: str) -> OpenAct:
    """The act under way; raises UnrecordedWrite when there is none."""
    act = _open.get()
    if act is None:
        raise UnrecordedWrite(f"A write to {table} happened outside ledger.services.record. Call a service of its room instead.")
    return act


def writes_allowed() -> bool:
    """Whether SQL may write ledgered tables now."""
    return _open.get() is not None or _unguarded.get()


@contextmanager
def opened() -> Iterator[OpenAct]:
    """Opens an act for the time of the block."""
    act = OpenAct()
    token = _open.set(act)
    try:
        yield act
    finally:
        _open.reset(token)


@contextmanager
def unguarded() -> Iterator[None]:
    """Lifts the guard for schema migrations, restoring a backup and emptying test databases; nothing else may use it."""
    token = _unguarded.set(True)
    try:
        yield
    finally:
        _unguarded.reset(token)
