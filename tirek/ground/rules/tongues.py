"""Tongues: in which of the four languages a text was probably written, by its letters and small words. A guess: who knows better says so.

It knows no database; which languages a country expects comes in as an argument.
"""

import re

KAZAKH = frozenset("әғқұһі")
KAZAKH_AND_KYRGYZ = frozenset("ңөү")
RUSSIAN_WORDS = frozenset(["в", "и", "на", "с", "со", "по", "о", "об", "от", "для", "до", "из", "за", "к", "ко", "у", "при", "или", "что", "как", "нет", "был", "была", "было", "были", "без", "под", "через", "после"])
RUSSIAN_ENDINGS = ("ние", "ний", "ния", "нию", "ого", "ому", "ать", "ить", "еть", "ять", "ться", "ая", "ые", "ых", "ый", "ость", "ов", "ами")


SMALL_WORDS: dict[str, frozenset[str]] = {
    "ru": RUSSIAN_WORDS | {"не", "а", "но", "же", "это", "том", "числе", "года", "году", "также", "их", "его"},
    "kk": frozenset(["және", "мен", "бен", "пен", "да", "де", "та", "те", "үшін", "бойынша", "туралы", "бұл", "сол", "осы", "оның", "жылы", "жылғы", "болды", "бар", "жоқ", "кейін", "дейін", "немесе", "бір", "емес", "екі", "адам", "саны", "ғана", "осының", "ішінде"]),
    "ky": frozenset(["жана", "менен", "да", "де", "үчүн", "боюнча", "жөнүндө", "бул", "ал", "ошол", "анын", "жылы", "жылдагы", "болгон", "бар", "жок", "кийин", "чейин", "же", "бир", "эмес", "эки", "адам", "саны", "гана", "ичинен", "туурасында"]),
    "en": frozenset(["the", "of", "and", "to", "for", "with", "from", "that", "by", "were", "which", "had", "has", "be", "are", "their"]),
}
"""Words that running text of each language is full of; of names, tables and lists alone they say nothing."""
LETTERS, ENOUGH, FEW = 10, 25, 0.06
"""From how many letters, or words, a text can be told to be of no known language, and below which share of small words: texts of the four have twice as many."""


def foreign(text: str) -> bool:
    """Whether a running text is probably of none of the four languages: written with letters of neither script, or without their small words."""
    letters = [each for each in text if each.isalpha()]
    known = sum("a" <= each <= "z" or "Ѐ" <= each <= "ӿ" for each in map(str.casefold, letters))
    if len(letters) >= LETTERS and 2 * known < len(letters):
        return True
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if len(words) < ENOUGH:
        return False
    return all(sum(word in small for word in words) < FEW * len(words) for small in SMALL_WORDS.values())


def language_of(text: str, expected: tuple[str, ...]) -> str:
    """The language of a text, or of a line of one; where nothing tells, the first of those that are expected. No name in Latin letters makes a text English."""
    letters = [each for each in text.casefold() if each.isalpha()]
    latin = sum(each.isascii() for each in letters)
    if latin > 2 * (len(letters) - latin):
        return "en"
    if KAZAKH.intersection(letters):
        return "kk"
    if KAZAKH_AND_KYRGYZ.intersection(letters):
        return "kk" if "kk" in expected and "ky" not in expected else "ky"
    words = re.findall(r"\w+", text.casefold())
    if RUSSIAN_WORDS.intersection(words) or any(len(word) > 4 and word.endswith(RUSSIAN_ENDINGS) for word in words):
        return "ru"
    return next((each for each in expected if each != "en" or not letters), "ru")
