"""The words of a language that figures are read by: numerals, hedges, units, months, cues. The words are data; here is their shape.

A phrase is words with a space between. A word matches a token that is, or may be a form of, it; `шағым*` matches every word that so begins.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from .tokens import Token, fold


class Morphology(Protocol):
    """Tells what a word may be a form of."""

    def forms(self, word: str) -> frozenset[str]:
        """The dictionary forms of a word in small letters, itself among them."""
        ...


class Words:
    """Phrases with a meaning each; finds the longest that stands at a place."""

    def __init__(self, meanings: Mapping[str, Any]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        self._open: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(fold(phrase).split())
            if words[0].endswith("*"):
                self._open.setdefault(words[0][:2], []).append((words, meaning))
            else:
                self._exact.setdefault(words[0], []).append((words, meaning))

    def at(self, stream: Sequence[Token], place: int) -> tuple[int, Any] | None:
        """How many tokens the longest phrase at this place takes, and its meaning; of two as long, the one that stands there as it is."""
        best: tuple[int, bool, Any] | None = None
        for words, meaning in self._begun(stream[place]) if place < len(stream) else ():
            taken = _taken(words, stream, place)
            exact = words[0] == stream[place].folded
            if taken and (best is None or (taken, exact) > best[:2]):
                best = taken, exact, meaning
        return (best[0], best[2]) if best else None

    def before(self, stream: Sequence[Token], place: int, reach: int = 5) -> tuple[int, Any] | None:
        """The longest phrase that ends just before this place: how many tokens it takes, and its meaning."""
        for length in range(min(reach, place), 0, -1):
            found = self.at(stream, place - length)
            if found and found[0] == length:
                return found
        return None

    def everywhere(self, stream: Sequence[Token]) -> Iterator[tuple[int, int, Any]]:
        """All phrases from left to right without overlap: place, length, meaning."""
        place = 0
        while place < len(stream):
            found = self.at(stream, place)
            if found:
                yield place, found[0], found[1]
            place += found[0] if found else 1

    def _begun(self, token: Token) -> Iterator[tuple[tuple[str, ...], Any]]:
        for form in token.forms or (token.folded,):
            yield from self._exact.get(form, ())
        for words, meaning in self._open.get(token.folded[:2], ()):
            if fits(words[0], token):
                yield words, meaning


def fits(word: str, token: Token) -> bool:
    """Whether a phrase's word matches a token."""
    return token.folded.startswith(word[:-1]) if word.endswith("*") else word in token.forms or word == token.folded


def _taken(words: Sequence[str], stream: Sequence[Token], place: int) -> int:
    if place + len(words) > len(stream):
        return 0
    return len(words) if all(fits(word, stream[place + step]) for step, word in enumerate(words)) else 0


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a hedge leaves open: a share of a counted value, points of a percentage."""

    share: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    `decimal` and `grouping` are the signs inside numbers. Meanings: `numerals` int, `scales` int, `fractions` per cent (as Fraction), `multiples` times, hedges a `Hedge`'s
    name, `units` a unit, `currencies` an ISO 4217 code, `months` 1 to 12, `cues` the cue's name; `ordinals` int for "every third".
    """

    language: str
    decimal: str
    grouping: str
    numerals: Words
    scales: Words
    fractions: Words
    multiples: Words
    hedges_before: Words
    hedges_after: Words
    percents: Words
    times: Words
    units: Words
    currencies: Words
    months: Words
    cues: Words
    references: Words
    year_words: Words
    stops: frozenset[str]
    silences: Words
    tolerances: Mapping[str, Tolerance]
    ranges: tuple[tuple[str, str], ...]
    ordinal_endings: tuple[str, ...]
    case_endings: tuple[str, ...]
    notes: Mapping[str, str] = field(default_factory=dict)
    """Lists of words that are no phrases: `from`, `to`, `of_them` endings of numbers; `times_need`, `ordinal_words`, `hedge_beyond_noun`, `abbreviations`."""
