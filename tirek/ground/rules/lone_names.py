"""Names that stand alone in a folded text: a given name of the list, or a surname known by its ending, without initials or a second name.

A capital inside a sentence tells a name. At its beginning every word has one, so a name that is a word as well, and every surname, needs a
second sign there: what the person says or has done to them, how elders are addressed, an age. Names of streets, districts and institutions
are left alone. It knows no person.
"""

import re
from collections.abc import Iterator

from tirek.ground.rules.given_names import GIVEN, ONLY_WITH_A_SIGN, WORDS_TOO, name_in
from tirek.ground.rules.text_patterns import LATIN, LOW, UP, WORD

_CAPITALISED = re.compile(rf"(?<![\w-])(?:{WORD}|{LATIN})(?!\w)")
_BEGINS = re.compile(r"(?:\A|[.!?…:;\n•*]|\d\)|\n ?-)[ \"'«“„(\[]{0,4}\Z")

_ELDER = r"(?:эже|апай|ага|аға|агай|ағай|байке|апа|апке|әпке|тәте|көке|ата|аксакал|ақсақал|мырза|ханым|айым)(?:[нғгтдмкқ][а-яёәғқңөұүһі]{1,3}|с[ыі][а-яңі]{0,3})?"
_SAYS = (
    r"(?:рас|под)?сказал[аи]?|говорит|говорила?|сообщила?|сообщает|заявила?|заявляет|пояснила?|поясняет|утвержда(?:ет|ла?)|жалуется|(?:по)?жалова(?:лся|лась)|"
    r"(?:по)?просила?|просит|показала?|отказал(?:ся|ась)|плачет|плакала?|содержится|содержал(?:ся|ась)|находится|находил(?:ся|ась)|болеет|болела?|умер(?:ла)?|"
    r"остал(?:ся|ась) без|был[аи]? (?:не |сразу )?(?:помещ[её]н|избит|перевед[её]н|водвор[её]н|наказан|задержан|лиш[её]н|доставлен|осмотрен|опрошен|госпитализирован|освобожд[её]н)[аы]?|"
    r"избита?|наказана?|перевед[её]на?|водвор[её]на?|ела?|голода(?:ет|ла?)|аш қал(?:ды|ған)|ачка кал(?:ды|ган)|скончал(?:ся|ась)|спит|спала?|жив[её]т|жила?|сидит|сидела?|пров[её]ла?|объявила?|упала?|написала?|получила?|вспомнила?|добавила?|боится|боял(?:ся|ась)|"
    r"айтты|айтат|айтады|айтқан|айткан|айтып|айтуынша|айтымында|деді|деди|дейді|дейт|шағымдан(?:ды|ады)|арыздан(?:ды|ат)|даттан(?:ды|ат)|кайрылды|жылады|жылап|ыйла(?:ды|п|йт)|"
    r"said|says|told|tells|stated|states|complain(?:ed|s)|claim(?:ed|s)|asked|asks|cried|cries|described|explained|added|alleged|sleeps|slept|fell|died|"
    r"was (?:beaten|held|kept|placed|left|moved|put)|is (?:held|kept|ill)|жаста|жашта"
)
_TREATED = (
    r"(?:вы|пере|про)?вод(?:ят|или)|(?:вы|пере)вели|(?:вы|от)?пуска(?:ют|ли)|(?:вы|от)?пустили|бь(?:ют)|(?:из|по)?били|избивали|избивают|держат|держали|содерж(?:ат|али)|"
    r"(?:на)?корм(?:ят|или)|леч(?:ат|или)|осмотрели|осматрива(?:ют|ли)|поместили|посадили|наказа(?:ли)|наказыва(?:ют|ли)|водвор(?:ят|или)|заставля(?:ют|ли)|заставили|"
    r"унижа(?:ют|ли)|оскорбля(?:ют|ли)|допрашива(?:ют|ли)|допросили|задержали|арестовали|увезли|доставили|забрали|обыскали|обыскива(?:ют|ли)|связали|пытали|вызва(?:ли)|"
    r"вызыва(?:ют|ли)|ударили|опросили|раздели|запугива(?:ют|ли)"
)
_AGE = r"\(?,? ?\(?\d{1,2}[ -](?:лет|год|жас|жаш|years?)"
_SIGN = re.compile(
    rf"[ \n-]{{1,2}}(?:{_ELDER})\b|[ \n]{{1,3}}(?:не |also |тоже )?(?:{_SAYS})\b|{_AGE}|(?:[ \n](?:[{LOW}]{{1,20}}|\d{{1,4}})){{0,4}}[ \n](?:{_TREATED})\b"
)
_ADDRESSED = re.compile(rf"[ \n-]{{1,2}}(?:{_ELDER})\b")
_WEIGHED = re.compile(r"\b(?:[Пп]о словам|[Сс]о слов|[Пп]о рассказу|[Pp]er|[Aa]ccording to) \Z")

_PLACE_AFTER = re.compile(
    rf"[»”\"]?[ \n-](?:атындағы|атындагы|(?:[Рр]айон|[Аа]удан|[Оо]бл[аыу]с|[Аа]йыл|[Аа]уыл|[Кк]өше|[Кк]өчө|[Шш]аар|[Ққ]ала|[Уу]лиц|[Пп]роспект|[Пп]лощад|[Сс]ело|"
    rf"[Мм]икрорайон|[Гг]езит|[Гг]азет|[Аа]эропорт|[Өө]зен)[{LOW}]{{0,5}}|Street|Avenue|District|Region|Village|Airport|City|Rules?|Convention|Principles|Protocol)\b"
)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:ул|пр|просп|мкр|пос|пл|им|г|с)\.|\b(?:[Уу]лиц|[Пп]роспект|[Бб]ульвар|[Пп]лощад|[Пп]ос[её]л|[Аа]ул|[Мм]икрорайон|[Гг]ород|[Рр]айон|[Оо]бласт|[Сс]танци|[Аа]эропорт|"
    r"[Гг]азет|[Жж]урнал|[Фф]онд|[Пп]ремия|[Тт]елеканал|[Рр]адио)[а-яё]{0,5}|\b[Сс]ел[оеуа]м?|(?<!по )\bимени|ТОО|ОсОО|ЖШС|ЖЧК|\b(?:Lake|Mount|Port|Saint|St\.?|Cape|Fort|Street)|"
    r"\bҰлттық|\bУлуттук) ?[«“\"]?\Z"
)

_SURNAME = re.compile(
    rf"(?<![\w-])[{UP}][{LOW}]{{2,25}}(?:[оеё]в|енко|чук|швили|дзе|ұлы|қызы|кызы)(?:ым|а|у|ой|е|ға|ге|қа|ке|ны|ні|ди|ды|ді|ты|ті|да|де|та|те|дан|ден|тан|тен|ның|нің|дың|дің|тың|тің|нын|нин|дун|дин|тун|тин|го|ко)?(?!\w)"
    r"|(?<![\w-])[A-Z][a-z]{2,25}(?:ov|ova|ev|eva|enko)(?!\w)"
)
_COMPOSED = re.compile(
    rf"(?<![\w-])[{UP}][{LOW}]{{1,14}}(?:бек|жан|гүл|гуль|жамал|мурат|мұрат|султан|сұлтан|болат)(?:[аеиуюя]|ом|ем|[гғқкдтмн][{LOW}]|[дтнбпм][{LOW}]н|[дтн][{LOW}]ң)?(?!\w)"
)
"""Turkic given names made of two: Нурланбек, Айжамал."""
_KOREAN = re.compile(r"(?<![\w-])(?:(?:Ким|Пак|Тен|Огай)(?:[ауе]|ом)?|Цо(?:й|я|ю|ем)|Ли|Хегай|Югай|Kim|Tso[iy]|Lee|Pak)(?!\w)")
"""Surnames of Koreans of the region: short and without an ending, so they need a sign wherever they stand."""
_IN_CUSTODY = re.compile(r"[ \n]{1,3}(?:(?:был[аи]?|сидели|избиты) во? |(?:was|were|is|are) in |(?:и|and) (?:Ким|Пак|Тен|Цой|Ли|Хегай|Огай|Югай|Kim|Tso[iy]|Lee|Pak)\b)")
_SURNAME_AND_SIGN = re.compile(rf"(?<![\w-])[{UP}][{LOW}]{{2,25}}(?:ин|ын|ина|ина|ину|ский|ская|ского|скую|цкий|цкая)(?!\w)")
_DOUBLE = re.compile(
    rf"(?<![\w-])([{UP}][{LOW}]{{2,25}}(?:[оеё]ва?|ина?|ына?|енко|чук|ск(?:ий|ая|ого|ой)))(?:ым|а|у|ой)?-([{UP}][{LOW}]{{2,25}}(?:[оеё]ва?|ина?|ына?|енко|чук|ск(?:ий|ая|ого|ой)))(?:ым|а|у|ой)?(?![\w-])"
)
_CAUCASIAN = re.compile(
    rf"(?<![\w-])[{UP}][{LOW}]{{2,25}}(?:швили)(?!\w)|(?<![\w-])(?:[{UP}][{LOW}]{{1,20}} [{UP}][{LOW}]{{2,20}}(?:[лнртгкзпв]ян|янц|дзе)(?:а|у|ом)?|[A-Z][a-z]{{1,20}} [A-Z][a-z]{{2,20}}(?:[lnrtgksv]yan|dze|shvili))(?!\w)"
)
"""Surnames of the Caucasus that no other word ends like; the commoner ending only beside a second capitalised word."""
_SURNAME_END = re.compile(r"(?:ым|ой|а|у|е)\Z")
_OTHER_WORDS = """
киев женев ростов саратов псков тамбов азов чернигов могилев могилёв львов харьков королев королёв кишинев кишинёв серпухов свердлов киров
азнаков  штатов эмиратов островов народов органов законов кодексов судов городов районов часов союзов профсоюзов адвокатов ветеранов
директоров прокуроров  юристов экспертов сотрудников депутатов министров психологов инвалидов журналистов осмотров покров слов голов основ
снов готов здоров сурова столов  половов правов мировов бытовов кадровов плановов домовов медов коров нов ков  мужчин женщин гражданин
гражданк карантин термин один господин хозяин причин медицин дружин магазин половин украин палестин аргентин середин  geneva moldova kiev rostov azov
kharkov kishinev pskov nova saratov tambov lvov
"""
_NO_SURNAME = frozenset(_OTHER_WORDS.split())
"""Towns, offices and other words with a surname's ending, without the ending of a case."""
_COUNTRIES = ("еңбек", "азербай", "әзірбай", "андижан", "эрзинжан", "бархан", "тархан", "астрахан", "орхан")
"""How words begin that end like a composed name and name nobody."""


def lone_given_names(text: str, titled: str) -> Iterator[tuple[int, int]]:
    """Where a given name stands. `titled` is the text with words in capitals written like names, as long as the text."""
    for match in _CAPITALISED.finditer(titled):
        name = name_in(match.group(), GIVEN) or name_in(match.group(), ONLY_WITH_A_SIGN)
        if name and _names_somebody(name, text, match):
            yield match.span()


def composed_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a name made of two stands, known by its second part."""
    for match in _COMPOSED.finditer(text):
        if not match.group().casefold().startswith(_COUNTRIES) and not is_place(text, *match.span()):
            yield match.span()


def _names_somebody(name: str, text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if is_place(text, start, end):
        return False
    capitals = text[start:end] != match.group()
    if capitals and end - start < 5:
        return False
    if name in ONLY_WITH_A_SIGN or (name in WORDS_TOO and (capitals or begins_sentence(text, start) or text[end : end + 1] == "-")):
        return has_sign(text, start, end)
    return True


def lone_surnames(text: str, titled: str) -> Iterator[tuple[int, int]]:
    """Where a surname stands, known by its ending: inside a sentence, or at its beginning with a second sign; two that a hyphen joins, likewise.
    In a sentence written in capitals every surname needs the sign.
    """
    yield from _shouted(text, titled)
    for match in _DOUBLE.finditer(text):
        told = not begins_sentence(text, match.start()) or has_sign(text, *match.span())
        if told and any(map(may_be_surname, match.groups())) and not is_place(text, *match.span()):
            yield match.span()
    for match in _CAUCASIAN.finditer(text):
        if not is_place(text, *match.span()):
            yield match.span()
    for match in _SURNAME.finditer(text):
        told = not begins_sentence(text, match.start()) or has_sign(text, *match.span())
        if told and may_be_surname(match.group()) and not is_place(text, *match.span()):
            yield match.span()
    for match in _SURNAME_AND_SIGN.finditer(text):
        if may_be_surname(match.group()) and not is_place(text, *match.span()) and has_sign(text, *match.span()):
            yield match.span()


def _shouted(text: str, titled: str) -> Iterator[tuple[int, int]]:
    """Where a surname stands in capitals before a sign in capitals."""
    lower = text.lower()
    if len(lower) != len(text):
        return
    for pattern in (_SURNAME, _SURNAME_AND_SIGN):
        for match in pattern.finditer(titled):
            start, end = match.span()
            if text[start:end].isupper() and has_sign(lower, start, end) and may_be_surname(match.group()) and not is_place(text, start, end):
                yield start, end


def korean_surnames(text: str) -> Iterator[tuple[int, int]]:
    """Where a short surname of a Korean stands with a sign of speech, treatment or custody, or beside another."""
    for match in _KOREAN.finditer(text):
        if (has_sign(text, *match.span()) or _IN_CUSTODY.match(text, match.end())) and not is_place(text, *match.span()):
            yield match.span()


def addressed(text: str) -> Iterator[tuple[int, int]]:
    """Where any capitalised word inside a sentence is followed by the way elders are addressed."""
    for match in _CAPITALISED.finditer(text):
        if _ADDRESSED.match(text, match.end()) and not begins_sentence(text, match.start()):
            yield match.span()


def may_be_surname(word: str) -> bool:
    """Whether a word with a surname's ending is none of the towns, offices and other words that have it too."""
    plain = word.casefold()
    return plain not in _NO_SURNAME and _SURNAME_END.sub("", plain) not in _NO_SURNAME


def begins_sentence(text: str, at: int) -> bool:
    """Whether a word that starts there begins a sentence, a line or an item, so that its capital tells nothing."""
    return bool(_BEGINS.search(text, max(0, at - 6), at))


def has_sign(text: str, start: int, end: int) -> bool:
    """Whether what stands about the word tells that it is a person: speech, treatment, address, age."""
    return bool(_SIGN.match(text, end) or _WEIGHED.search(text, max(0, start - 20), start))


def is_place(text: str, start: int, end: int) -> bool:
    """Whether the word is part of the name of a street, a district, an institution or a rule."""
    return bool(_PLACE_AFTER.match(text, end) or _PLACE_BEFORE.search(text, max(0, start - 20), start))
