"""Names written without capitals in a folded text, as people type on a telephone: ибраимов азамат сказал, осужденный сидоров, smith john said.

A capital tells nothing here, so a name needs two signs: a given name and a surname's ending, a word for a detained person or a verb of speech
beside either; or a surname made of a given name. What stands in a genitive plural (сотрудников) or is a word (роман, азамат) needs more. It
knows no person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tirek.ground.rules.given_names import GIVEN, WORDS_TOO, name_in
from tirek.ground.rules.lone_names import has_sign, is_place, may_be_surname
from tirek.ground.rules.lower_words import (
    ABBREVIATIONS,
    AGREES,
    BENT,
    BENT_TOO,
    BY_THE_WORDS,
    CALLED,
    CUE,
    GENITIVE,
    INITIALS,
    NEVER_BEFORE,
    NO_SURNAME,
    NOMINATIVE,
    OTHERS,
    PERSONS,
    RUSSIAN_WORDS,
    SAID,
    TOLD,
    TURKIC_CASE,
    UNBENT,
    WEAK,
    WEAK_ADJECTIVE,
    WEAK_LATIN,
    strong,
)
from tirek.ground.rules.text_patterns import LOW, UP

_WORD = re.compile(rf"(?<![\w@/'-])(?<!\w\.)(?:[{UP}{LOW}][{LOW}]{{1,30}}|[A-Za-z][a-z]{{1,30}})(?![\w@/'-]|\.\w)")
_JOINT = re.compile(r"[ \n]{1,3}")
_CLAUSE = re.compile(r"(?:\A|[.!?…:;,\n•*(«“„\"]|\d\)|\n ?-|\b(?:что|как|чтобы|деп|that)) ?\Z")
"""What stands before a word that begins a sentence, a line or a clause."""
_FATHER = re.compile(rf"[{LOW}]{{2,25}}(?:ович|евич|ьич)(?:а|у|ем|е)?")
_FATHER_OF_HER = re.compile(rf"[{LOW}]{{2,25}}(?:овн|евн|ичн)(?:а|ы|у|е|ой)")
_CHILD = frozenset(["уулу", "кызы", "ұлы", "қызы", "улы"])
_CHILD_JOINED = re.compile(rf"([{LOW}]{{3,25}})(?:уулу|кызы|ұлы|қызы|улы)[{LOW}]{{0,4}}")

Found = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text in small letters: where it stands, whether it was written small, the given name that it is, and how like a surname."""

    start: int
    end: int
    plain: str
    small: bool
    given: str
    surname: str


def lower_names(text: str) -> Iterator[Found]:
    """Where such a name stands, why it is noticed (a key of REASONS) and how surely."""
    words = [_word(match) for match in _WORD.finditer(text)]
    for at, word in enumerate(words):
        before = words[at - 1] if at and _joined(text, words[at - 1], word) else None
        after = words[at + 1] if at + 1 < len(words) and _joined(text, word, words[at + 1]) else None
        for start, end, why, sure in _found(text, word, before, after):
            if any(each.small and start <= each.start < end for each in (word, before, after) if each) and not is_place(text, start, end):
                yield start, end, why, sure
    yield from _with_initials(text)


def _word(match: re.Match[str]) -> _Word:
    plain = match.group().lower()
    return _Word(*match.span(), plain, match.group() == plain, name_in(plain, GIVEN) if len(plain) > 2 and plain not in OTHERS else "", _surname(plain))


def _surname(word: str) -> str:
    """ "strong", "weak" or nothing."""
    if strong(word):
        return "strong"
    weak = WEAK.fullmatch(word) or WEAK_LATIN.fullmatch(word)
    return "weak" if weak and may_be_surname(word) and not _is_other(word) else ""


def _is_other(word: str) -> bool:
    bare = re.sub(r"(?:ым|ой|[ауе])\Z", "", word)
    return word in NO_SURNAME or bare in NO_SURNAME or bool(re.search(r"[ая]нин\Z", bare))


def _joined(text: str, one: _Word, other: _Word) -> bool:
    return bool(_JOINT.fullmatch(text, one.end, other.start))


def _found(text: str, word: _Word, before: _Word | None, after: _Word | None) -> Iterator[Found]:
    yield from _with_a_father(word, before, after)
    if after:
        yield from _pair(text, word, after)
        yield from _after_a_cue(text, word, after)
    if word.small:
        yield from _alone(text, word, before, after)


def _with_a_father(word: _Word, before: _Word | None, after: _Word | None) -> Iterator[Found]:
    """A patronymic, with the names on both sides of it."""
    first = before if before and (before.given or before.surname) else None
    last = after if after and (after.given or after.surname) else None
    joined = _CHILD_JOINED.fullmatch(word.plain)
    told = (
        _FATHER.fullmatch(word.plain)
        or (_FATHER_OF_HER.fullmatch(word.plain) and first and first.given)
        or (word.plain in _CHILD and before and before.plain in GIVEN)
        or (joined and joined[1] in GIVEN)
    )
    if told:
        yield (first or word).start, (last or word).end, "name-patronymic", "medium"


def _pair(text: str, one: _Word, other: _Word) -> Iterator[Found]:
    """A given name and a surname, in either order."""
    for given, surname in ((one, other), (other, one)):
        like = surname.surname or (WEAK_ADJECTIVE.fullmatch(surname.plain) and "weak")
        if not given.given or not like or surname.given:
            continue
        doubtful = given.given in RUSSIAN_WORDS or (like == "weak" and given.given in WORDS_TOO and TURKIC_CASE.fullmatch(surname.plain))
        if like == "strong" or not doubtful or SAID.match(text, other.end):
            yield one.start, other.end, "name-surname", "medium"


def _after_a_cue(text: str, cue: _Word, word: _Word) -> Iterator[Found]:
    """A word for a detained person, and a name that agrees with it."""
    match = CUE.fullmatch(cue.plain)
    if not match or not word.small:
        return
    told = match.groupdict()
    named = (word.given and not (told["turkic"] and word.given in PERSONS)) or word.surname == "strong"
    if not named and word.surname == "weak" and not told["turkic"]:
        ending = told["of"] or told["noun"] or {"а": "ая", "у": "ую"}.get(told["her"] or "", "")
        agrees = not told["her"] or ending or word.plain.endswith(UNBENT)
        wanted = ("ov", "ova", "ev", "eva", "enko", "sky") if told["latin"] else (*AGREES[ending], *UNBENT)
        lacking = ending in {"", "ый", "ий"} and re.match(r"[ \n](?:не|нет|лиш)", text[word.end : word.end + 5])
        named = bool(agrees) and word.plain.endswith(wanted) and not lacking
    if named:
        yield cue.start, word.end, "name-after-word", "medium"


def _alone(text: str, word: _Word, before: _Word | None, after: _Word | None) -> Iterator[Found]:
    """A surname made of a given name; a given name, or what ends like a surname, before a verb of speech."""
    said, clause = SAID.match(text, word.end), _CLAUSE.search(text, max(0, word.start - 8), word.start)
    if word.surname == "strong" and not word.given:
        yield word.start, word.end, "name-alone", "low"
    start, end = _with_a_neighbour(text, word, before, after)
    if word.given and _names_somebody(text, word, end, bool(said)):
        yield start, end, "name-alone", "low"
    if word.surname == "weak" and not word.given:
        speaks = clause and said and NOMINATIVE.fullmatch(word.plain)
        if speaks or (GENITIVE.fullmatch(word.plain) and BY_THE_WORDS.search(text, max(0, word.start - 14), word.start)):
            yield word.start, word.end, "name-alone", "low"


def _names_somebody(text: str, word: _Word, end: int, said: bool) -> bool:
    """Whether a given name, with its neighbour up to `end`, is one here: a word of the language, and every Latin one, needs a sign."""
    if CALLED.match(text, word.end):
        return True
    if word.given in PERSONS:
        return said
    if word.given in WORDS_TOO or word.given in RUSSIAN_WORDS:
        return said or bool(TOLD.match(text, word.end)) or _is_bent(word)
    return has_sign(text, word.start, end) or not word.plain.isascii()


def _is_bent(word: _Word) -> bool:
    """Whether a name that is a Kazakh or Kyrgyz word stands in a Russian case, in which the word never does."""
    match = BENT.fullmatch(word.plain)
    return match is not None and match[1] == word.given and word.given not in RUSSIAN_WORDS | BENT_TOO


def _with_a_neighbour(text: str, word: _Word, before: _Word | None, after: _Word | None) -> tuple[int, int]:
    """The name with the word beside it that is a surname without an ending: smith john said, айбек тұрсын айтты."""
    if after and after.plain not in NEVER_BEFORE and not has_sign(text, word.start, word.end) and has_sign(text, after.start, after.end):
        return word.start, after.end
    begins = before and _CLAUSE.search(text, max(0, before.start - 8), before.start)
    if before and begins and before.plain not in NEVER_BEFORE and has_sign(text, word.start, word.end) and not CUE.fullmatch(before.plain):
        return before.start, word.end
    return word.start, word.end


def _with_initials(text: str) -> Iterator[Found]:
    """What ends like a surname, with two small letters for initials."""
    for pattern in INITIALS:
        for match in pattern.finditer(text):
            letters = match["letters"].replace(" ", "").replace(".", "")
            if letters not in ABBREVIATIONS and (_surname(match["name"]) or match["name"] in GIVEN):
                yield *match.span(), "name-initials", "medium"
