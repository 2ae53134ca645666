"""Likeness of two texts: how much of one stands word for word, in long stretches, also in the other. It knows no source, no publisher and no cause.

The measure is the containment of w-shingling (Broder, "On the resemblance and containment of documents", 1997), told in words instead of shingles.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

RUN = 12
"""Words that must stand alike in their order: a name of an institution or an article of a law is shorter than that."""
WORD = re.compile(r"\w+")
Stretch = tuple[int, int]
"""Where a stretch of a text begins and ends, in characters."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The share of a text's words that stand in stretches which the other text has too, from 0 to 1, and the longest such stretch of the text."""

    share: Fraction
    longest: Stretch


NONE = Likeness(Fraction(0), (0, 0))


def likeness(text: str, other: str, run: int = RUN) -> Likeness:
    """How much of `text` stands also in `other`. Case, punctuation and line ends do not count; figures do. Costs time and memory with both lengths."""
    places, words = _words(text)
    _, others = _words(other)
    told = {tuple(others[start : start + run]) for start in range(len(others) - run + 1)}
    inside = [False] * len(words)
    for start in range(len(words) - run + 1) if told else ():
        if tuple(words[start : start + run]) in told:
            inside[start : start + run] = [True] * run
    if not any(inside):
        return NONE
    first, last = _longest(inside)
    return Likeness(Fraction(sum(inside), len(words)), (places[first][0], places[last][1]))


def _words(text: str) -> tuple[list[Stretch], list[str]]:
    """Where the words stand, and the words themselves as they are compared."""
    found = list(WORD.finditer(text))
    return [one.span() for one in found], [one.group().casefold() for one in found]


def _longest(inside: list[bool]) -> tuple[int, int]:
    """The first and the last word of the longest stretch."""
    best, begun = (0, -1), None
    for place, each in enumerate([*inside, False]):
        if each and begun is None:
            begun = place
        if not each and begun is not None:
            best = max(best, (begun, place - 1), key=lambda one: one[1] - one[0])
            begun = None
    return best
