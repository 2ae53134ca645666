"""Comparing two readings: how much they tell alike, what differs, and why in the texts' own words. A number alone is never given out.

Alike is what both name (the same meaning in whatever words, the same stems, words with the same letters); a duty differs where the rooms, the persons, the
occasions, the norms differ or one denies what the other asks, and each such difference lowers what is alike.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from tirek.ground.rules.repeats.lexicon import DEED, ROLE, ROOM, WHAT, WHEN, WHO
from tirek.ground.rules.repeats.reading import NUMBER, WORDS, Reading

Rarity = Callable[[str], float]
"""How much a stem tells, from 0 to 1: the rarer the more."""
WEIGHTS = {WHAT: 3.0, ROOM: 2.0, WHO: 2.0, ROLE: 2.0, WHEN: 2.0, NUMBER: 1.5, DEED: 0.3, WORDS: 0.7}
BOTH = {WHAT: 0.55, ROOM: 0.3, WHO: 0.4, ROLE: 0.45, WHEN: 0.4, NUMBER: 0.4}
"""What is left of the likeness where each names something of the sort that the other does not."""
ONE = {WHAT: 0.92, ROOM: 0.85, WHO: 0.9, ROLE: 0.95, WHEN: 0.85, NUMBER: 0.9}
"""What is left where only one does."""
CROSSWISE = 0.85
"""What is left where each tells something that the other does not, of different sorts."""
DENIED = 0.3
LIKE = 0.5
"""From which likeness of their letters two words count as forms of one."""
THRESHOLD = 0.45
"""From which score on a recommendation is shown as one that may say the same."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What both tell, in the words of each."""

    slot: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Differs:
    """What differs: the sort, and the words of each (empty where it says nothing). The sort "denied" has the words that one denies."""

    slot: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How far one text says again what the other says, from 0 to 1, and why."""

    score: float
    alike: tuple[Alike, ...]
    differs: tuple[Differs, ...]

    @property
    def says_the_same(self) -> bool:
        """Whether it is worth showing to somebody who decides."""
        return self.score >= THRESHOLD


def everywhere(_stem: str) -> float:
    """No word is rarer than another."""
    return 1.0


def compare(here: Reading, there: Reading, rarity: Rarity = everywhere) -> Compared:
    """How far the second says again what the first says."""
    alike: list[Alike] = []
    differs: list[Differs] = []
    shared = whole = 0.0
    left = 1.0
    for slot, weight in WEIGHTS.items():
        if slot == WORDS and here.language != there.language:
            continue
        mine, theirs = here.names(slot), there.names(slot)
        pairs = matched(mine, theirs, slot)
        weigh = rarity if slot == WORDS else everywhere
        shared += weight * 2 * sum(weigh(name) for name, _other in pairs)
        whole += weight * (sum(map(weigh, mine)) + sum(map(weigh, theirs)))
        alike += [Alike(slot, mine[one], theirs[other]) for one, other in pairs if slot != DEED]
        if slot not in BOTH:
            continue
        shared_here, shared_there = {one for one, _other in pairs}, {other for _one, other in pairs}
        only = [words for name, words in mine.items() if name not in shared_here]
        others = [words for name, words in theirs.items() if name not in shared_there]
        if only or others:
            left *= factor(slot, bool(only), bool(others), bool(pairs))
            differs.append(Differs(slot, ", ".join(only), ", ".join(others)))
    if len(differs) > 1 and any(each.here for each in differs) and any(each.there for each in differs):
        left *= CROSSWISE
    if denied := against(here, there) or against(there, here):
        left *= DENIED
        differs.append(Differs("denied", denied, ""))
    return Compared(round(left * shared / whole, 3) if whole else 0.0, tuple(alike), tuple(differs))


def factor(slot: str, mine: bool, theirs: bool, some: bool) -> float:
    """What a difference of a sort leaves of the likeness: more where something of the sort is told by both."""
    if not (mine and theirs):
        return ONE[slot]
    return (1 + BOTH[slot]) / 2 if some else BOTH[slot]


def matched(mine: dict[str, str], theirs: dict[str, str], slot: str) -> list[tuple[str, str]]:
    """Which of mine is which of theirs: by name, and of plain words also by their letters."""
    pairs = [(name, name) for name in mine if name in theirs]
    if slot != WORDS:
        return pairs
    free = [name for name in theirs if name not in mine]
    for name in mine:
        near = max(free, key=lambda other: letters_alike(name, other), default="") if name not in theirs else ""
        if near and letters_alike(name, near) >= LIKE:
            pairs.append((name, near))
            free.remove(near)
    return pairs


@lru_cache(maxsize=50_000)
def letters_alike(one: str, other: str) -> float:
    """The share of their runs of three letters that two words have in common (Dice), the ends of words counted as letters."""
    mine, theirs = runs(one), runs(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


@lru_cache(maxsize=50_000)
def runs(word: str) -> frozenset[str]:
    """Runs of three letters of a word."""
    held = f" {word} "
    return frozenset(held[place : place + 3] for place in range(len(held) - 2))


def against(one: Reading, other: Reading) -> str:
    """What one denies and the other, denying nothing, tells."""
    if not one.denies or other.denies:
        return ""
    told = {each.name: each.written for each in other.traits if each.slot != DEED}
    return next((words for name, words in told.items() for denied in one.denied if name == denied or letters_alike(name, denied) >= LIKE), "")
