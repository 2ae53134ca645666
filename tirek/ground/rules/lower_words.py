"""Words that tell names written without capitals: surnames by their shape, what stands before and after a name, words that only look like one.

Data and shapes only: where a name stands is said in lower_names.
"""

import re

from tirek.ground.rules.given_names import GIVEN
from tirek.ground.rules.text_patterns import LOW

_CASE = r"(?:ым|ой|[ауе]|[гғкқ][аеоө]|[дтн][аеыіиуоө][нң]?)?"
_OF_A_NAME = re.compile(rf"([{LOW}]{{3,25}})(?:[ое]в|ёв)а?{_CASE}")
_FORMANT = re.compile(
    rf"[{LOW}]{{2,20}}(?:бек|бай|ба|кул|хан|жан|гали|гелди|кельди|мурат|мамбет|мамат|темир|султан|болот|болат|ахмет|магомед|берди|гази|кожо|ходжа|бакы)"
    rf"(?:[ое]в|ёв)а?{_CASE}|[{LOW}]{{2,20}}швили(?:ге|ди|ни)?"
)
_COMMON = (
    "ильин|никитин|кузьмин|фомин|сидоров|смирнов|васильев|григорьев|дмитриев|юрьев|ибраимов|сулейманов|сулейменов|оспанов|абдрахманов|искаков|смагулов|касымов|"
    "садыков|усенов|жапаров|мамытов|токтосунов|юсупов|умаров|мамедов|гусейнов"
)
_ONE_BY_ONE = re.compile(rf"(?:{_COMMON})а?{_CASE}")
"""Common surnames that are no given name of the list with an ending, and no other word."""
_GOODS = frozenset(["роман", "алмаз", "талант", "канат", "султан", "эмир", "лев", "болат", "булат", "дастан", "зарин", "амин", "марсел", "тимер", "олень", "мамат"])
"""Given names that are things as well: a genitive plural (романов, талантов) is no surname."""
_NO_FORMANT = ("узбек", "баклажан", "бархан", "каштан", "орангутан", "скорбе", "молекул", "трибун")

WEAK = re.compile(rf"[{LOW}]{{2,25}}(?:(?:[оеё]в|ин|ын)(?:а|у|ым|ой|е)?|енко|чук)")
"""What ends like a surname, and like many other words."""
WEAK_ADJECTIVE = re.compile(rf"[{LOW}]{{3,25}}[сц]к(?:ий|ая|ого|ому|ую)")
WEAK_LATIN = re.compile(r"[a-z]{2,25}(?:ova?|eva?|enko|sky|skaya|uly|kyzy|qyzy|uulu)")
NOMINATIVE = re.compile(r".+(?:[оеё]ва?|ина?|ына?|енко|чук)")
GENITIVE = re.compile(r".+(?:[оеё]ва|[оеё]вой|ина|иной|ына|енко)")
TURKIC_CASE = re.compile(r".+[ндт][иы]н")
"""A genitive of Kazakh and Kyrgyz ends like a surname too (мекеменин)."""
_NO_SURNAME = """
старшин грузин осетин татарин россиян семьянин блондин кузин вдов королев сов глав сторон карантин бензин витамин медицин половин
кийин чейин дейин тийин улам анын мунун менин сенин биздин кимдин өзүнүн алдын артын акын жакын үчүн астын жарым мурун мурдагын
основ нов готов здоров суров слов прав снов слев справ отдел один ров кров покров зов плов улов засов остров кисов колодин
"""
NO_SURNAME = frozenset(_NO_SURNAME.split())
"""Words that end like a surname and name nobody, without the ending of a case; more stand in lone_names."""

RUSSIAN_WORDS = frozenset(["вера", "надежда", "роман", "лев", "роза", "дана", "лола", "семен", "паша", "коля", "женя", "оля", "захар", "света", "али", "саша", "марина", "рамазан", "жасмин", "гаухар", "меруерт"])
"""Given names that are words of Russian, or of Kazakh and Kyrgyz for no person: they need a verb of speech."""
PERSONS = frozenset(["азамат", "жолдош", "султан", "паша", "адам", "бала", "ажар", "жамал", "арман", "ермек", "бакыт", "бақыт", "талант", "мирза", "айым"])
"""Given names that are Kazakh and Kyrgyz words for persons and goods: there they need more than a verb of their own tongue."""

SAID = re.compile(
    r"[ \n]{1,3}(?:(?:не|тоже|нам|мне|также|ещё|еще) )?(?:(?:рас|под)?сказала?|говорит|говорила?|сообщила?|сообщает|заявила?|заявляет|пояснила?|поясняет|"
    r"утверждает|утверждала?|жалуется|(?:по)?жалова(?:лся|лась)|(?:по)?просила?|просит|показала?|плачет|плакала?|добавила?|вспомнила?|избита?|был[аи]? избита?)(?!\w)"
)
"""A verb of speech in Russian behind a name."""
TOLD = re.compile(r"[ \n]{1,3}(?:айтты|айтат|айтады|айтқан|айткан|деді|деди|шағымданды|арызданды|даттанды|жылады|ыйлады)(?!\w)")
CALLED = re.compile(
    r"[ \n]{1,3}(?:деген|есімді|ысымдуу|атты|аттуу)[ \n]{1,3}(?:жігіт|жигит|адам|кісі|киши|еркек|ер кісі|әйел|аял|қыз|кыз|бала|сотталған|соттолгон|ұсталған|кармалган|қамалған|камалган)"
)
"""A word for a person of whom a name is told: дәурен деген жігіт."""
BENT = re.compile(rf"([{LOW}]{{3,25}}[бвгдзклмнпртш])(?:а|ом)")
"""A Russian case of a name: a Kazakh or Kyrgyz word is bent in another way. One in -с looks like a condition (алмаса, жараса)."""
BENT_TOO = frozenset(["кубан", "улан", "омар", "асан"]) | _GOODS
"""Names that are words in such a case as well: улана (going on), омара (of a lobster)."""
BY_THE_WORDS = re.compile(r"\b(?:по словам|со слов|по рассказу|жалоба|according to) \Z", re.IGNORECASE)
INITIALS = (
    re.compile(rf"(?<!\w)(?P<name>[{LOW}]{{3,30}})[ ](?P<letters>[{LOW}]\. ?[{LOW}])\."),
    re.compile(rf"(?<!\w)(?P<letters>[{LOW}]\. ?[{LOW}])\.[ ]?(?P<name>[{LOW}]{{3,30}})(?!\w)"),
)
ABBREVIATIONS = frozenset(["те", "тд", "тп", "тк", "тн", "тч", "ио", "гр", "нэ", "га", "жб", "жд", "ув", "мб"])

CUE = re.compile(
    r"(?:осужд[её]нн|заключ[её]нн|задержанн|арестованн|подследственн|подозреваем|обвиняем|потерпевш)(?P<of>ый|ий|ая|ого|его|ому|ему|ую)|"
    r"(?:пациент|гражданин|воспитанник)(?P<noun>[ау]|ом)?|(?:пациентк|гражданк|воспитанниц)(?P<her>[аеиу])|"
    r"(?P<turkic>сотталған|ұсталған|қамалған|қамаудағы|тергеудегі|соттолгон|кармалган|камалган|камактагы)|"
    r"(?P<latin>detainee|prisoner|inmate|convict|patient|suspect|mr|mrs|ms)"
)
AGREES = {
    "ый": ("ов", "ев", "ёв", "ин"), "ий": ("ов", "ев", "ёв", "ин"), "ая": ("ова", "ева", "ёва", "ина"), "ого": ("ова", "ева", "ёва", "ина"),
    "его": ("ова", "ева", "ёва", "ина"), "ому": ("ову", "еву", "ёву", "ину"), "ему": ("ову", "еву", "ёву", "ину"), "ую": ("ову", "еву", "ёву", "ину"),
    "": ("ов", "ев", "ёв", "ин"), "а": ("ова", "ева", "ёва", "ина"), "у": ("ову", "еву", "ёву", "ину"), "ом": ("овым", "евым"),
}  # fmt: skip
"""The endings of a surname that agree with the word for a detained person before it."""
UNBENT = ("енко", "чук")
"""Endings of a surname that agree with every such word: they are bent for nobody, or for men alone."""

OTHERS = frozenset(["атайды", "атайт", "атайын", "сараны", "саранын", "далада", "аланда", "али", "алиде", "дани", "вали", "жени", "тани", "лени", "кати", "маши", "омарта", "омартада"])
"""Forms of other words that look like a case of a given name."""

_NEVER_BEFORE = """
когда потом вчера сегодня также ещё еще уже если что как чтобы или и а но там тут затем после перед этот эта он она его её ее мой наш врач
кеше кечээ бүгін бүгүн кейін кийин содан анан сосын және жана бірақ бирок біз биз ол ал деп бала қыз кыз
when then that later and but yesterday today also the a an our his her my by with of to from who whom where after before as if so is was mr mrs ms
for in on at not all one two detainee prisoner inmate doctor
"""
NEVER_BEFORE = frozenset(_NEVER_BEFORE.split())
"""Words beside a name that are no part of it."""


def strong(word: str) -> bool:
    """Whether a word in small letters is a surname by its very shape: made of a given name, or with a part that surnames alone have."""
    if word.startswith(_NO_FORMANT):
        return False
    if _ONE_BY_ONE.fullmatch(word) or _FORMANT.fullmatch(word):
        return True
    match = _OF_A_NAME.fullmatch(word)
    stem = match[1] if match else ""
    return stem not in _GOODS and (stem in GIVEN or f"{stem}й" in GIVEN)
