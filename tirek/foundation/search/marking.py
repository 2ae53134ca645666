"""Where the words asked for stand in a thing's texts, and the stretch round them that is shown. Pure; it knows no table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tirek.foundation.search.asking import Asked
from tirek.foundation.search.sorts import Said, Told
from tirek.foundation.search.words import Spot, composed, spots, stems_told

SHOWN = 200
BEFORE = 60
LONG = 2_000
"""Characters from which on a text is looked through for words that begin alike before any is brought to its stem."""
SHORT = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it is a word that was asked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one text in pieces; `cut_before` and `cut_after`: the text goes on there."""

    field: str
    language: str
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """A word of a text that was asked for, and by which of the words asked."""

    spot: Spot
    by: frozenset[int]


def met_in(said: Said, asked: Asked) -> tuple[Met, ...]:
    """The words of a text that were asked for."""
    found = []
    for spot in spots(said.text) if len(said.text) < LONG else spots_that_may(said.text, asked):
        stems = stems_told(spot.word, said.language)
        by = frozenset(number for number, word in enumerate(asked.words) if word.meets(stems))
        if by:
            found.append(Met(spot, by))
    return tuple(found)


def spots_that_may(text: str, asked: Asked) -> Iterator[Spot]:
    """The words of a long text that begin as one asked for does: a stem keeps a word's first two letters, a short one its first."""
    begun = {each[: 2 if len(each) > SHORT else 1] for word in asked.words for each in (*word.stems, *word.near, word.word)}
    return spots(text, tuple(sorted(begun)))


def passages(told: Told, asked: Asked, most: int = 2) -> tuple[Passage, ...]:
    """The texts in which the words stand, those that hold most of them first; nothing where not every word stands somewhere.

    A text in another language that adds no word is left out.
    """
    held = [(said, met_in(said, asked)) for said in told.said]
    every = frozenset(number for _said, met in held for each in met for number in each.by)
    if len(every) < len(asked.words):
        return ()
    shown: list[Passage] = []
    still = set(every)
    for said, met in sorted(held, key=lambda one: -len({number for each in one[1] for number in each.by})):
        if len(shown) < most and any(each.by & still for each in met):
            shown.append(passage(said, met))
            still -= {number for each in met for number in each.by}
    return tuple(shown)


def passage(said: Said, met: tuple[Met, ...]) -> Passage:
    """The stretch of a text that holds most of the words, cut between words."""
    text = composed(said.text)
    first = max(range(len(met)), key=lambda start: (len(words_from(met, start)), -start))
    start, end = cut(text, max(0, met[first].spot.start - BEFORE))
    return Passage(said.field, said.language, pieces(text, start, end, met), start > 0, end < len(text))


def words_from(met: tuple[Met, ...], first: int) -> frozenset[int]:
    """Which of the words asked for stand in the stretch that begins round one of them."""
    near = (each for each in met[first:] if each.spot.end - met[first].spot.start <= SHOWN - BEFORE)
    return frozenset(number for each in near for number in each.by)


def cut(text: str, start: int) -> tuple[int, int]:
    """A stretch from about `start`, not within a word."""
    if len(text) <= SHOWN + BEFORE:
        return 0, len(text)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    end = min(len(text), start + SHOWN)
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def pieces(text: str, start: int, end: int, met: Iterable[Met]) -> tuple[Piece, ...]:
    """The stretch in pieces."""
    made, at = [], start
    for each in met:
        if each.spot.start >= start and each.spot.end <= end:
            made += [Piece(text[at : each.spot.start]), Piece(text[each.spot.start : each.spot.end], True)]
            at = each.spot.end
    return tuple(piece for piece in (*made, Piece(text[at:end])) if piece.text)


def words_met(told: Told, asked: Asked) -> frozenset[str]:
    """The words of the texts, folded, that were asked for."""
    return frozenset(each.spot.word for said in told.said for each in met_in(said, asked))
