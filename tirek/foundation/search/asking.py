"""What somebody asks for, as words, and what is then looked for in the index. Pure; it knows no table.

Looked for are, in this order: things that all words name, things in whose texts all words stand, and things in which the last word begins a word.
Each step leaves out what an earlier one finds.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from tirek.foundation.search.words import LONGEST, spots, stems_asked

MOST_WORDS = 8
BEGINNING = 3
"""Letters from which on the last word is also looked for as a beginning."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word asked for: folded, with the stems that count as it. `near` are further ones, spelt nearly alike; `begins`: also words that begin so."""

    word: str
    stems: frozenset[str]
    near: frozenset[str] = frozenset()
    begins: bool = False

    def meets(self, stems: Collection[str], whole: bool = False) -> bool:
        """Whether a word of a text with these stems is one that is asked for."""
        if not self.stems.isdisjoint(stems) or not self.near.isdisjoint(stems):
            return True
        return not whole and self.begins and any(stem.startswith(self.word) for stem in stems)


@dataclass(frozen=True, slots=True)
class Asked:
    """All words of a question, at most eight."""

    words: tuple[Word, ...]

    def with_near(self, near: Mapping[str, Collection[str]]) -> "Asked":
        """The same, with words spelt nearly alike: stem asked for -> stems near it."""
        return Asked(tuple(replace(each, near=frozenset(one for stem in each.stems for one in near.get(stem, ()))) for each in self.words))


def understood(text: str) -> Asked:
    """What a typed question asks for; no words when it holds none that count."""
    found = list(dict.fromkeys(spot.word for spot in spots(text.replace("\x00", " ")[: LONGEST * MOST_WORDS])))[:MOST_WORDS]
    last = found[-1] if found and len(found[-1]) >= BEGINNING else ""
    return Asked(tuple(Word(each, stems_asked(each), begins=each == last) for each in found))


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark to look for; `begins`: any mark that begins so."""

    text: str
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """All groups must be met, each by one of its marks; none of those in `unless`, met in the same way."""

    groups: tuple[tuple[Mark, ...], ...]
    unless: tuple[tuple[Mark, ...], ...] = ()


def steps(asked: Asked, letter: str, audiences: Iterable[str]) -> tuple[Step, ...]:
    """The steps for one sort of things and for whoever belongs to these audiences; none for who belongs to none."""
    seen = tuple(Mark(f"{letter}@{name}") for name in sorted(audiences))
    if not seen or not asked.words:
        return ()
    named, whole, begun = (tuple(marks(each, letter, sign, begins) for each in asked.words) for sign, begins in ((".", False), (":", False), (":", True)))
    found = [Step((seen, *named)), Step((seen, *whole), named)]
    return (*found, Step((seen, *begun), whole)) if begun != whole else tuple(found)


def marks(word: Word, letter: str, sign: str, begins: bool) -> tuple[Mark, ...]:
    """The marks of which one must stand for a word."""
    stood = tuple(Mark(f"{letter}{sign}{stem}") for stem in sorted(word.stems | word.near))
    return (*stood, Mark(f"{letter}{sign}{word.word}", True)) if begins and word.begins else stood


def written(step: Step, mark: Callable[[Mark], str], both: str, but: str) -> str:
    """A step in the language of a database."""

    def groups(of: tuple[tuple[Mark, ...], ...]) -> str:
        return f" {both} ".join("(" + either.join(mark(each) for each in group) + ")" for group in of)

    either = " OR " if both == "AND" else " | "
    return f"({groups(step.groups)}) {but} ({groups(step.unless)})" if step.unless else groups(step.groups)


def for_sqlite(step: Step) -> str:
    """As FTS5 understands it."""
    return written(step, lambda mark: '"' + mark.text.replace('"', '""') + '"' + (" *" if mark.begins else ""), "AND", "NOT")


def for_postgresql(step: Step) -> str:
    """As a tsquery."""
    return written(step, lambda mark: "'" + mark.text.replace("\\", "\\\\").replace("'", "''") + "'" + (":*" if mark.begins else ""), "&", "& !")
