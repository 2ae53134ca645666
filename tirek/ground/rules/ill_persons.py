"""Whether the words right about a sensitive diagnosis in a folded text give it to one person: болен ВИЧ, HIV-positive detainee, ВИЧ жұқтырған сотталған.

Only words in the singular tell; programmes, wards, tests and people in the plural do not. It knows no diagnosis and no person.
"""

import re

_DETAINED = r"осужд[её]нн|заключ[её]нн|задержанн|арестованн|подследственн|обвиняем|подозреваем|несовершеннолетн|больн"
_ONE = r"(?:ый|ий|ого|его|ому|ему|ая|яя|ую|юю|ой|ей)"
_MAN = r"(?<!\d\d )(?:(?:мужчин|женщин|девочк|девушк|юнош|пациентк|воспитанниц)(?:а|е|у|ой)|(?:пациент|мальчик|воспитанник|подростк|парн)у?|подросток|парень)"
_ONE_TURKIC = (
    r"(?:сотталған|сотталушы|қамаудағы|қамалған|ұсталған|тұтқын|науқас|пациент|әйел|ер адам|адам|жігіт|соттолгон|соттолуучу|камактагы|камалган|кармалган|бейтап|аял|эркек|жигит)"
    r"(?![дтл][аеоө]р)"
)
_ONE_ENGLISH = r"(?:detainee|prisoner|inmate|convict|patient|resident|man|woman|boy|girl|teenager|juvenile|minor|person|mother)(?![\w-])"
_IS_ILL = (
    r"(?<!не )(?:бол(?:ен|ьна|еет|ел|ела)|(?:забо|перебо)лел[а]?|страда(?:ет|л|ла)|зараж[её]на?|заразил(?:ся|ась)|инфицирован[а]?|жив[её]т с|лечится от|"
    r"(?:умер|умерла|скончался|скончалась) от|носитель(?:ница)?)"
)
_FOUND = r"(?: (?:есть|был[аои]?|выявлен[аоы]?|выявили|обнаружен[аоы]?|обнаружили|подтвержд[её]н[аоы]?|диагностирован[аоы]?|поставлен|диагноз|нашли|давно|ещ[её]|и))"
_GIVEN = (
    rf"\bу (?:него|не[её]|(?:{_DETAINED}){_ONE}){_FOUND}{{0,3}}|\bсодержащ(?:ийся|аяся|егося|ейся|емуся|уюся) со?(?: диагнозом)?|\b(?:его|е[её]) диагноз|\b(?:ему|ей) (?:был |был[аи] )?(?:постав|выстав)(?:лен|или) диагноз|"
    rf"\b(?:(?<!\d\d )(?:{_DETAINED}){_ONE}|{_MAN}) со?(?: диагнозом)?|\bбольн(?:ого|ому|ую|ая|ой)"
)
_GIVEN_TURKIC = r"\b(?:оның|анын) диагноз[ыу]"
_HIS_OR_HER = r"\b(?:his|her|whose)(?: diagnosis(?: is| was| of)?)?|\bdiagnosed (?:him|her) with"
_HAS = (
    rf"\b(?:he|she|who|{_ONE_ENGLISH}) (?:also )?(?:(?:is|was) (?:ill|infected|living|diagnosed) with|(?:is|was|being|is being) treated for|is|was|has|had|suffer(?:s|ed) from|"
    r"liv(?:es|ed|ing) with|tested(?: positive for)?|died (?:of|from)|contracted|caught|with)(?: (?:an?|the|open|active|chronic|severe|drug-resistant|advanced))?"
)
_GAP = r"[ :«“\"(,-]{1,4}\Z"
BEFORE = re.compile(rf"(?:\b{_IS_ILL}(?: [^\W\d_]{{1,20}}| \d{{4}}){{0,3}}|{_GIVEN}|{_GIVEN_TURKIC}|{_HIS_OR_HER}){_GAP}", re.IGNORECASE)
"""What stands right before the diagnosis of one person."""
_BEFORE_ILLNESS = re.compile(rf"{_HAS}{_GAP}", re.IGNORECASE)
"""The same, where the illness itself must follow: the prisoner has HIV, and not an HIV test."""
_CARE = r" (?:screen|treat|test|ward|program|service|care|medic|drug|clinic|therap|prevent|unit|educat|counsel|statistic|regist|record|hospital|dispensar)"
_OF_CARE = re.compile(_CARE, re.IGNORECASE)
_ANYBODY = re.compile(r"\b(?:кажд[а-я]{2,3}|люб[а-я]{2,3}|ни один|ни одн[а-я]{1,3}|никто|никого|each|every|any|no|әрбір|әр|ар бир|ар)(?: [^\W\d_]{1,20}){0,3} ?\Z", re.IGNORECASE)
_ADJECTIVE = re.compile(rf"(?:инфицированн|положительн|позитивн){_ONE}\Z|(?:положител|позитив)(?:ен|ьна|на)\Z|инфицирована?\Z", re.IGNORECASE)
_RESULT = r" (?:тест|результат|статус|анализ|ответ)"
_OF_RESULT = re.compile(_RESULT, re.IGNORECASE)
AFTER = re.compile(
    rf"[- ]?\+? ?(?:(?:инфицированн|положительн|позитивн){_ONE}(?!\w)(?!{_RESULT})|(?:положител|позитив)(?:ен|ьна|на)(?!\w)|инфицирована?(?!\w))"
    rf"|[ ,-]{{1,3}}(?:(?:он|она|давно|уже|был|была) ){{0,2}}{_IS_ILL}(?!\w)|[ ,-]{{1,3}}(?:(?:есть|выявлен|обнаружен|подтвержд[её]н) )?у (?:него|не[её])(?!\w)"
    rf"|[ -]?\+ (?:(?:{_DETAINED}){_ONE}|{_MAN})(?!\w)"
    rf"|(?:[ -](?:мен|пен|бен|менен))? (?:инфекциясын |вирусун |вирусын )?(?:жұқтырған|жуктурган|жұқтырып алған|ауыратын|ауырған|ооруган|оорулуу|(?:инфекциясы )?бар) {_ONE_TURKIC}"
    rf"|[ -]?\+?(?: ?(?:positive|infected))? {_ONE_ENGLISH}(?!{_CARE})",
    re.IGNORECASE,
)
"""What stands right behind it."""
_SUBJECT = re.compile(rf"\b(?:(?P<has>онда|анда)|ол|ал|{_ONE_TURKIC})[ ,]{{1,2}}\Z", re.IGNORECASE)
_PREDICATE = re.compile(r"(?:[ -](?:мен|пен|бен|менен))? (?:(?P<has>бар)|ауырады|ауырып|ауырған|ооруйт|ооруп|ооруган|жұқтырған|жұқтырып|жуктурган|жуктуруп)(?!\w)", re.IGNORECASE)
"""Kazakh and Kyrgyz verbs have no plural of their own: the one before must say that it is one."""
_REACH = 80


def of_one_person(text: str, start: int, end: int) -> bool:
    """Whether the diagnosis that stands from start to end is one person's."""
    low, high = max(0, start - _REACH), end + _REACH
    if _ANYBODY.search(text, low, start):
        return False
    told = BEFORE.search(text, low, start) or (_BEFORE_ILLNESS.search(text, low, start) and not _OF_CARE.match(text, end, high))
    adjective = _ADJECTIVE.search(text, start, end) and not _OF_RESULT.match(text, end, high)
    return bool(told or adjective or _is_said(text, low, start, end, high) or AFTER.match(text, end, high))


def _is_said(text: str, low: int, start: int, end: int, high: int) -> bool:
    """In Kazakh or Kyrgyz: one person before, a verb of being ill behind."""
    subject, predicate = _SUBJECT.search(text, low, start), _PREDICATE.match(text, end, high)
    return subject is not None and predicate is not None and bool(subject["has"]) == bool(predicate["has"])
