"""Digits that are no figures: telephones, addresses, signs of documents, hours of the day, numbers of paragraphs and articles."""

import re
from collections.abc import Iterator, Sequence

from .lexicon import Lexicon
from .tokens import Token

_SHAPES = (
    r"https?://\S+|www\.\S+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}",
    r"\+\d[\d\s().-]{6,}\d",
    r"(?<![\w.,/-])8[ (-]{1,2}\d{3}[ )-]{1,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)",
    r"(?<![\w.,/-])0(?:\d{2,4}| \d{3})(?:[ -]\d{2,3}){2,3}(?!\d)",
    r"\((?!(?:19|20)\d\d\))\d{3,5}\) ?\d{1,3}(?:[ -]\d{2,3}){0,2}-\d{2,3}(?!\d)",
    r"(?<=[\s(,;])(?:тел|факс|моб|tel|fax)\.? ?:? ?\d[\d -]{3,12}\d|(?:телефон\w{0,6}|phone|whatsapp)[^:\n\d]{0,20}: ?\d[\d -]{3,12}\d",
    r"\b\d{1,2}\s?\(\d{2,5}\)\s?\d[\d\s-]{3,}\d",
    r"\b\d{2,4}(?:-\d{2,3}){2,3}\b",
    r"(?<![\w./])[^\W\d_][\w.]{0,40}(?:/[\w.]{1,40}){1,12}",
    r"\b\d+/\d+\b",
    r"\b\d{1,2}(?:[.:]\d{2})?\s*[ap]\.\s?m\b\.?",
    r"\b\d{1,2}:\d{2}\b",
    r"\b(?:саат|сағат)\s+\d{1,2}[.:]\d{2}\w*(?:\s*[-–]?\s*\d{1,2}[.:]\d{2}\w*)?",
    r"^\s*(?:\d+(?:\.\d+)+\.?|\d{1,3}\.)\s|^\s*\d{1,3}\)",
    r"(?<!\w)\w{0,80}_\w{0,80}",
)
_ANY = re.compile("|".join(f"(?:{one})" for one in _SHAPES), re.IGNORECASE | re.MULTILINE)
_JOINED = {"-", "\u2011"}
_DASHES = {"-", "\u2011", "–", "—", "−"}


def shaped(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Stretches whose very shape says that they are no figures."""
    return [(one.start() + offset, one.end() + offset) for one in _ANY.finditer(text)]


def touching(one: Token, other: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return one.end == other.start


def suffix(stream: Sequence[Token], place: int) -> tuple[str, int]:
    """Letters joined to a number, with or without a hyphen ("41-й", "29у", "2023-жылы"), and how many tokens they take."""
    after = list(stream[place + 1 : place + 3])
    if after and after[0].shape == "word" and touching(stream[place], after[0]):
        return after[0].folded, 1
    if (
        len(after) == 2
        and after[0].text in _JOINED
        and after[1].shape == "word"
        and touching(stream[place], after[0])
        and touching(after[0], after[1])
    ):
        return after[1].folded, 2
    return "", 0


def _joined_before(stream: Sequence[Token], place: int) -> bool:
    """COVID-19, А-4: a word and a hyphen stand right before."""
    return (
        place >= 2
        and stream[place - 1].text in _JOINED
        and touching(stream[place - 1], stream[place])
        and touching(stream[place - 2], stream[place - 1])
        and stream[place - 2].shape == "word"
    )


def _after_reference(stream: Sequence[Token], place: int) -> Iterator[int]:
    """Numbers of what a reference names: "статьи 12 и 13", "article 94 (2)", "No. 17"."""
    last = min(len(stream), place + 12)
    opened = False
    while place < last:
        token = stream[place]
        following = stream[place + 1] if place + 1 < len(stream) else None
        if token.shape == "number":
            yield place
        elif token.text in {"(", ")"}:
            if opened == (token.text == "(") or (token.text == "(" and not (following and following.shape == "number")):
                return
            opened = not opened
        elif not _goes_on(token, following, stream, place):
            return
        place += 1


def _goes_on(token: Token, following: Token | None, stream: Sequence[Token], place: int) -> bool:
    """Whether a mark or a joining word still belongs to the numbers of a reference."""
    number = following is not None and following.shape == "number"
    if token.text in {".", "№"}:
        return not (following is not None and following.shape == "word" and following.text[:1].isupper())
    if token.text == ",":
        return number and _small(stream, place + 1)
    if token.text in _DASHES:
        return number and touching(stream[place - 1], token)
    if token.folded in {"and", "и", "or", "или", "to"}:
        return number and _small(stream, place + 1)
    return token.folded in {"no", "nos"} or (token.shape == "word" and len(token.text) == 1 and number)


def _small(stream: Sequence[Token], place: int) -> bool:
    """Whether what follows a comma may still be a number of a list of articles: nothing is counted by it."""
    after = stream[place + 1] if place + 1 < len(stream) else None
    return len(stream[place].text) <= 4 and (after is None or after.shape != "word" or after.folded in {"and", "и"})


def _referring(stream: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Length of a reference word at this place that has a number after it, else 0."""
    found = lexicon.references.at(stream, place)
    if not found:
        return 0
    length, kind = found
    after = place + length
    if kind == "page" and not (after < len(stream) and stream[after].text == "."):
        return 0
    if kind == "inside":  # "49 in Ward 1, 22 in Ward 2", but "in the ward 3 patients"
        behind = stream[after + 1] if after + 1 < len(stream) else None
        if behind is not None and behind.shape == "word" and behind.folded not in lexicon.stops:
            return 0
    return length


def references(stream: Sequence[Token], lexicon: Lexicon) -> set[int]:
    """Places of numbers that name a paragraph, a law, a room, an ordinal."""
    found: set[int] = set()
    for place, token in enumerate(stream):
        if token.shape == "number":
            letters, taken = suffix(stream, place)
            named = taken and lexicon.references.at(stream, place + taken)
            ordinal = letters and letters not in lexicon.case_endings and any(letters == one for one in lexicon.ordinal_endings)
            if named or ordinal or _joined_before(stream, place):
                found.add(place)
        elif length := _referring(stream, place, lexicon):
            found.update(_after_reference(stream, place + length))
    return found
