"""The patterns of the text check: names, dates, cells, births in Russian, Kazakh, Kyrgyz and English. Every repetition is bounded.

They are written for a folded text (see text_folding): one kind of space, dash and digit, line breaks as they stand.
"""

import re

UP, LOW = "А-ЯЁӘҒҚҢӨҰҮҺІ", "а-яёәғқңөұүһі"
WORD = rf"[{UP}](?:'[{UP}])?[{LOW}]{{1,30}}(?:'[{LOW}]{{1,20}})?(?:-[{UP}][{LOW}]{{1,30}})?"
LATIN = r"[A-ZÀ-ÖØ-Þ](?:'[A-Z])?[a-zß-öø-ÿ'’]{1,30}(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,30})?"
GAP = r"[ \n]{1,3}"
DOT = r"\.[ \n]{0,2}"

_MONTHS = (
    "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|"
    "қыркүйек|қазан|қараша|желтоқсан|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
_ORDINAL = r"(?:-?(?:го|ого|е|ое|му|шы|ші|чы|чи|чу|чү|st|nd|rd|th))?"
_SPELT = (
    "(?:двадцать |тридцать )?(?:перв|втор|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат|"
    "шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат)(?:ого|ое|ому)|(?:двадцать |тридцать )?треть(?:его|е|ему)"
)
DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}{_ORDINAL}[ \n-]{{1,2}}(?:of )?(?:{_MONTHS})"
    rf"|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]|[ ]?(?:м\b|кв|ч\b|час|%|мин)))"
    rf"|\b(?:{_MONTHS})[a-z{LOW}]{{0,6}} (?:the )?\d{{1,2}}{_ORDINAL}\b|\b(?:{_SPELT}) (?:{_MONTHS})"
    r"|\b(?:вчера|позавчера|накануне|yesterday|кеше|кечээ)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROOM = r"(?:камер|палат|карцер|ячейк|бокс)"
CELL = re.compile(
    rf"\b(?:{_ROOM}[{LOW}]{{0,6}}|cell|ward)[ ]{{0,2}}(?:№|n°|no\.?|number|номер[{LOW}]{{0,3}})?[ ]{{0,2}}(?:[a-z{LOW}]-?)?\d{{1,4}}(?:-?[a-z{LOW}])?\b"
    rf"(?![ ]?(?:чел|осужд|заключ|мест|кв|м²|м\b|лиц|койк|адам|киши|кісі|person|people|m2|sq|bed|detain|prison|inmate))"
    rf"|(?:№[ ]?)?(?<!\d)\d{{1,4}}[{LOW}]?(?:-?[ ]?(?:шы|ші|чи|чы|чү|чу))?[ -]{{1,2}}{_ROOM}[{LOW}]{{0,6}}",
    re.IGNORECASE,
)
BIRTH = re.compile(
    r"\bродил(?:ся|ась)\b|\bг\. ?р\.|\bгод[а]? рождения\b|\bдат\w{1,2} рождения\b|\bтуған\b|\bтуулган\b|\bborn\b|\bdate of birth\b|\bdob\b",
    re.IGNORECASE,
)
AGE_OR_SEX = re.compile(
    r"\b\d{1,3}[ -](?:лет|год|жаста|жашта|жастағы|жаштагы|years?)|\b(?:мужчин|женщин|ер адам|әйел|эркек|аял|male|female|man|woman)",
    re.IGNORECASE,
)
