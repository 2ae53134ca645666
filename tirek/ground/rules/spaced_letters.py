"""Words whose letters are set apart in a folded text, «А х м е т о в»: an eye reads one word, a search for words reads none. It knows no person."""

import re
from collections.abc import Iterator

from tirek.ground.rules.given_names import is_given_name
from tirek.ground.rules.text_patterns import LOW, UP

_SMALL = rf"[a-z{LOW}]"
_GREAT = rf"[A-Z{UP}]"
_LETTERS = re.compile(
    rf"(?<![\w.-])(?:[A-Za-z{UP}{LOW}]([ ]{{1,2}}|[._*|-]){_SMALL}(?:\1{_SMALL}){{2,40}}|{_GREAT}([ ]{{1,2}}|[._*|-]){_GREAT}(?:\2{_GREAT}){{2,40}})(?!\w)"
)
_SURNAME = re.compile(r"(?:[оеё]в|ин|[оеё]ва|ина|енко|ск(?:ий|ая)|баев|баева|ov|ova|ev|eva|in|ina|enko|sky|skaya|улы|ұлы|қызы|кызы|уулу)(?:а|у|ым|ой|е)?\Z")
_INITIALS = re.compile(rf"[ ]{{1,3}}(?:[{UP}A-Z]\.[ ]?){{1,2}}")


def spaced_names(text: str) -> Iterator[tuple[int, int]]:
    """Where letters set apart spell a given name, a surname by its ending, or a capitalised word."""
    for match in _LETTERS.finditer(text):
        word = "".join(each for each in match.group() if each.isalpha())
        if len(set(word)) > 2 and (_like_a_name(word) or (word[1:].isupper() and _INITIALS.match(text, match.end()))):
            yield match.span()


def _like_a_name(word: str) -> bool:
    return (word[0].isupper() and word[1:].islower()) or is_given_name(word) or bool(_SURNAME.search(word.casefold()))
