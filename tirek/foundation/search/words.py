"""Words of a text as the index holds them: folded and brought to their stems. Pure; it knows no table.

Whoever changes what a word becomes, or what a room tells, raises RULES: every index is then made anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tirek.foundation.search.endings import cut

RULES = "2"
WORD = re.compile(r"[^\W_]+")
LONGEST = 40
"""Letters of a word that count."""
KAZAKH_LETTERS = frozenset("әғқңөұүһі")
PASSED_OVER = frozenset(
    ["и", "в", "во", "на", "с", "со", "к", "ко", "о", "об", "от", "до", "по", "за", "из", "у", "не", "ни", "а", "но", "же", "ли", "бы", "для", "при", "что", "как", "это", "или", "the", "a", "an", "of", "to", "in", "on", "at", "and", "or", "for", "by", "with", "is", "are", "was", "were", "be", "және", "мен", "пен", "бен", "үшін", "жана", "менен", "үчүн"]
)
"""Words that stand everywhere and tell nothing; neither kept nor asked for."""


def folded(text: str) -> str:
    """Without regard to case, ё as е, without stress marks; й, ң and their like stay letters of their own."""
    return composed(text).replace("\u0301", "").casefold().replace("ё", "е")


def composed(text: str) -> str:
    """The text as the places of its words are counted: letters and their marks in one."""
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of a text, where it stands, folded."""

    start: int
    end: int
    word: str


def spots(text: str, beginnings: tuple[str, ...] = ()) -> Iterator[Spot]:
    """The words of a text in their order, without those that are passed over; with `beginnings`, those alone that begin so."""
    for found in (_beginning(beginnings) if beginnings else WORD).finditer(composed(text)):
        word = folded(found[0])[:LONGEST]
        if word not in PASSED_OVER:
            yield Spot(found.start(), found.end(), word)


@lru_cache(maxsize=200)
def _beginning(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(each).replace('е', '[её]') for each in beginnings)})[^\W_]*", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word in one language: Snowball's for Russian and English, our lists for Kazakh and Kyrgyz."""
    if not word.isalpha():
        return word
    if language in {"kk", "ky"}:
        return cut(word, language)
    return str(folded(_snowball(language).stemWord(word)))


@lru_cache(maxsize=2)
def _snowball(language: str) -> Any:
    from snowballstemmer import stemmer

    return stemmer({"ru": "russian", "en": "english"}[language])


def languages_of(word: str) -> tuple[str, ...]:
    """Of which languages a word can be by its letters."""
    if word.isascii():
        return ("en",)
    return ("kk", "ky") if KAZAKH_LETTERS & set(word) else ("ru", "kk", "ky")


def stems_told(word: str, language: str) -> frozenset[str]:
    """The stems under which the index keeps a word of a text: of the text's language where the word's letters allow it, else of the likeliest."""
    possible = languages_of(word)
    if language in possible:
        return frozenset({stem(word, language)})
    return frozenset({stem(word, possible[0])} if "ru" in possible or "en" in possible else {stem(word, each) for each in possible})


@lru_cache(maxsize=10_000)
def stems_asked(word: str) -> frozenset[str]:
    """The stems under which a word that somebody asks for may be kept: the language of what was asked is not known."""
    return frozenset(stem(word, each) for each in languages_of(word))
