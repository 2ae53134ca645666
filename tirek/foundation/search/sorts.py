"""Sorts of things that are searched: rooms register them in their apps' ready(). This room calls them and knows no noun.

Who sees a thing is said twice, and both must agree: by `audience`, names kept with the thing in the index, so that whoever may see few of many is not
kept waiting; and by `visible`, the room's own queryset, which alone decides.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tirek.foundation.search.words import RULES
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a thing: in which field it stands, its language where that is known, and whether it names the thing."""

    field: str
    text: str
    language: str = ""
    names: bool = False


def said_in(field: str, words: Words, names: bool = False) -> tuple[Said, ...]:
    """The texts of a field in all its languages."""
    return tuple(Said(field, text, language, names) for language, text in words.texts)


@dataclass(frozen=True, slots=True)
class Told:
    """What a room tells of a thing. Everybody in its `audience` may read all of it: what fewer may read does not belong here.

    `day` gives the order, newest first; `under` is the thing that its page stands under, such as a finding's visit.
    """

    key: str
    said: tuple[Said, ...]
    audience: tuple[str, ...]
    day: date | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort. `letter` stands before each of its words in the index, one Latin letter of its own.

    `touched`: label of a model -> which keys of this sort an act concerns that touched these rows of it. `beside`: a sort registered before -> which keys
    of this one are told otherwise when things of that one are, such as a visit when its place has another name. `visible`: which of the keys the
    actor sees in the country. `audiences`: the names of the audiences that the actor belongs to there. `keys`: the next so many keys after one, in order.
    """

    name: str
    letter: str
    told: Callable[[Collection[str]], Iterable[Told]]
    keys: Callable[[str, int], list[str]]
    audiences: Callable[[Actor, str], tuple[str, ...]]
    visible: Callable[[Collection[str], Actor, str], Collection[str]]
    touched: Mapping[str, Callable[[list[str]], Iterable[object]]]
    beside: Mapping[str, Callable[[list[str]], Iterable[object]]] = field(default_factory=dict)


_sorts: dict[str, Sort] = {}


def register(sort: Sort) -> None:
    """Makes a sort known."""
    _sorts[sort.name] = sort


def sorts() -> tuple[Sort, ...]:
    """All sorts in the order of their registration."""
    return tuple(_sorts.values())


def sort_of(name: str) -> Sort | None:
    """The sort of that name."""
    return _sorts.get(name)


def rules() -> str:
    """By which rules an index is made that is made today: how words become stems, and which sorts there are."""
    return hashlib.sha256(" ".join((RULES, *sorted(_sorts))).encode()).hexdigest()[:40]
