"""Names whose parts a hyphen or an apostrophe joins in a folded text: Иван-Петров, О'Брайен.

A double surname (Салтыков-Щедрин) or a double given name (Анна-Мария) is one word to the other searches; here a given name beside a surname
tells a person, and two given names need a sign. It knows no person.
"""

import re
from collections.abc import Iterator

from tirek.ground.rules.given_names import is_given_name
from tirek.ground.rules.lone_names import has_sign, is_place
from tirek.ground.rules.text_patterns import GAP, LATIN, LOW, UP, WORD

_PART = rf"(?:[{UP}](?:'[{UP}])?[{LOW}]{{1,30}}|[A-Z](?:'[A-Z])?[a-z]{{1,30}})"
_HYPHENED = re.compile(rf"(?<![\w-]){_PART}(?:-{_PART}){{1,3}}(?![\w-])")
_CASE = r"(?:ым|ом|а|у|ой|е|[гғкқ][ае]|[дт][аеоө]н?|[дтн][ыіиу]ң?н?|го)?"
_SURNAME = re.compile(
    rf"(?:[{UP}][{LOW}]{{1,25}}(?:[оеё]в|[оеё]ва|ин|ына|ина|енко|чук|швили|ск(?:ий|ая)|цк(?:ий|ая)|ск(?:ого|ому|им|ую)|ұлы|қызы|улы|кызы|уулу){_CASE}"
    r"|[A-Z][a-z]{1,25}(?:ova?|eva?|enko|sky|skaya|skiy|uly|uulu|kyzy|qyzy))\Z"
)
_NO_SURNAME = frozenset(["каролина", "магдалина", "ангелина", "альбина", "эвелина", "алевтина", "августина", "регина", "жозефина", "мартин", "волынский"])
"""Second given names and a town's second half that have a surname's ending."""
_WITH_APOSTROPHE = re.compile(rf"(?<![\w'-])(?:(?:{WORD}|{LATIN}){GAP})?(?:[ОД]'(?!Ивуар)[{UP}][{LOW}]{{2,30}}|[OD]'(?!Ivoire)[A-Z][a-z]{{2,30}})(?!\w)(?:{GAP}(?:{WORD}|{LATIN})(?!\w))?")


def joined_names(text: str, titled: str) -> Iterator[tuple[int, int, str, str]]:
    """Where such a name stands, why it is noticed (a key of REASONS) and how surely. `titled` as in lone_names."""
    for match in _HYPHENED.finditer(titled):
        why = _why(text, match)
        if why and not is_place(text, *match.span()):
            yield *match.span(), why, "medium"
    for match in _WITH_APOSTROPHE.finditer(titled):
        yield *match.span(), "name-surname" if " " in match.group() or "\n" in match.group() else "name-alone", "medium"


def _why(text: str, match: re.Match[str]) -> str:
    """A given name beside a surname's ending; or one that comes first, where a sign behind tells a person."""
    parts = match.group().split("-")
    given = [is_given_name(part) for part in parts]
    if any(given) and any(not one and _is_surname(part) for part, one in zip(parts, given, strict=True)):
        return "name-surname"
    return "name-alone" if given[0] and has_sign(text, *match.span()) else ""


def _is_surname(word: str) -> bool:
    return bool(_SURNAME.match(word)) and word.casefold() not in _NO_SURNAME
