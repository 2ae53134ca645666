"""What a room above knows of carrying out: the last day that a reply's own steps name, and of which recommendations the body was told that they are done. It asks for nothing else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Heard:
    """By answer the last day that it names; and the recommendations whose body was told that nothing is left to do."""

    named: Mapping[UUID, date] = field(default_factory=dict)
    told_done: frozenset[UUID] = frozenset()


Source = Callable[[Iterable[UUID]], Heard]
"""Of these recommendations."""

_sources: list[Source] = []


def hear_from(source: Source) -> None:
    """Registers who knows it. For apps' ready()."""
    if source not in _sources:
        _sources.append(source)


def heard_of(recommendation_ids: Iterable[UUID]) -> Heard:
    """All that is known of these. Cost: that of the sources."""
    ids = list(recommendation_ids)
    every = [source(ids) for source in _sources] if ids else []
    return Heard({key: day for each in every for key, day in each.named.items()}, frozenset().union(*(each.told_done for each in every)))
