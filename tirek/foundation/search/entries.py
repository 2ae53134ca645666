"""What stands in the index of a thing: its place in the order and its marks. Pure; it knows no table.

Marks are words apart: `f:stem` for a word of a finding, `f.stem` for one that names it, `f@audience` for who may see it. The sort's letter stands in
each, so that a word that is common among findings and rare among visits is seldom where it is looked for.
"""

import hashlib
from collections.abc import Iterable
from datetime import date

from tirek.foundation.search.near import correctable
from tirek.foundation.search.sorts import Told
from tirek.foundation.search.words import spots, stems_told

BITS = 40
BESIDE = 500
"""How far beside its own number a thing may stand, where others drew the same."""


def number_of(kind: str, told: Told) -> int:
    """The thing's number in the index: newest days are greatest; within a day in no order, and always the same."""
    draw = int.from_bytes(hashlib.blake2b(f"{kind} {told.key}".encode(), digest_size=BITS // 8).digest(), "big")
    return ((told.day or date.min).toordinal() << BITS) | draw


def stems_of(told: Told, naming: bool = False) -> set[str]:
    """The stems of all that is told, or of what names the thing."""
    return {stem for said in told.said if said.names or not naming for spot in spots(said.text) for stem in stems_told(spot.word, said.language)}


def marks_of(letter: str, told: Told) -> str:
    """The marks, in order, apart by spaces."""
    words = {f"{letter}:{stem}" for stem in stems_of(told)} | {f"{letter}.{stem}" for stem in stems_of(told, naming=True)}
    return " ".join(sorted(words | {f"{letter}@{name}" for name in told.audience}))


def vocabulary(told: Iterable[Told]) -> set[str]:
    """Stems in which typing errors are looked for."""
    return {stem for each in told for stem in stems_of(each) if correctable(stem)}


def says(number: int, marks: str, own: int, wanted: str) -> bool:
    """Whether an entry with this number and these marks says what it should."""
    return number >> BITS == own >> BITS and 0 <= number - own < BESIDE and marks == wanted
