"""Where words stand in a report, with all the endings that they take: what a person means who says that a name must not be published.

It finds rather too much than too little: whoever marks sees everything that will be black and takes off what was meant otherwise. It knows texts
by their places; it knows no row.
"""

import hashlib
import hmac
import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from tirek.foundation.search.words import folded, languages_of, stem
from tirek.ground.rules.redaction import Mark
from tirek.ground.rules.text_folding import Folded, fold

Place = tuple[str, int, int]
"""A place of a text, and from where to where in it."""
WORD = re.compile(r"[^\W_]+")
BETWEEN = re.compile(r"[\W_]{0,4}")
INITIALS = r"[^\W\d_]\.(?:\s*[^\W\d_]\.){0,2}"
BEFORE, AFTER = re.compile(rf"(?<![^\W_]){INITIALS}\s*$"), re.compile(rf"\s+{INITIALS}|\s*,\s*{INITIALS}")
ENDINGS = tuple(sorted(
    ["а", "я", "у", "ю", "е", "ы", "и", "о", "ом", "ем", "ём", "ой", "ей", "ою", "ею", "ым", "им", "ых", "их", "ыми", "ими", "ого", "его", "ому", "ему", "ам", "ям", "ами", "ями", "ах", "ях", "ый", "ий", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ья", "ью", "ьи", "ов", "ев", "ин", "ын", "ва", "на"],
    key=lambda each: (-len(each), each),
))  # fmt: skip
"""Endings of Russian names and nouns beside what the search's stems know: names of families end as nouns and as adjectives at once."""
SHORTEST = 3


def occurrences(leaves: Mapping[str, str], words: str, *, exact: bool = False) -> tuple[Place, ...]:
    """Every stretch of the texts in which the words stand one after the other, in any case and with any ending; with initials beside a name.

    `exact`: only as they were written, whatever their case.
    """
    return Searched(leaves).occurrences(words, exact=exact)


class Searched:
    """Texts by place in which several things are looked for: each is folded once, and each word brought to its stems once."""

    def __init__(self, leaves: Mapping[str, str]) -> None:
        self._leaves = leaves
        seen = {path: fold(text) for path, text in leaves.items()}
        self._texts = [(path, text, [(each, folded(each[0])) for each in WORD.finditer(text.text)]) for path, text in seen.items()]
        self._stems: dict[str, frozenset[str]] = {}

    def written(self, said: str) -> tuple[Place, ...]:
        """Every stretch in which it stands letter by letter."""
        sought = re.compile(f"(?={re.escape(said)})")
        return tuple((path, found.start(), found.start() + len(said)) for path, text in self._leaves.items() for found in sought.finditer(text))

    def occurrences(self, words: str, *, exact: bool = False) -> tuple[Place, ...]:
        """As the function of that name."""
        asked = [folded(each[0]) for each in WORD.finditer(fold(words).text)]
        return tuple(found for path, seen, each in self._texts for found in self._in(path, seen, each, asked, exact)) if asked else ()

    def _in(self, path: str, seen: Folded, words: list[tuple[re.Match[str], str]], asked: list[str], exact: bool) -> Iterator[Place]:
        for first in range(len(words) - len(asked) + 1):
            run = words[first : first + len(asked)]
            if not all(alike(word, wanted, exact, self._stems_of) for (_, word), wanted in zip(run, asked, strict=True)):
                continue
            if any(not BETWEEN.fullmatch(seen.text, one.end(), other.start()) for (one, _), (other, _) in itertools.pairwise(run)):
                continue
            start, end = run[0][0].start(), run[-1][0].end()
            if not exact and run[0][0][0][:1].isupper() and len(asked[0]) > 2:
                start, end = _with_initials(seen.text, start, end)
            yield path, *seen.span(start, end)

    def _stems_of(self, word: str) -> frozenset[str]:
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = stems_of(word)
        return known


def _with_initials(text: str, start: int, end: int) -> tuple[int, int]:
    before, after = BEFORE.search(text[max(0, start - 14) : start]), AFTER.match(text, end)
    return start - (len(before[0]) if before else 0), after.end() if after and after[0].strip(" ,")[0].isupper() else end


def alike(word: str, wanted: str, exact: bool, stems: Callable[[str], frozenset[str]] | None = None) -> bool:
    """Whether two folded words are one but for their endings. `stems`: what can be left of a word, by somebody who remembers it."""
    if exact or word == wanted or min(len(word), len(wanted)) < SHORTEST:
        return word == wanted
    left = stems or stems_of
    return not left(word).isdisjoint(left(wanted))


def stems_of(word: str) -> frozenset[str]:
    """What can be left of a word without its ending, by each language that its letters allow and by the list above."""
    known = {"ru", "kk", "ky"} if not word.isascii() else set(languages_of(word))
    found = {word, *(stem(word, each) for each in known)}
    found |= {each[: -len(ending)] for each in tuple(found) for ending in ENDINGS if each.endswith(ending) and len(each) - len(ending) >= SHORTEST}
    return frozenset(each for each in found if len(each) >= SHORTEST)


def digest(salt: str, path: str, text: str) -> str:
    """A digest of what stood at a place, salted so that nobody can try names until one fits."""
    return hmac.new(salt.encode(), f"{path}\n{text}".encode(), hashlib.sha256).hexdigest()


def thinner(leaves: Mapping[str, str], marks: Mapping[str, Collection[object]]) -> dict[str, int]:
    """Of each language in how many texts it has fewer marks than another language of the same text: what is taken out there may still be read here."""
    told: dict[str, dict[str, int]] = {}
    for place, text in leaves.items():
        path, _colon, language = place.partition(":")
        if language and text.strip():
            told.setdefault(path, {})[language] = len(marks.get(place, ()))
    return dict(Counter(language for each in told.values() for language, number in each.items() if number < max(each.values())))


def by_place(stored: list[dict[str, object]]) -> dict[str, list[Mark]]:
    """Stored marks by the text in which they stand."""
    found: dict[str, list[Mark]] = {}
    for each in stored:
        found.setdefault(str(each["at"]), []).append(Mark(int(str(each["from"])), int(str(each["to"])), str(each["ground"])))
    return found
