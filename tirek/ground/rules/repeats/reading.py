"""Reading a recommendation: what it tells of, how much, and what it denies. Each thing is kept with the words in which it stands, so that a reader is told why."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tirek.ground.rules.repeats.lexicon import (
    AFTER,
    BOUNDS,
    CARRIERS,
    DEED,
    FORBIDDING,
    LIMITS,
    NEGATING,
    NUMBERS,
    SAID,
    UNITS,
    WHAT,
    WITHOUT_NUMBER,
)

WORD = re.compile(r"[^\W_]+(?:-[^\W\d_]+)*|°")
NUMBER, WORDS = "number", "words"
Stems = Callable[[str, str], str]
"""The stem of a folded word in a language."""
Terms = Mapping[tuple[str, ...], str]
"""Words of the field: their stems in order -> the term's key, the same in all languages."""
NO_TERMS: Terms = {}
LEAST = 3
"""Letters of a word that tells something by itself."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that a text tells: of which sort, its name, and the words that say so."""

    slot: str
    name: str
    written: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text tells. `denied` are stems and names that it denies, `denies`: whether it denies anything."""

    language: str
    traits: tuple[Trait, ...]
    denied: frozenset[str]
    denies: bool

    def names(self, slot: str) -> dict[str, str]:
        """The names of one sort, with their words."""
        return {each.name: each.written for each in reversed(self.traits) if each.slot == slot}


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands, and folded."""

    written: str
    word: str


def read(text: str, language: str, stems: Stems, terms: Terms = NO_TERMS) -> Reading:
    """What a text tells. Costs time with its length; a text of 8,000 characters some milliseconds."""
    tokens = [Token(each[0], folded(each[0])) for each in WORD.finditer(unicodedata.normalize("NFC", text))]
    found: list[tuple[int, Trait]] = []
    taken: set[int] = set()
    for start, end, slot, name in said(tokens):
        found.append((start, Trait(slot, name, " ".join(each.written for each in tokens[start:end]))))
        taken.update(range(start, end))
    amounts_found = list(amounts(tokens))
    taken.update(place for start, end, _name in amounts_found for place in range(start, end))
    found += [(start, Trait(NUMBER, name, " ".join(each.written for each in tokens[start:end]))) for start, end, name in amounts_found]
    stood = [stems(each.word, language) for each in tokens]
    for start, end, name in fielded(stood, terms, taken):
        found.append((start, Trait(WHAT, f"term:{name}", " ".join(each.written for each in tokens[start:end]))))
        taken.update(range(start, end))
    for place, each in enumerate(tokens):
        if place not in taken and len(each.word) > LEAST and not each.word.isdigit() and not each.word.startswith(BOUNDS):
            found.append((place, Trait(WORDS, stood[place], each.written)))
    seen = sorted(found, key=lambda one: one[0])
    negated, denies = denial(tokens, stood, {start: each.name for start, each in found if each.slot in (WHAT, "role")})
    return Reading(language, tuple(dict.fromkeys(each for _place, each in seen)), negated, denies)


def folded(word: str) -> str:
    """Without regard to case, ё as е, ² as 2."""
    return word.casefold().replace("ё", "е").replace("²", "2")


def said(tokens: list[Token]) -> Iterator[tuple[int, int, str, str]]:
    """The ways of the lexicon that stand in a text, the longest at each word: from which word until which, sort and name. A word may tell two sorts of thing."""
    covered = 0
    for place, token in enumerate(tokens):
        if place < covered:
            continue
        best: dict[str, tuple[tuple[int, int], int, str]] = {}
        for way, slot, name in ways_from(token.word):
            end = met(way, tokens, place)
            rank = (len(way), sum(map(len, way)))
            if end and (slot not in best or rank > best[slot][0]):
                best[slot] = (rank, end, name)
        longest = max((each[0][0] for each in best.values()), default=0)
        strong = {slot: each for slot, each in best.items() if each[0][0] == longest and not (slot == DEED and len(best) > 1)}
        for slot, (_rank, end, name) in strong.items():
            covered = max(covered, end)
            yield place, end, slot, name


def met(way: tuple[str, ...], tokens: list[Token], place: int) -> int:
    """Behind which word a way ends whose first word stands at a place; 0 where the others do not follow."""
    if place + len(way) > len(tokens) or not all(begins(tokens[place + far].word, way[far]) for far in range(1, len(way))):
        return 0
    return place + len(way)


def begins(word: str, beginning: str) -> bool:
    """Whether a word begins so, or is that word."""
    return word == beginning[:-1] if beginning.endswith("$") else word.startswith(beginning)


@lru_cache(maxsize=50_000)
def ways_from(word: str) -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """The ways whose first word is this one; most words have none."""
    return tuple(each for each in ways().get(word[:2], ()) if begins(word, each[0][0]))


@lru_cache(maxsize=1)
def ways() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The lexicon's ways by the first two letters of their first word. A bracket holds the letters of which one follows."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for slot, meanings in SAID.items():
        for name, written in meanings.items():
            for each in written.split("|"):
                for way in spelt(each):
                    found.setdefault(way[0][:2], []).append((way, slot, name))
    return found


def spelt(written: str) -> Iterator[tuple[str, ...]]:
    """A way with each of the letters that its bracket allows."""
    opened = re.search(r"\[([^\]]*)\](\??)", written)
    if opened is None:
        yield tuple(folded(word) for word in written.split())
        return
    for letter in (*opened[1], *([""] if opened[2] else [])):
        yield from spelt(written[: opened.start()] + letter + written[opened.end() :])


def amounts(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """Numbers with what they measure, days as hours: from which word until which."""
    skip = 0
    for place, token in enumerate(tokens):
        if place < skip:
            continue
        value = int(token.word) if token.word.isdecimal() and len(token.word) < 6 else NUMBERS.get(token.word)
        after = tokens[place + 1].word if place + 1 < len(tokens) else ""
        unit = unit_of(after) if value is not None else None
        if value is not None and unit:
            skip = place + 2
            yield place, place + 2, f"{value * unit[1]} {unit[0]}"
        elif token.word in WITHOUT_NUMBER and place and tokens[place - 1].word.startswith(LIMITS):
            measured, amount = WITHOUT_NUMBER[token.word]
            yield place, place + 1, f"{amount} {measured}"


@lru_cache(maxsize=10_000)
def unit_of(word: str) -> tuple[str, int] | None:
    """What a word measures, and how many of it."""
    for beginnings, measured, amount in UNITS:
        if any(word == each[:-1] if each.endswith("$") else word.startswith(each) for each in beginnings):
            return measured, amount
    return None


def fielded(stood: list[str], terms: Terms, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """The terms of the field that stand in words that told nothing yet."""
    longest = max(map(len, terms), default=0)
    place = 0
    while place < len(stood):
        for size in range(min(longest, len(stood) - place), 0, -1):
            name = terms.get(tuple(stood[place : place + size]))
            if name and taken.isdisjoint(range(place, place + size)):
                yield place, place + size, name
                place += size - 1
                break
        place += 1


def denial(tokens: list[Token], stood: list[str], names: dict[int, str]) -> tuple[frozenset[str], bool]:
    """The stems and names that are denied, and whether anything is."""
    found: set[str] = set()
    denies = False
    for place, token in enumerate(tokens):
        after = tokens[place + 1].word if place + 1 < len(tokens) else ""
        if token.word in AFTER and place:
            denies = True
            found |= {stood[place - 1], names.get(place - 1, "")}
        if (token.word in NEGATING and not after.startswith(BOUNDS)) or token.word.startswith(FORBIDDING):
            denies = True
            for far in (place + 1, place + 2):
                if far < len(tokens):
                    found |= {stood[far], names.get(far, "")}
                    if not tokens[far].word.startswith(CARRIERS):
                        break
    return frozenset(found - {""}), denies
