"""Folding a text before it is searched: one form of every space, dash, digit and letter, with the way back to the original.

What an eye reads as the same must be found as the same: no-break and thin spaces, long dashes, full-width digits, letters with a mark of
their own, zero-width characters between. It knows no pattern.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_STRESS = {0x0300: None, 0x0301: None}
"""Marks of stress, which make no letter of another: Ива́нов."""
_KEPT = frozenset("№")
"""Characters that NFKC would spell out and that patterns ask for as they are."""

_RUN = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CYRILLIC_SHAPE = str.maketrans("ABCEHIKMOPTXYaceiopxyk", "АВСЕНІКМОРТХУасеіорхук")
"""Latin letters that an eye takes for Cyrillic ones."""
_LATIN_SHAPE = str.maketrans("АВСЕНІКМОРТХУЅЈҺасеіорхукѕјһԁԛԝ", "ABCEHIKMOPTXYSJHaceiopxyksjhdqw")
"""Cyrillic letters that an eye takes for Latin ones."""
_TWINS = str.maketrans("ABCEHIKMOPTXYSJ", "АВСЕНІКМОРТХУЅЈ")
"""Capital Latin letters and the Cyrillic ones of the same look."""
_ONLY_LATIN = re.compile(r"[DFGJLNQRSUVWZbdfghjlmnqrstuvwz]")
"""Latin letters without a twin among the Cyrillic ones."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[\u2018\u2019\u201b\u02bc\u02bb\u02b9\u2032`](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` say for each of its characters where it stands in the original."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text (not an empty one) stands in the original."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The text with spaces, dashes and digits made plain, letters composed (NFKC), marks and invisible characters left out. Linear."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, length = 0, len(text)
    while at < length:
        end = at + 1
        while end < length and unicodedata.combining(text[end]):
            end += 1
        for each in folded_piece(text[at:end]):
            out.append(each)
            starts.append(at)
            ends.append(end)
        at = end
    return Folded(text, "".join(out), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def folded_piece(piece: str) -> str:
    """A character with the marks that follow it, folded: none, one or several characters."""
    if piece in _KEPT:
        return piece
    letter = piece[0] + piece[1:].translate(_STRESS)
    return "".join(folded_character(each) for each in unicodedata.normalize("NFKC", letter))


def folded_character(character: str) -> str:
    """One composed character, folded."""
    if character in _BREAKS:
        return "\n"
    kind = unicodedata.category(character)
    if kind == "Zs" or character == "\t":
        return " "
    if kind == "Pd" or character == "\u2212":
        return "-"
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return "" if kind in {"Cf", "Cc", "Mn", "Me", "Cs"} else character


def one_alphabet(text: str) -> str:
    """The text, as long as before, with letters of one alphabet hidden in words of the other put into the one they pretend: Иванoв, Ivanоv."""
    if text.isascii() or not _CYRILLIC.search(text):
        return text
    return _RUN.sub(lambda match: _pretended(match.group()), text)


def _pretended(word: str) -> str:
    """A word of both alphabets in one: Latin where only its Latin letters have no twin, else Cyrillic."""
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return word
    latin = word.translate(_LATIN_SHAPE)
    return latin if _ONLY_LATIN.search(word) and not _CYRILLIC.search(latin) else word.translate(_CYRILLIC_SHAPE)


def look(text: str) -> str:
    """What an eye sees of a text, whatever alphabet its letters come from: in capitals, without invisible signs. For comparing, never for showing."""
    return fold(text).text.upper().translate(_TWINS)


def plain_joints(text: str) -> str:
    """The text, as long as before, with a space for every underscore and one form of the apostrophe inside words: Иван_Петров, О’Брайен."""
    return _APOSTROPHE.sub("'", text.replace("_", " "))
