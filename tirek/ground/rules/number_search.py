"""Where a personal number stands in a folded text: twelve or fourteen digits, whatever sign breaks them and whichever letter stands for a digit.

Digits alone are no proof: what counts is a date or a check digit that holds, or words in front that name such a number. All patterns are
bounded. It knows no person.
"""

import re
from collections.abc import Iterator

from tirek.ground.rules.personal_numbers import iin_check_holds, iin_date_holds, pin_date_holds

Found = tuple[int, int, str, str]

_SEP = r"[ \n./\\_·•:-]{0,3}"
_USUAL = re.compile(rf"(?<![0-9])(?:[0-9](?:{_SEP}[0-9]){{13}}|[0-9](?:{_SEP}[0-9]){{11}})(?![0-9])")
_ANY_SIGNS = tuple(re.compile(rf"(?<![0-9])(?=([0-9](?:\W{{0,3}}[0-9]){{{more}}})(?![0-9]))") for more in (11, 13))
"""The same with any signs between, from every beginning, so that a figure behind the number hides nothing."""
_BREAK = re.compile(r"\W+")
FEW = 3
"""Into so many breaks one number is put by a writer; more of them are a list of small figures, unless words name it."""
_DATES_ONLY = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d)|(?<!\d)\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)")

_WORDS = (
    r"\b(?:(?:ИИН|ЖСН|ПИН|ИНН|ЖИН|I?PIN|IIN)[^\W\d_]{0,3}?|(?:персональн|идентификационн|личн)[а-я]{2,3} номер[а-я]{0,3}|"
    r"жеке (?:сәйкестендіру |идентификациялык )?(?:нөмір|номер)[а-яі]{0,4}|(?:personal|identification|identity) (?:identification )?(?:number|no|code))"
    r"\W{0,5}(?:[^\W\d_]{1,20}\W{1,3}){0,2}?"
)
_NAMED = re.compile(rf"{_WORDS}(?=[0-9])", re.IGNORECASE)
_FOR_DIGITS = str.maketrans("OoОоQlLIiІіӏ|!ЗзбBВвSsZz", "000001111111113368885522")
_LIKE_DIGIT = r"[0-9OoОоQlLIiІіӏ|!ЗзбBВвSsZz]"
_DISGUISED = re.compile(rf"{_WORDS}(?P<number>{_LIKE_DIGIT}(?:\W{{0,3}}{_LIKE_DIGIT}){{11}}(?:(?:\W{{0,3}}{_LIKE_DIGIT}){{2}})?)(?!\w)", re.IGNORECASE)
_NEARLY = re.compile(r"(?<!\w)(?P<number>[0-9OoОоlI]{12}(?:[0-9OoОоlI]{2})?)(?!\w)")
"""Without words in front only the letters that hardly differ from zero and one, and only with a date that holds."""
_TRUE = {_DISGUISED: 4, _NEARLY: 8}
"""How many true digits at the least: a word of such letters is no number."""


def personal_numbers(text: str) -> Iterator[Found]:
    """Where such a number stands, why it is noticed (a key of REASONS) and how surely it is one."""
    named = {match.end() for match in _NAMED.finditer(text)}
    spans = {match.span() for match in _USUAL.finditer(text)}
    for pattern in _ANY_SIGNS:
        spans |= {match.span(1) for match in pattern.finditer(text) if match.start() in named or len(_BREAK.findall(match.group(1))) <= FEW}
    told: set[int] = set()
    for start, end in sorted(spans):
        found = _checked(text[start:end], start in named)
        if found:
            told.add(start)
            yield start, end, "number-checked", found
    for start, end in sorted(spans):
        if start not in told and (start in named or text[start:end].isdigit()):
            told.add(start)
            yield start, end, "number-shaped", "low"
    yield from _disguised(text)


def _checked(written: str, named: bool) -> str:
    """How surely the digits are a personal number, by the date or the check digit; nothing where neither holds."""
    alone = written.isdigit()
    if not alone and not named and _DATES_ONLY.search(written):
        return ""
    date, check = _holds("".join(each for each in written if each.isdigit()))
    if not date and not (check and (alone or named)):
        return ""
    return "high" if date and check is not False else "medium"


def _holds(digits: str) -> tuple[bool, bool | None]:
    """Whether the date holds and the check digit, which only an IIN has."""
    return (iin_date_holds(digits), iin_check_holds(digits)) if len(digits) == 12 else (pin_date_holds(digits), None)


def _disguised(text: str) -> Iterator[Found]:
    for pattern in (_DISGUISED, _NEARLY):
        for match in pattern.finditer(text):
            written = "".join(each for each in match["number"] if each.isalnum() or each in "|!")
            true, digits = sum(each.isdigit() for each in written), written.translate(_FOR_DIGITS)
            if not _TRUE[pattern] <= true < len(written) or len(digits) not in (12, 14):
                continue
            if _holds(digits)[0]:
                yield *match.span("number"), "number-checked", "medium"
            elif pattern is _DISGUISED:
                yield *match.span("number"), "number-shaped", "low"
