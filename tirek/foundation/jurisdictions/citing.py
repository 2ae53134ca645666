"""Finding a rule by what people write: "NMR 24", "Мандела 24", "обыск женщин". Pure over the catalogue; it knows no page and no row.

Everything is read in all languages at once, whatever the reader's own. A word is found by its beginning, endings left open.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tirek.foundation.jurisdictions.common import Instrument, Standard, StandardPart
from tirek.foundation.jurisdictions.pack import NationalInstrument, NationalStandard
from tirek.ground.rules.words import Words

Rule = Standard | NationalStandard
Text = Instrument | NationalInstrument
WORD = re.compile(r"[^\W_]+(?:[./-][^\W_]+)*|№")
JOINED = re.compile(r"([^\W\d_]{2,})(\d)")
"""A short name and a number written without a space: nmr24."""
NOISE = frozenset({
    "rule", "rules", "article", "articles", "art", "no", "№", "правило", "правила", "правил", "статья", "статьи", "ст", "пункт", "п",
    "ереже", "ережесі", "қағида", "бап", "бабы", "эреже", "эрежеси", "берене", "беренеси",
})  # fmt: skip
"""Words before a number that name no text."""
ENDING, STEM = 3, 5
"""So many letters at the end of a word may differ (обыск, обыски, обысками), but none of the first five, or of a short word all but one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with the words under which it is found; `name` are those of its text, `rest` those of subject and part."""

    rule: Rule
    number: str
    name: frozenset[str]
    rest: frozenset[str]


def number_in(rule: Rule, language: str) -> str:
    """The number of a rule as it is cited in a language."""
    return rule.cited.best(language) if rule.cited else rule.number


def fold(text: str) -> str:
    """The text as it is compared: small letters, ё as е."""
    return text.casefold().replace("ё", "е")


def words_of(*texts: str) -> frozenset[str]:
    """The words of texts, as they are compared."""
    return frozenset(word for text in texts for word in WORD.findall(fold(text)))


def said_in(words: Words) -> list[str]:
    """A text in every language."""
    return [text for _, text in words.texts]


def entries(rules: Iterable[Rule], texts: Iterable[Text], parts: dict[str, StandardPart]) -> tuple[Entry, ...]:
    """What is searched, in the order of the catalogue."""
    names = {one.id: words_of(*one.aliases, *said_in(one.short), *said_in(one.name)) for one in texts}
    found = []
    for rule in rules:
        part = parts.get(rule.id)
        cited = said_in(rule.cited) if rule.cited else []
        rest = words_of(*said_in(rule.subject), *(said_in(part.name) if part else ()), *cited)
        found.append(Entry(rule, fold(rule.number), names[rule.instrument], rest))
    return tuple(found)


def like(asked: str, word: str) -> bool:
    """Whether a word is the one that was asked for, but for its ending."""
    if word.startswith(asked):
        return True
    stem = max(min(STEM, len(asked) - 1), len(asked) - ENDING)
    return len(asked) >= STEM and len(word) >= stem and word[:stem] == asked[:stem]


def matches(entry: Entry, asked: list[str]) -> int:
    """How well a rule answers: 0 not at all, 1 by its words, 2 by its number and words, 3 by its number and the name of its text."""
    numbered = entry.number in asked
    others = [word for word in asked if word != entry.number] if numbered else asked
    if numbered and all(word in entry.name or any(like(word, each) for each in entry.name if word[0].isalpha()) for word in others):
        return 3
    if any(word.isdigit() and not any(each == word for each in entry.rest | entry.name) for word in others):
        return 0
    found = all(any(like(word, each) for each in entry.rest | entry.name) for word in others)
    return (2 if numbered else 1) if found else 0


def scored(catalogue: Iterable[Entry], text: str) -> list[tuple[int, Rule]]:
    """The rules that the text asks for with how well they answer, the best first, else in the order of the catalogue."""
    told = WORD.findall(JOINED.sub(r"\1 \2", fold(text)))
    asked = [word for word in told if word not in NOISE] or told
    if not asked:
        return []
    whole = fold(" ".join(text.split()))
    found = [(3 if entry.number == whole else matches(entry, asked), entry.rule) for entry in catalogue]
    return sorted((each for each in found if each[0]), key=lambda pair: -pair[0])


def find(catalogue: Iterable[Entry], text: str) -> tuple[Rule, ...]:
    """The rules that the text asks for. Nothing asked finds nothing."""
    return tuple(rule for _, rule in scored(catalogue, text))


def meant(catalogue: Iterable[Entry], text: str) -> Rule | None:
    """The one rule that the text names: the only one found, or the only one by its number and the name of its text."""
    found = scored(catalogue, text)
    best = [rule for score, rule in found if score == found[0][0]]
    return best[0] if len(best) == 1 and (len(found) == 1 or found[0][0] == 3) else None
