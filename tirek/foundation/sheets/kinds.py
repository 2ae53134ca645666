"""Kinds of sheet: rooms register what their rows mean in their apps' ready(); this room only calls it.

Values of a row stand under the keys of its columns. A `thing` is named by its id as text within the house, by its reference in a sheet.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.sheet_columns import Column, Value

Values = Mapping[str, Value]


class SheetKind(ABC):
    """One kind. Its verbs are called within an act of the ledger and raise refusals, of which a row shows the sentence.

    `words` names many of its things (an English msgid), `label` is the key of the column that people know a row by. `undoable`: what a row
    changed can be written back through `change`, with None for what was empty.
    """

    name: ClassVar[str]
    words: ClassVar[str]
    label: ClassVar[str]
    note: ClassVar[str] = ""
    """What people must know before they bring one in (an English msgid)."""
    label_else: ClassVar[tuple[str, ...]] = ()
    """Columns that people know a row by where nothing stands under `label`: the name in another language."""
    by_reference: ClassVar[bool] = True
    """Whether a row is found again by its reference; else `find` says which thing it tells of."""
    found_by: ClassVar[str] = ""
    """By what else a row is found again (an English msgid)."""

    @abstractmethod
    def columns(self, country: str) -> tuple[Column, ...]:
        """The columns in their order, without the reference."""

    @abstractmethod
    def may_bring(self, by: Actor, country: str) -> bool:
        """Whether the person may bring such sheets in."""

    @abstractmethod
    def may_take(self, by: Actor, country: str) -> bool:
        """Whether the person may take such a list out; what is in it is cut by `ids`."""

    @abstractmethod
    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """All things that the person may see, in the order of their list."""

    @abstractmethod
    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """What is there now, of those of these things that the person may see. Cost: a few queries, however many."""

    @abstractmethod
    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Makes a thing; `reference` is what it stands under in the sheet, `names_nobody` says why passages stay that could name somebody."""

    @abstractmethod
    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Writes the changed values; None empties (only when an import is taken back)."""

    @abstractmethod
    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes a thing away that an import made and on which nothing else hangs. Raises StillUsed."""

    def find(self, values: Values, by: Actor, country: str) -> UUID | None:
        """The thing that a row without a reference tells of."""
        return None

    def told_of(self, values: Values) -> str:
        """What a row without a reference tells of, also before it is there: two rows of one sheet that answer the same tell of one thing."""
        return ""

    def named(self, text: str, by: Actor, country: str) -> Sequence[UUID]:
        """Things called exactly so, for sheets of other kinds that name them."""
        return ()


_kinds: dict[str, SheetKind] = {}


def register(kind: SheetKind) -> None:
    """Makes a kind known."""
    _kinds[kind.name] = kind


def sheet_kind(name: str) -> SheetKind:
    """The kind of that name; raises NotFound."""
    if name not in _kinds:
        raise NotFound
    return _kinds[name]


def sheet_kinds() -> tuple[SheetKind, ...]:
    """All kinds in the order in which the rooms registered them."""
    return tuple(_kinds.values())
