"""The patterns of the text check: names, dates, cells, births in Russian, Kazakh, Kyrgyz and English. Every repetition is bounded."""

import re

UP, LOW = "А-ЯЁӘҒҚҢӨҰҮҺІ", "а-яёәғқңөұүһі"
WORD = rf"[{UP}][{LOW}]{{1,30}}(?:-[{UP}][{LOW}]{{1,30}})?"
LATIN = r"[A-Z][a-z'’]{1,30}(?:-[A-Z][a-z]{1,30})?"
GAP = r"[ \t\u00a0\n]{1,3}"
DOT = r"\.[ \u00a0]?"

NUMBER = re.compile(r"(?<![0-9])(?:[0-9](?:[ \u00a0-]?[0-9]){13}|[0-9](?:[ \u00a0-]?[0-9]){11})(?![0-9])")

_MONTHS = (
    "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|"
    "қыркүйек|қазан|қараша|желтоқсан|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[ -](?:{_MONTHS}))|\b(?:{_MONTHS})[a-z]{{0,6}} \d{{1,2}}\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CELL = re.compile(
    r"\b(?:камер\w{0,6}|cell)[ ]?(?:№|no\.?|number)?[ ]?\d{1,4}\b|(?:№[ ]?)?(?<!\d)\d{1,4}(?:-?[ ]?(?:шы|ші|чи|чы|чү|чу)?)?[ -]камера\w{0,6}",
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

_CUE = (
    r"(?:[Оо]сужд[её]нн|[Зз]аключ[её]нн|[Зз]адержанн|[Аа]рестованн|[Пп]одследственн|[Пп]одозреваем|[Оо]бвиняем|[Пп]отерпевш)[а-я]{2,3}|"
    r"(?:[Пп]ациент|[Вв]оспитанни[кц]|[Гг]ражданин|[Гг]ражданк|[Тт]ұтқын|[Аа]замат|[Пп]ациент|[Жж]аран)[а-яәғқңөұүһі]{0,5}|[Гг]р\.|"
    r"[Сс]отталған|[Ұұ]сталған|[Ққ]амалған|[Ққ]амаудағы|[Тт]ергеудегі|[Сс]оттолгон|[Кк]армалган|[Кк]амалган|[Кк]амактагы"
)
_CUE_LATIN = r"[Dd]etainee|[Pp]risoner|[Ii]nmate|[Cc]onvict|[Pp]atient|[Rr]esident|[Ss]uspect|[Aa]ccused|Mr\.?|Mrs\.?|Ms\.?"
_PLAIN = r"(?!(?:Rights?|Rules?|Convention|Register|Act|Code|Law|Committee|Protocol|Health|Care|Services?|Казахстан|Қазақстан|Кыргызстан|Республик)\w{0,5}\b)"
_PATRONYMIC = (
    rf"[{UP}][{LOW}]{{1,25}}(?:(?:ович|евич|ьич)(?:а|у|ем|е)?|(?:овн|евн|ичн)(?:а|ы|у|е|ой)|(?:ұлы|қызы|улы|кызы|уулу)[{LOW}]{{0,4}})\b"
)
_SON_OF = rf"{WORD}{GAP}(?:уулу|кызы|ұлы|қызы|улы)\b"
_SURNAME = rf"[{UP}][{LOW}]{{1,25}}(?:ов|ев|ёв|ова|ева|ского|ский|ская|енко)(?:а|у|ым|ой|е)?"
_PATRONYMIC_LATIN = r"[A-Z][a-z]{1,25}(?:ovich|evich|ovna|evna|uly|uulu|kyzy|qyzy)\b"
_SURNAME_LATIN = r"[A-Z][a-z]{1,25}(?:ov|ova|ev|eva|enko|sky|skaya)\b"

NAMES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("name-initials", re.compile(rf"\b{WORD}{GAP}[{UP}]{DOT}(?:[{UP}]\.)?"), "high"),
    ("name-initials", re.compile(rf"\b[{UP}]{DOT}(?:[{UP}]{DOT})?{WORD}\b"), "high"),
    ("name-initials", re.compile(rf"\b{LATIN}{GAP}[A-Z]\.(?:[ ]?[A-Z]\.)?(?!\w)"), "medium"),
    ("name-initials", re.compile(rf"\b[A-Z]{DOT}(?:[A-Z]{DOT})?{LATIN}\b"), "medium"),
    ("name-patronymic", re.compile(rf"\b(?:{WORD}{GAP}){{1,2}}{_PATRONYMIC}(?:{GAP}{_SURNAME}\b)?"), "high"),
    ("name-patronymic", re.compile(rf"\b(?:{WORD}{GAP}){{0,2}}{_SON_OF}(?:{GAP}{WORD})?"), "high"),
    ("name-patronymic", re.compile(rf"\b(?:{LATIN}{GAP}){{1,2}}{_PATRONYMIC_LATIN}"), "high"),
    ("name-patronymic", re.compile(rf"\b{LATIN}{GAP}(?:uulu|kyzy|uly|qyzy)\b(?:{GAP}{LATIN})?"), "high"),
    ("name-surname", re.compile(rf"\b{_SURNAME}{GAP}{WORD}\b"), "medium"),
    ("name-surname", re.compile(rf"\b{WORD}{GAP}{_SURNAME}\b"), "medium"),
    ("name-surname", re.compile(rf"\b{LATIN}{GAP}{_SURNAME_LATIN}|\b{_SURNAME_LATIN}{GAP}{LATIN}"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_CUE}){GAP}{_PLAIN}{WORD}(?:{GAP}{WORD})?\b"), "medium"),
    ("name-after-word", re.compile(rf"\b(?:{_CUE_LATIN}){GAP}{_PLAIN}(?:{LATIN}|[A-Z])\b(?:{GAP}{LATIN})?"), "medium"),
)
