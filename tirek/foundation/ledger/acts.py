"""The act under way: which record is open in this context, and which ledgered rows it has touched.

It knows no table of its own and writes nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tirek.foundation.ledger.refusals import RowAltered

if TYPE_CHECKING:
    from tirek.foundation.ledger.rows import LedgeredRow, VouchedRow


class UnrecordedWrite(RuntimeError):
    """Something tried to write a ledgered table outside `ledger.services.record`: a programming error, never a user's."""


def one_by_one(rows: "Sequence[VouchedRow]") -> bool:
    """For an act that knows no quicker way than to look at each row."""
    return False


def none_of_ours(row: "VouchedRow") -> bool:
    """For an act that writes the ledger's own tables alone: any row is one too many."""
    raise UnrecordedWrite(f"A write to {row._meta.db_table} happened outside ledger.services.record. Call a service of its room instead.")


@dataclass(slots=True)
class OpenAct:
    """The rows touched so far, in order: (model, id) -> whether the row is gone.

    `stands` tells whether a row still is what the ledger says of it, `unheard_of` whether it says nothing of any of many rows of one table; `despite_alteration`, whether the act goes on where one is not. `altered`
    are the tables and ids of those it found. `wholes` are the things of which touched rows are parts, by the column that names them: who follows an act
    learns so of what a row that is gone was a part of. `rehearsed`: all of it is taken back, so that no entry is written.
    """

    stands: "Callable[[VouchedRow], bool]" = none_of_ours
    despite_alteration: bool = False
    unheard_of: "Callable[[Sequence[VouchedRow]], bool]" = one_by_one
    outer: "OpenAct | None" = None
    altered: list[tuple[str, str]] = field(default_factory=list)
    touched: "dict[tuple[type[VouchedRow], str], bool]" = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    wholes: dict[str, dict[str, None]] = field(default_factory=dict)
    rehearsed: bool = False

    def before_write(self, row: "VouchedRow") -> None:
        """Call it before a row is written first: a new line over one that was changed without the program would launder it. Raises RowAltered."""
        if self.has_touched(row) or self.stands(row):
            return
        if not self.despite_alteration:
            raise RowAltered()
        self.altered.append((row._meta.db_table, str(row.pk)))

    def before_making(self, rows: "Sequence[LedgeredRow]") -> None:
        """`before_write` of each of many rows, in one question where they are all new and the ledger has heard of none. Raises RowAltered."""
        if all(row._state.adding for row in rows) and self.unheard_of(rows):
            return
        for row in rows:
            self.before_write(row)

    def has_touched(self, row: "VouchedRow") -> bool:
        """Whether this act or one round it wrote the row: then it stands as we left it, and no line says so yet."""
        return (type(row), str(row.pk)) in self.touched or (self.outer is not None and self.outer.has_touched(row))

    def remember_outside(self) -> None:
        """Leaves what this act touched to the act round it, which goes on as if its lines stood."""
        if self.outer is not None:
            self.outer.touched |= self.touched

    def touch(self, row: "LedgeredRow", gone: bool = False) -> None:
        """Remember that a row was saved or deleted in this act."""
        self.touched[(type(row), str(row.pk))] = gone
        self.countries.add(row.country)
        if row.PART_OF:
            self.wholes.setdefault(whole_of(type(row)), {})[str(getattr(row, row.PART_OF))] = None


def whole_of(model: "type[LedgeredRow]") -> str:
    """Under which word followers are told of the things that rows of a table are parts of."""
    return f"{model._meta.label}.{model.PART_OF}"


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
def opened(
    stands: "Callable[[VouchedRow], bool]" = none_of_ours, despite_alteration: bool = False,
    unheard_of: "Callable[[Sequence[VouchedRow]], bool]" = one_by_one,
) -> Iterator[OpenAct]:  # fmt: skip
    """Opens an act for the time of the block; one within an act that goes on despite altered rows does so too."""
    outer = _open.get()
    act = OpenAct(stands, despite_alteration or (outer is not None and outer.despite_alteration), unheard_of, outer)
    act.rehearsed = outer is not None and outer.rehearsed
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
