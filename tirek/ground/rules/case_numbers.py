"""Numbers that lead to a person in a folded text: of a personal file, of a detained person, of a passport or card, of a telephone.

An institution's telephone names nobody: a number is left alone where the words about it speak of reception or a hot line. It knows no person.
"""

import re
from collections.abc import Iterator

from tirek.ground.rules.text_patterns import LOW, UP

_NO = r"(?:№|[Nn][oо]\.?|N|#|[Нн]омер[а-я]{0,3}|number)"
_DETAINED = (
    rf"(?:осужд[её]нн|заключ[её]нн|задержанн|арестованн|подследственн|пациент|воспитанник)[{LOW}]{{0,3}}|сотталған|ұсталған|қамалған|соттолгон|кармалган|камалган|"
    r"detainee|prisoner|inmate|convict|patient"
)
_FILE = (
    rf"(?:личн|уголовн|учётн|учетн|арестантск)[{LOW}]{{2,3}} (?:дел|карточк)[{LOW}]{{0,3}}|\bл/д|\bдел[оауе]|\bКУСП|(?:жеке|қылмыстық|кылмыш) (?:іс|иш)[{LOW}]{{0,6}}|"
    r"(?:personal|prison|criminal|case) (?:file|case)"
)
_ONE_DETAINED = (
    r"(?:осужд[её]нн|заключ[её]нн|задержанн|арестованн|подследственн)(?:ый|ого|ому|ым|ом|ая|ой|ую)|сотталған|соттолгон|қамаудағы|камактагы|тұтқын|"
    r"detainee|prisoner|inmate|convict"
)
"""One of them: a camp of convicts may have a number of two digits, a person as well."""
NUMBER_OF_ONE = re.compile(
    rf"\b(?:{_ONE_DETAINED}),? ?{_NO} ?\d{{2,6}}(?![\d.,]\d)|\b(?:арестантск|тюремн|лагерн)[{LOW}]{{2,3}} {_NO} ?:? ?\d[\d/-]{{1,20}}|"
    rf"\bномер (?:{_ONE_DETAINED}) ?:? ?\d[\d/-]{{1,20}}|\b(?:personal|prison|case) file:? \d{{1,6}}[/-]\d[\d/-]{{0,20}}", re.IGNORECASE
)
FILE = re.compile(rf"\b(?:{_DETAINED}),? ?{_NO} ?\d[\d/-]{{2,20}}|\b(?:{_FILE}),? ?{_NO} ?\d[\d/-]{{1,20}}|\bномер (?:[{LOW}]{{1,12}} )?дела:? ?(?:{_NO} ?)?\d[\d/-]{{1,20}}|{_NO} ?\d[\d/-]{{2,20}} ?(?:{_DETAINED}|(?:жеке|қылмыстық|кылмыш) (?:іс|иш))", re.IGNORECASE)

_DOCUMENT = (
    rf"паспорт[{LOW}]{{0,4}}|удостоверени[{LOW}]{{1,2}}(?: личности)?|төлқұжат[{LOW}]{{0,4}}|(?:жеке )?куәлі[{LOW}]{{1,5}}|күбөлү[{LOW}]{{1,5}}|passport|identity card|id card|travel document"
)
NAMED_PAPER = re.compile(rf"\b(?:{_DOCUMENT})[ :,(-]{{0,3}}(?:сери[{LOW}]{{1,2}} ?)?(?:[A-Z{UP}]{{1,2}} ?)?(?:{_NO} ?)?\d{{6,9}}(?!\d)", re.IGNORECASE)
PAPER = re.compile(r"(?<![\w-])(?:[NН] ?\d{8}|(?:ID|AN|AC|PE|АН|АС|РЕ) ?(?:№ ?)?\d{7,9})(?![\d-])")

_PLUS = r"\+(?!7[ (.-]{0,3}7[12]|996[ (.-]{0,3}3)\d(?:[ ().-]{0,2}\d){9,13}"
_MOBILE = r"\b8[ (.-]{0,2}(?:7[04567]|9\d)\d(?:[ ).-]{0,2}\d){7}|\b0[ (-]{0,2}[2579]\d\d(?:[ )-]{0,2}\d){6}"
TELEPHONE = re.compile(rf"(?<![\d+])(?:{_PLUS}|{_MOBILE})(?!\d)")
_LANDLINE = r"(?:\b8|\+7)[ (-]{0,2}\d{3}(?:[ )-]{0,2}\d){7}(?!\d)"
_PERSONS = (
    rf"\b(?:матер|мам|отц|отец|жен[аыеу]|муж|сестр|брат|родствен|близк|адвокат|домашн|туыс|тууган|ана|апа|әке|ата)[{LOW}]{{0,6}}|mother|father|wife|husband|sister|brother|relative|lawyer|home|family"
)
_RELATIVES = re.compile(rf"(?:{_PERSONS})[^.!?\n]{{0,30}}(?P<number>{_LANDLINE})", re.IGNORECASE)
_SERVICE = re.compile(
    r"при[её]м|доверия|горяч|дежурн|канцеляр|учрежден|редакц|hot ?line|helpline|reception|duty|institution|office|қабылда|сенім|жедел|мекеме|кабыл ал|ишеним|круглосуточ|бесплатн|inquir|enquir|street|fax|@|факс|справ|байланыш",
    re.IGNORECASE,
)


def case_numbers(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where such a number stands, why it is noticed (a key of REASONS) and how surely it leads to a person."""
    for pattern in (FILE, NUMBER_OF_ONE):
        for match in pattern.finditer(text):
            yield *match.span(), "number-file", "medium"
    for pattern in (NAMED_PAPER, PAPER):
        for match in pattern.finditer(text):
            yield *match.span(), "number-paper", "medium"
    for match in TELEPHONE.finditer(text):
        if not _SERVICE.search(text, max(0, match.start() - 40), match.end() + 25):
            yield *match.span(), "number-telephone", "low"
    for match in _RELATIVES.finditer(text):
        yield *match.span("number"), "number-telephone", "medium"
