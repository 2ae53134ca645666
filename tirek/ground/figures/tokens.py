"""A text cut into words, numbers and marks, each with its place. Nothing here knows a language."""

import re
from dataclasses import dataclass

_GAP = "[ \u00a0\u202f\u2009]"
_NUMBER = rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*"
_WORD = r"[^\W\d_]+(?:[-'’\u2011][^\W\d_]+)*"
_PATTERN = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<line>\n)|(?P<cell>\t)|(?P<mark>\S)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a mark, the end of a line or of a table's cell; `start` and `end` are places in the text, `folded` is without capitals, `forms` what it may be a form of."""

    text: str
    start: int
    end: int
    shape: str
    folded: str = ""
    forms: frozenset[str] = frozenset()


def fold(text: str) -> str:
    """Without capitals, ё as е."""
    return text.casefold().replace("ё", "е")


def tokens(text: str, offset: int = 0) -> list[Token]:
    """All tokens in order; spaces are left out. Places count from `offset`."""
    return [
        Token(one[0], one.start() + offset, one.end() + offset, one.lastgroup or "mark", fold(one[0])) for one in _PATTERN.finditer(text)
    ]
