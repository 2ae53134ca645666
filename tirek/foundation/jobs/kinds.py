"""Kinds of jobs: rooms register a function under a name in their apps' ready(); this room only calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

Arguments = dict[str, Any]


class Step(Protocol):
    """How a running job tells of its progress; raises Cancelled when the person cancelled it."""

    def __call__(self, done: int, total: int, words: str = "") -> None:
        """`done` of `total` steps; `words` names the phase."""


Work = Callable[[Arguments, Step], Arguments | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name, its work, and how often it is tried when its worker dies."""

    name: str
    work: Work
    attempts: int = 3


_kinds: dict[str, Kind] = {}


def register(name: str, work: Work, attempts: int = 3) -> None:
    """Makes a kind known. Work must be safe to run again: a killed worker's job starts over."""
    _kinds[name] = Kind(name, work, attempts)


def kind(name: str) -> Kind:
    """The kind of that name; raises KeyError."""
    return _kinds[name]


Ended = Callable[[str, str], None]
_hearers: list[Ended] = []


def hear_of_ends(hearer: Ended) -> None:
    """Registers who hears, in the same transaction, that a job of somebody's has ended: the owner's id and the state."""
    _hearers.append(hearer)


def tell_of_end(owner: str, state: str) -> None:
    """Tells all that hear of ends."""
    for hearer in _hearers:
        hearer(owner, state)
