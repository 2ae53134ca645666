"""What somebody asks for, as words, and what is then looked for in the index. Pure; it knows no table.

Looked for are, in this order: things that all words name, and things in whose texts all words stand; the second step leaves out what the first finds.
Only where nothing fits so is the last word looked for as the beginning of a word, and only where nothing begins so are words looked for that are spelt nearly alike.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from tirek.foundation.search.words import LONGEST, spots, stems_asked

MOST_WORDS = 8
BEGINNING = 4
"""Letters from which on the last word is also looked for as a beginning."""
SIGN = 2
"""Letters of a mark before its word: the sort's, and how the word stands."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word asked for: folded, with the stems that count as it. `near` are further ones, spelt nearly alike; `begins`: also words that begin so count."""

    word: str
    stems: frozenset[str]
    near: frozenset[str] = frozenset()
    begins: bool = False

    def meets(self, stems: Collection[str]) -> bool:
        """Whether a word of a text with these stems is one that is asked for."""
        if not self.stems.isdisjoint(stems) or not self.near.isdisjoint(stems):
            return True
        return self.begins and any(stem.startswith(self.word) for stem in stems)


@dataclass(frozen=True, slots=True)
class Asked:
    """All words of a question, at most eight."""

    words: tuple[Word, ...]

    def begun(self) -> "Asked":
        """The same, with the last word also as a beginning, where it has letters enough."""
        last = self.words[-1:]
        return Asked((*self.words[:-1], *(replace(each, begins=len(each.word) >= BEGINNING) for each in last)))

    def with_near(self, near: Mapping[str, Collection[str]]) -> "Asked":
        """The same, with words spelt nearly alike: stem asked for -> stems near it."""
        return Asked(tuple(replace(each, near=frozenset(one for stem in each.stems for one in near.get(stem, ()))) for each in self.words))


def understood(text: str) -> Asked:
    """What a typed question asks for; no words when it holds none that count."""
    found = list(dict.fromkeys(spot.word for spot in spots(text.replace("\x00", " ")[: LONGEST * MOST_WORDS])))[:MOST_WORDS]
    return Asked(tuple(Word(each, stems_asked(each)) for each in found))


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
    named, whole = (tuple(marks(each, letter, sign) for each in asked.words) for sign in ".:")
    return Step((seen, *named)), Step((seen, *whole), named)


def marks(word: Word, letter: str, sign: str) -> tuple[Mark, ...]:
    """The marks of which one must stand for a word."""
    stood = tuple(Mark(f"{letter}{sign}{stem}") for stem in sorted(word.stems | word.near))
    return (*stood, Mark(f"{letter}{sign}{word.word}", True)) if word.begins else stood


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
    """As a tsquery, of the marks as they stand in the vector (`indexes`).

    A beginning of BEGINNING letters is a lexeme of its own there: to collect all words that begin so would take longer than all else. Audiences stand without
    their sort's letter: the planner takes lexemes for independent of each other, and a word of a sort comes with that sort's audiences alone.
    """
    return written(step, on_postgresql, "&", "& !")


def on_postgresql(mark: Mark) -> str:
    """One mark of a tsquery."""
    text = (mark.text[1:] if mark.text[1:SIGN] == "@" else mark.text).replace("\\", "\\\\").replace("'", "''")
    if not mark.begins:
        return f"'{text}'"
    return f"'{text}*'" if len(mark.text) == SIGN + BEGINNING else f"'{text}':*"
