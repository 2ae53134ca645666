"""The patterns of persons' names in a folded text: with initials, with a patronymic, with a surname's ending, after a word for a detained person.

PLAIN_CASE is searched in the text as it stands; ANY_CAPITALS also in the text with words in capitals written like names.
"""

import re

from tirek.ground.rules.text_patterns import DOT, GAP, LATIN, LOW, UP, WORD

_CUE = (
    r"(?:[Оо]сужд[её]нн|[Зз]аключ[её]нн|[Зз]адержанн|[Аа]рестованн|[Пп]одследственн|[Пп]одозреваем|[Оо]бвиняем|[Пп]отерпевш)[а-я]{2,3}|"
    rf"(?:[Пп]ациент|[Вв]оспитанни[кц]|[Гг]ражданин|[Гг]ражданк|[Тт]ұтқын|[Аа]замат|[Жж]аран)[{LOW}]{{0,5}}|[Гг]р\.|"
    r"[Сс]отталған|[Ұұ]сталған|[Ққ]амалған|[Ққ]амаудағы|[Тт]ергеудегі|[Сс]оттолгон|[Кк]армалган|[Кк]амалган|[Кк]амактагы"
)
_CUE_LATIN = r"[Dd]etainee|[Pp]risoner|[Ii]nmate|[Cc]onvict|[Pp]atient|[Rr]esident|[Ss]uspect|[Aa]ccused|Mr\.?|Mrs\.?|Ms\.?"
_PERSON = (
    rf"(?:[Мм]ужчин|[Жж]енщин|[Мм]альчик|[Дд]евочк|[Пп]одрост|[Юю]нош|[Пп]арен|[Рр]еб[её]н)[{LOW}]{{0,4}}|[Жж]ігіт|[Жж]игит|[Бб]ала|[Ққ]ыз|[Кк]ыз|"
    rf"[Ее]р адам|[Ээ]ркек|[Аа]ял|[Әә]йел|[Bb]oy|[Gg]irl|[Mm]an|[Ww]oman|[Tt]eenager|[Mm]inor|{_CUE}|{_CUE_LATIN}"
)
_NAMED = (
    r"[Пп]о (?:имени|фамилии|кличке|прозвищу)|[Зз]овут|[Пп]розва(?:ли|н|на)|[Зз]вали|(?:[Кк]личк|[Пп]розвищ|[Пп]огонял)[а-я]{1,2}|[Лл]ақап аты|[Лл]акап аты|"
    r"[Nn]amed|[Ss]urnamed|[Nn]icknamed?|by the name of|(?:aka|a\.k\.a\.|alias)"
)
_CALLED = r"(?:[Нн]азыва(?:ют|ли) (?:его|е[её])|(?:[Ее]го|[Ее][её]) (?:все )?(?:называ(?:ют|ли)|знают как)|котор(?:ого|ую) (?:[а-я]{1,12} ){0,2}(?:знают|называют) как|[Cc]all(?:s|ed)? (?:him|her))|(?:[Hh]e|[Ss]he|who) (?:is|was) called|(?:[Kk]nown|referred to)(?: (?:to|by) [a-z]{1,12})? as|(?:man|woman|boy|girl|teenager|minor|person|detainee|prisoner|inmate|convict|patient|resident)(?: (?:who is|who was|also|is|was)){0,2} (?:called|known as)"
_LABEL = (
    r"Ф\.? ?[Ии]\.? ?[Оо]\.?|Фио|[Фф]амилия(?:,? имя)?(?:,? отчество)?|[Ии]мя|[Оо]тчество|[Аа]ты[- ]жөні|[Аа]ты[- ]жөнү|[Тт]егі|[Ее]сімі|[Ээ]сими|[Фф]амилиясы|"
    r"[Ff]ull name|[Ss]urname|[Ff]irst name|[Ll]ast name|[Gg]iven name"
)
_HELD = r"содержится|сидит|избили|били|держат|поместили|водворили"
_QUOTE = r"[«“„\"'‘(]"
_NICK = rf"(?:[{UP}A-Z]\.|[{UP}{LOW}A-Za-z][{LOW}a-z]{{1,20}}(?: [{UP}{LOW}A-Za-z][{LOW}a-z]{{1,20}})?)"
_YOUNG = r"[Нн]есовершеннолетн[а-я]{2,3}|[Мм]алолетн[а-я]{2,3}|[Кк]әмелетке толмаған|[Жж]ашы жет[а-яө ]{1,10}|[Өө]спірім|[Өө]спүрүм|[Жж]еткіншек|[Jj]uvenile"

PUBLIC = (
    r"(?:Rights?|Rules?|Convention|Register|Act|Code|Law|Committee|Protocol|Health|Care|Services?|Ministry|Safety|Interview|Doctor|File|List|"
    r"Complaint|Welfare|Escort|Transport|Population|Казахстан|Қазақстан|Кыргызстан|Республик|Кодекс|Закон|Правил|Конвенци|Протокол|Министерств|"
    r"Министрл|Комитет|Департамент|Прокурат|Конституц|Федераци|Област|Район|Человек|Орган|Совет|Суд|Алмат|Астан|Шымкент|Қарағанд|Караганд|"
    r"Бишкек|Кабинет|Заң|Ереже|Мыйзам|Эреже|Жинақ|Ош)"
)
"""How words begin that stand after such words and name no person: law, bodies, large cities."""
_AREA = rf"[{UP}][{LOW}]{{1,25}}ск(?:ой|их|ие|ом|ую|ими|им|(?:ого|ий|ая)[ \n]{{1,3}}(?:област|район|город|суд|колон|тюрьм|следств|учрежд|област)[{LOW}]{{0,8}})\b"
_PLAIN = rf"(?!{PUBLIC}\w{{0,8}}\b|{_AREA})"

_PATRONYMIC = (
    rf"[{UP}][{LOW}]{{1,25}}(?:(?:ович|евич|ьич)(?:а|у|ем|е)?|(?:овн|евн|ичн)(?:а|ы|у|е|ой)|(?:ұлы|қызы|улы|кызы|уулу)[{LOW}]{{0,4}})\b"
)
_SON_OF = rf"{WORD}{GAP}(?:уулу|кызы|ұлы|қызы|улы|Уулу|Кызы|Ұлы|Қызы|Улы)\b"
SURNAME = rf"[{UP}][{LOW}]{{1,25}}(?:ов|ев|ёв|ова|ева|енко)(?:а|у|ым|ой|е)?"
_SURNAME_ALONE = rf"[{UP}][{LOW}]{{1,25}}(?:ов|ев|ёв|ин|ова|ева|ина|ский|ская|енко|баев|баева)(?:а|у|ым|ой|е)?"
_PATRONYMIC_LATIN = r"[A-Z][a-z]{1,25}(?:ovich|evich|ovna|evna|uly|uulu|kyzy|qyzy)\b"
_SURNAME_LATIN = r"[A-Z][a-z]{1,25}(?:ov|ova|ev|eva|enko|sky|skaya)\b"
_ANY = rf"(?:{WORD}|{LATIN})"

Pattern = tuple[str, re.Pattern[str], str]

PLAIN_CASE: tuple[Pattern, ...] = (
    ("name-initials", re.compile(rf"\b{WORD}{GAP}[{UP}]{DOT}(?:[{UP}]\.)?"), "high"),
    ("name-initials", re.compile(rf"\b[{UP}]{DOT}(?:[{UP}]{DOT})?{WORD}\b"), "high"),
    ("name-initials", re.compile(rf"\b{LATIN}{GAP}[A-Z]\.(?:[ ]?[A-Z]\.)?(?!\w)"), "medium"),
    ("name-initials", re.compile(rf"\b[A-Z]{DOT}(?:[A-Z]{DOT})?{LATIN}\b"), "medium"),
    ("name-surname", re.compile(rf"\b{SURNAME}(?:-{WORD})?{GAP}{_PLAIN}{WORD}\b"), "medium"),
    ("name-surname", re.compile(rf"\b{_PLAIN}{WORD}{GAP}{SURNAME}\b(?:-{WORD})?"), "medium"),
    ("name-surname", re.compile(rf"\b{WORD}{GAP}(?:ибн|бинт){GAP}{WORD}\b"), "medium"),
    ("name-surname", re.compile(rf"\b{LATIN}{GAP}{_SURNAME_LATIN}|\b{_SURNAME_LATIN}{GAP}{LATIN}"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_CUE}){GAP}{_PLAIN}{WORD}(?:{GAP}{WORD})?\b"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_CUE_LATIN}){GAP}{_PLAIN}(?:{LATIN}|[A-HJ-Z])\b(?:{GAP}{LATIN})?"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_CUE}|{_CUE_LATIN}),{GAP}{_PLAIN}{_ANY}{GAP}{_PLAIN}{_ANY}\b"), "medium"),
)
ANY_CAPITALS: tuple[Pattern, ...] = (
    ("name-initials", re.compile(rf"\b{WORD}{GAP}[{UP}]{DOT}[{UP}]\."), "high"),
    ("name-initials", re.compile(rf"\b[{UP}]{DOT}[{UP}]{DOT}{WORD}\b"), "high"),
    ("name-initials", re.compile(rf"\b{LATIN}{GAP}[A-Z]{DOT}[A-Z]\.|\b[A-Z]{DOT}[A-Z]{DOT}{LATIN}\b"), "medium"),
    ("name-initials", re.compile(rf"\b(?:{_SURNAME_ALONE}{GAP}[{UP}]|{_SURNAME_LATIN}{GAP}[A-Z])\.(?!\w)"), "medium"),
    ("name-patronymic", re.compile(rf"\b(?:{WORD}{GAP}){{1,2}}{_PATRONYMIC}(?:{GAP}{_SURNAME_ALONE}\b)?"), "high"),
    ("name-patronymic", re.compile(rf"\b(?:{WORD}{GAP}){{0,2}}{_SON_OF}(?:{GAP}{WORD})?"), "high"),
    ("name-patronymic", re.compile(rf"\b(?:{LATIN}{GAP}){{1,2}}{_PATRONYMIC_LATIN}"), "high"),
    ("name-patronymic", re.compile(rf"\b{LATIN}{GAP}(?:[Uu]ulu|[Kk]yzy|[Uu]ly|[Qq]yzy)\b(?:{GAP}{LATIN})?"), "high"),
    ("name-after-word", re.compile(rf"\b(?:{_PERSON}),?{GAP}{_PLAIN}(?:{_SURNAME_ALONE}|{_SURNAME_LATIN})\b(?:{GAP}{_ANY})?"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_NAMED})[ :-]{{0,3}}{_QUOTE}{_NICK}"), "medium"),
    ("name-after-word", re.compile(rf"{_QUOTE}{_NICK}[»”\"'’)] (?:деген )?\(?(?:лақап|лакап|кличк|прозвищ)"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_PERSON}) [«“„\"]{_NICK}[»”\"]"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_HELD}) {_PLAIN}{WORD}\b"), "low"),
    ("name-after-word", re.compile(rf"\b(?:{_CALLED}) (?:{_QUOTE}(?:[Tt]he )?)?{_PLAIN}{_ANY}\b(?! {PUBLIC})"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:[Оо]ны|[Аа]ны) {_QUOTE}?{_PLAIN}{_ANY}[»”\"'’)]? деп (?:ата|аташ|чакыр|шақыр)[{LOW}]{{1,8}}"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_LABEL}) ?[:-][ \n]{{0,2}}{_PLAIN}{_ANY}(?:{GAP}{_ANY}){{0,2}}"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_NAMED})(?: ?[:-])?{GAP}{_PLAIN}{_ANY}(?:{GAP}{_ANY})?\b"), "medium"),
    ("name-after-word", re.compile(rf"\b{_PLAIN}{_ANY}(?:{GAP}{_ANY})?{GAP}(?:есімді|есімді|атты|аттуу)\b"), "medium"),
)
PERSON_AND_WORD = re.compile(rf"\b(?:{_PERSON}),?{GAP}({_ANY})\b")
"""A word for a person and a capitalised one: a name where the second is a given name."""
PAIR = re.compile(rf"\b(?=({_ANY}){GAP}({_ANY})\b)")
"""Two capitalised words, overlapping: a name where one of them is a given name."""
LETTER = re.compile(
    rf"\b(?:{_PERSON}|{_YOUNG}),?[ ]{{1,3}}(?:[{UP}]|[A-HJ-Z])(?![\w-])\.?|\b[{UP}A-Z]\. ?[(,] ?\d{{1,2}}[ -](?:лет|год|жас|жаш|years?)"
)
"""A word for a person and a single letter, or a letter with an age."""
CAPITALS = re.compile(rf"[{UP}]{{2,30}}|[A-Z]{{2,30}}")
PART_OF_HOUSE = re.compile(r"(?:корпус|блок|отряд|сектор|литер|этаж|груп|тип|\b(?:block|wing|unit|cell|ward|group|type|section|vitamin))\w{0,4} $", re.IGNORECASE)
"""What stands before a letter that is no initial: block B."""


def like_names(text: str) -> str:
    """The text with every word in capitals written with one capital; as long as before."""
    return CAPITALS.sub(lambda match: match.group().capitalize(), text)
