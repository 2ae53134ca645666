"""Threads: what says the same is one, through however many links; and how many times it was said, since when.

Said once is one report: what one report says in two recommendations, or says again in a corrected version, was not said twice.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Said(Generic[KeyT]):
    """A recommendation that stands in a thread: its report's visit, the day of the issue, and its number, by which those of one day are ordered."""

    key: KeyT
    visit: Hashable
    on: date
    number: str


@dataclass(frozen=True, slots=True)
class Standing(Generic[KeyT]):
    """Which thread one stands in (by its first member), the place of its report in it, of how many, and since when."""

    thread: KeyT
    place: int
    times: int
    since: date


def joined(links: Iterable[tuple[KeyT, KeyT]]) -> list[frozenset[KeyT]]:
    """What is linked, directly or through others: each thread once. Nearly linear in the links."""
    up: dict[KeyT, KeyT] = {}

    def top(key: KeyT) -> KeyT:
        up.setdefault(key, key)
        while up[key] != key:
            up[key] = up[up[key]]
            key = up[key]
        return key

    for one, other in links:
        up[top(one)] = top(other)
    found: dict[KeyT, set[KeyT]] = {}
    for key in up:
        found.setdefault(top(key), set()).add(key)
    return [frozenset(each) for each in found.values()]


def in_time(members: Iterable[Said[KeyT]]) -> list[Said[KeyT]]:
    """The members as they were said."""
    return sorted(members, key=lambda each: (each.on, each.number, str(each.key)))


def standings(members: Iterable[Said[KeyT]]) -> dict[KeyT, Standing[KeyT]]:
    """How each member of one thread stands in it."""
    ordered = in_time(members)
    visits = list(dict.fromkeys(each.visit for each in ordered))
    places = {visit: number for number, visit in enumerate(visits, start=1)}
    return {each.key: Standing(ordered[0].key, places[each.visit], len(visits), ordered[0].on) for each in ordered}
