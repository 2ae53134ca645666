"""Kinds of jobs: rooms register a function under a name in their apps' ready(); this room only calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

Arguments = dict[str, Any]


class Step(Protocol):
    """How a running job tells of its progress; raises Cancelled when the person cancelled it, Overtaken when another worker has the job.

    Not to be called within a transaction that lasts: nobody else would see it, or could cancel.
    """

    def __call__(self, done: int, total: int, words: str = "") -> None:
        """`done` of `total` steps; `words` names the phase."""


ATTEMPTS = 3
Work = Callable[[Arguments, Step], Arguments | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name, its work, how often it is tried when its worker dies, and what it is in words, as an English msgid without content.

    Of a `private` one nobody but its owner learns that it is there: not the administrator either, in no list, count or figure.
    """

    name: str
    work: Work
    attempts: int = ATTEMPTS
    words: str = ""
    private: bool = False


_kinds: dict[str, Kind] = {}


def register(name: str, work: Work, attempts: int = ATTEMPTS, words: str = "", private: bool = False) -> None:
    """Makes a kind known. Work must be safe to run again: a killed worker's job starts over.

    It tells of its steps often enough that somebody who cancels it is heard. `words` names the kind on the page of jobs (a msgid).
    """
    _kinds[name] = Kind(name, work, attempts, words, private)


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


def kinds() -> tuple[Kind, ...]:
    """All kinds, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))


def words_of(name: str) -> str:
    """What a kind is, as a msgid; for one that this program does not know, its name."""
    return (_kinds[name].words if name in _kinds else "") or name


def attempts_of(name: str) -> int:
    """How often a kind is tried; one that this program does not know (of another version's worker) as often as most."""
    return _kinds[name].attempts if name in _kinds else ATTEMPTS


def private_kinds() -> tuple[str, ...]:
    """The names of those of which their owners alone know."""
    return tuple(each.name for each in kinds() if each.private)
