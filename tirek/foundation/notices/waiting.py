"""How many things wait for somebody: the face that shows tasks says how they are counted; this room only asks for the number."""

from collections.abc import Callable

from tirek.ground.rules.actors import Actor

_counters: list[Callable[[Actor], int]] = []


def count_by(counter: Callable[[Actor], int]) -> None:
    """Registers how things that wait are counted: as the person's own page would show them, no more."""
    _counters.append(counter)


def waiting_for(person: Actor) -> int:
    """How many things wait for a person today."""
    return sum(counter(person) for counter in _counters)
