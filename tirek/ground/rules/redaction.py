"""Redaction: stretches of a text that a public edition does not print, and why. What is left of one is a sign with its ground, alike whatever stood there.

It knows texts and places, no report and no row.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

GROUNDS = ("person", "health", "source", "confidential", "spt", "security", "inquiry")
"""Why something is not printed, the first that holds comes first: personal data without the person's express consent and health (OPCAT, article 21,
paragraph 2), somebody who spoke to the mechanism could suffer for it (article 21, paragraph 1), other confidential information (article 21, paragraph 2), what
the Subcommittee communicated confidentially (article 16, paragraph 1), safety of a place, secrecy of an inquiry (the country's law)."""
_SIGN = re.compile(r"⟦redacted:([a-z]+)⟧")
_BETWEEN = re.compile(r"[\W_]*")
_PLAIN = str.maketrans({"⟦": "[", "⟧": "]"})


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of one text that is not printed, and its ground."""

    start: int
    end: int
    ground: str


def clean(text: str) -> str:
    """A text as marks count its characters: composed, and without the brackets that a sign is made of."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def sign(ground: str) -> str:
    """What stands in the place of a stretch. It is the same for every stretch of that ground, so that its length tells nothing."""
    return f"⟦redacted:{ground}⟧"


def merged(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in their order: overlapping ones become one, under the ground that comes first in the list, and so do neighbours of one ground
    between which no letter and no digit stands. How many words were taken cannot be counted then.
    """
    found: list[Mark] = []
    for mark in sorted(each for each in marks if 0 <= each.start < each.end <= len(text)):
        last = found[-1] if found else None
        if last and mark.start < last.end:
            found[-1] = Mark(last.start, max(last.end, mark.end), min(last.ground, mark.ground, key=GROUNDS.index))
        elif last and mark.ground == last.ground and _BETWEEN.fullmatch(text, last.end, mark.start):
            found[-1] = Mark(last.start, mark.end, last.ground)
        else:
            found.append(mark)
    again = tuple(found)
    return again if len(again) < 2 or _apart(text, again) else merged(text, again)


def _apart(text: str, marks: tuple[Mark, ...]) -> bool:
    """Whether no two neighbours of one ground are left that only a sign of punctuation parts."""
    return not any(one.ground == other.ground and _BETWEEN.fullmatch(text, one.end, other.start) for one, other in itertools.pairwise(marks))


def redacted(text: str, marks: Iterable[Mark]) -> str:
    """The text with a sign in the place of every marked stretch."""
    out, at = [], 0
    for mark in merged(text, marks):
        out += [text[at : mark.start], sign(mark.ground)]
        at = mark.end
    return "".join([*out, text[at:]])


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """A redacted text cut at its signs: (words, "") and ("", ground) in their order."""
    at = 0
    for found in _SIGN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], ""
        yield "", found[1]
        at = found.end()
    if at < len(text):
        yield text[at:], ""


def signs(text: str) -> tuple[str, ...]:
    """The grounds of the signs in a text, in their order."""
    return tuple(found[1] for found in _SIGN.finditer(text))
