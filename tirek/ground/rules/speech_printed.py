"""Figures of a speech set against figures that a published text prints: the same number, of the same thing, said in like words. It never says that one differs."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from tirek.ground.rules.speech_matching import Said

BEGINNING = 5
"""Letters by which words are compared; shorter ones tell nothing of what is counted."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number of a published text: what it counts (None: only its words say that), of which year, and the words beside it, folded."""

    value: Decimal
    unit: str | None
    year: int | None
    words: frozenset[str]


def says(one: Said, each: Printed) -> bool:
    """Whether the speech says what was printed: exactly this number of this thing; where no year stands at both, more of the words have to be the same."""
    if not one.exact or one.value != each.value:
        return False
    if each.unit is None:
        return shared(one.near, each.words) > 0
    if one.unit != each.unit or (one.year and each.year and one.year != each.year):
        return False
    return shared(one.near, each.words) >= (1 if one.year and each.year else 2)


def shared(words: Collection[str], others: Collection[str]) -> int:
    """How many beginnings of longer words both have."""
    return len({each[:BEGINNING] for each in words if len(each) >= BEGINNING} & {each[:BEGINNING] for each in others if len(each) >= BEGINNING})
