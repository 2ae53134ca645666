"""Differences of two texts, word by word: what stays, what was removed, what was added. Nothing is lost: both texts can be read back from the stretches.

Long texts are compared by sentences first, so that the work stays bounded whatever is given.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added"]
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
SENTENCE = re.compile(r".+?(?:[.!?…;]+\s+|\n+|$)", re.DOTALL)
MOST = 250_000
"""How many pairs of equal pieces are looked at before a text is compared by larger pieces."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, and whether both texts have it, only the old one (removed), or only the new one (added)."""

    kind: Kind
    text: str


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches from the old text to the new one. Comparing the other way round gives the same with both kinds exchanged."""
    turned = (len(old), old) > (len(new), new)  # difflib may answer otherwise the other way round: it is always asked in one order
    first, second = (new, old) if turned else (old, new)
    found = _tidied(_compared(first, second))
    return tuple(_gathered(_turned(found) if turned else found))


def old_text(stretches: Iterable[Stretch]) -> str:
    """The old text of its differences from the new one."""
    return "".join(each.text for each in stretches if each.kind != "added")


def new_text(stretches: Iterable[Stretch]) -> str:
    """The new text of the old one's differences from it."""
    return "".join(each.text for each in stretches if each.kind != "removed")


def _compared(old: str, new: str) -> Iterator[Stretch]:
    """By words; by sentences and then by words within those that differ, where the words are too many."""
    words = TOKEN.findall(old), TOKEN.findall(new)
    if _affordable(*words):
        yield from _by(*words)
        return
    sentences = SENTENCE.findall(old), SENTENCE.findall(new)
    if not _affordable(*sentences):
        yield from _sides(old, new)
        return
    for was, now in _runs(_by(*sentences)):
        inner = TOKEN.findall(was), TOKEN.findall(now)
        yield from _by(*inner) if _affordable(*inner) else _sides(was, now)


def _affordable(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether every pair of equal pieces may be looked at, once the common beginning and end are put aside."""
    start, end = _ends(old, new)
    first, second = (Counter(each[start : len(each) - end]) for each in (old, new))
    return sum(count * second[piece] for piece, count in first.items()) <= MOST


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many pieces both have in common at the beginning and at the end."""
    least = min(len(old), len(new))
    start = next((place for place in range(least) if old[place] != new[place]), least)
    end = next((place for place in range(least - start) if old[-1 - place] != new[-1 - place]), least - start)
    return start, end


def _by(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """The stretches of two sequences of pieces."""
    start, end = _ends(old, new)
    yield Stretch("same", "".join(old[:start]))
    inner = old[start : len(old) - end], new[start : len(new) - end]
    for _tag, a, b, c, d in SequenceMatcher(None, *inner, autojunk=False).get_opcodes():
        yield from _sides("".join(inner[0][a:b]), "".join(inner[1][c:d]))
    yield Stretch("same", "".join(old[len(old) - end :]))


def _sides(old: str, new: str) -> Iterator[Stretch]:
    """One stretch where both are the same, else what was removed and what was added."""
    if old == new:
        yield Stretch("same", old)
    else:
        yield Stretch("removed", old)
        yield Stretch("added", new)


def _runs(stretches: Iterable[Stretch]) -> Iterator[tuple[str, str]]:
    """The old and the new side of each run of stretches that are the same, or are not."""
    for _same, was, now in _grouped(stretches):
        yield was, now


def _grouped(stretches: Iterable[Stretch]) -> Iterator[tuple[bool, str, str]]:
    """Runs of what is the same and of what is not, one after the other, with both sides."""
    run: list[Stretch] = []
    for each in stretches:
        if each.text and run and (run[0].kind == "same") != (each.kind == "same"):
            yield run[0].kind == "same", old_text(run), new_text(run)
            run = []
        if each.text:
            run.append(each)
    if run:
        yield run[0].kind == "same", old_text(run), new_text(run)


def _tidied(stretches: Iterable[Stretch]) -> list[Stretch]:
    """A blank alone between two changes belongs to both: people read changed words, not every second one."""
    runs = list(_grouped(stretches))
    found = list[Stretch]()
    for place, (same, was, now) in enumerate(runs):
        between = same and was.isspace() and 0 < place < len(runs) - 1
        found += [Stretch("removed", was), Stretch("added", now)] if between or not same else [Stretch("same", was)]
    return found


def _gathered(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours of a kind as one stretch; of a change what was removed comes first."""
    for same, was, now in _grouped(stretches):
        if same:
            yield Stretch("same", was)
            continue
        if was:
            yield Stretch("removed", was)
        if now:
            yield Stretch("added", now)


def _turned(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The same the other way round."""
    other: dict[Kind, Kind] = {"same": "same", "removed": "added", "added": "removed"}
    for each in stretches:
        yield Stretch(other[each.kind], each.text)
