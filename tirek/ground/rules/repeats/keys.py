"""Keys under which a recommendation is kept, so that what may say the same is found without reading all: pairs of what it tells, as whole numbers.

Two that say the same mostly name the same thing together with a room, group, person, occasion or other thing; such a pair is rare where each of both is common.
Whoever changes what a text's keys are raises RULES, and makes all keys anew.
"""

import hashlib
from collections.abc import Iterable
from itertools import combinations

from tirek.ground.rules.repeats.lexicon import ROLE, ROOM, WHAT, WHEN, WHO
from tirek.ground.rules.repeats.reading import NUMBER, WORDS, Reading

RULES = 1
MOST = 12
ORDER = (WHAT, ROOM, WHEN, ROLE, WHO, NUMBER)
FEW = 3
"""Of fewer meanings than that the longest plain words make pairs too."""
LONGEST = 3


def keys_of(readings: Iterable[Reading]) -> tuple[int, ...]:
    """At most MOST keys of a text in its languages, each language its share, the ones that tell most first."""
    told = [pairs_of(each) for each in readings]
    mixed = [each[place] for place in range(max(map(len, told), default=0)) for each in told if place < len(each)]
    return tuple(number_of(each) for each in list(dict.fromkeys(mixed))[:MOST])


def pairs_of(reading: Reading) -> list[str]:
    """Pairs of meanings, with a thing in each; of what names a single thing, or none that is known, words beside it."""
    things = list(reading.names(WHAT))
    beside = [f"{slot}.{name}" for slot in ORDER[1:] for name in reading.names(slot)]
    pairs = [" ".join(sorted(each)) for each in combinations(things, 2)] + [f"{thing} {other}" for thing in things for other in beside]
    if len(things) + len(beside) < FEW:
        words = sorted(reading.names(WORDS), key=lambda stem: (-len(stem), stem))[:LONGEST]
        pairs += [f"{thing} {word}" for thing in things for word in words] + [" ".join(sorted(each)) for each in combinations(words, 2)]
    return [*pairs[: MOST - len(things[:2])], *things[:2]]


def number_of(key: str) -> int:
    """A key as a whole number that every database can hold; the same everywhere and always."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
