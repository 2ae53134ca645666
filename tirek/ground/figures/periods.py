"""Days, months, years and spans of years that a text names. A period is whole days, both ends inside; an end that is open is None."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .lexicon import Lexicon
from .masks import suffix
from .tokens import Token

_DASHES = {"-", "\u2011", "–", "—"}


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day; None is open."""

    start: date | None
    end: date | None

    @property
    def years(self) -> int:
        """How many calendar years it touches; 0 where an end is open."""
        return self.end.year - self.start.year + 1 if self.start and self.end else 0

    @property
    def whole_year(self) -> int | None:
        """The year, where it is exactly one."""
        one = self.start and self.end and (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)
        return self.start.year if one and self.start and self.end and self.start.year == self.end.year else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a text: tokens from `place` on, `taken` many. `period` is None where the text gives too little (a day without its year)."""

    place: int
    taken: int
    period: Period | None
    day: bool = False


def year(number: int) -> Period:
    """The whole year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def is_year(token: Token) -> bool:
    """Four digits that may be a year."""
    return token.shape == "number" and token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100


def mentions(stream: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """All periods of a stream, from left to right."""
    found: list[Mention] = []
    place = 0
    while place < len(stream):
        one = (
            _numeric(stream, place)
            or _day(stream, place, lexicon)
            or _month(stream, place, lexicon)
            or _span(stream, place, lexicon)
            or _year(stream, place, lexicon)
        )
        if one:
            found.append(one)
        place += one.taken if one else 1
    return found


def _made(numbers: tuple[int, int, int]) -> date | None:
    try:
        return date(*numbers)
    except ValueError:
        return None


def _numeric(stream: Sequence[Token], place: int) -> Mention | None:
    """16.01.2025"""
    parts = stream[place].text.split(".") if stream[place].shape == "number" else []
    if len(parts) != 3 or not all(one.isdigit() for one in parts) or len(parts[2]) != 4:
        return None
    day = _made((int(parts[2]), int(parts[1]), int(parts[0])))
    return Mention(place, 1, Period(day, day) if day else None, day=True)


def _with_year(stream: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """The year at this place and how many tokens it takes with its word and the comma before."""
    comma = 1 if place < len(stream) and stream[place].text == "," else 0
    if place + comma < len(stream) and is_year(stream[place + comma]):
        return int(stream[place + comma].text), comma + 1 + _year_word(stream, place + comma + 1, lexicon)
    return None, 0


def _year_word(stream: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Tokens of "г.", "года", "жылы" at this place, with their hyphen."""
    hyphen = 1 if place < len(stream) and stream[place].text in _DASHES and place and stream[place].start == stream[place - 1].end else 0
    found = lexicon.year_words.at(stream, place + hyphen)
    if not found:
        return 0
    after = place + hyphen + found[0]
    dot = 1 if after < len(stream) and stream[after].text == "." and len(stream[after - 1].text) <= 2 else 0
    return hyphen + found[0] + dot


def _day(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """7 May 2024; 5 марта; May 7, 2024; 2024 жылғы 3 маусым."""
    token = stream[place]
    if token.shape == "number" and token.text.isdigit() and len(token.text) <= 2 and 1 <= int(token.text) <= 31:
        skip = 1 if place + 1 < len(stream) and stream[place + 1].text in _DASHES else 0
        month = lexicon.months.at(stream, place + 1 + skip)
        if month:
            number, taken = _with_year(stream, place + 1 + skip + month[0], lexicon)
            day = _made((number, month[1], int(token.text))) if number else None
            return Mention(place, 1 + skip + month[0] + taken, Period(day, day) if day else None, day=True)
    month = lexicon.months.at(stream, place)
    if (
        month
        and lexicon.language == "en"
        and place + 2 < len(stream)
        and stream[place + 1].text.isdigit()
        and len(stream[place + 1].text) <= 2
    ):
        number, taken = _with_year(stream, place + 2, lexicon)
        day = _made((number, month[1], int(stream[place + 1].text))) if number else None
        return Mention(place, 2 + taken, Period(day, day) if day else None, day=True) if number else None
    return None


def _month(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """March 2024."""
    month = lexicon.months.at(stream, place)
    number, taken = _with_year(stream, place + month[0], lexicon) if month else (None, 0)
    if not month or not number:
        return None
    return Mention(place, month[0] + taken, Period(date(number, month[1], 1), date(number, month[1], monthrange(number, month[1])[1])))


def _span(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """2019–2022 годы; с 2019 по 2022 год; 2023/24 is none."""
    if not is_year(stream[place]) or place + 2 >= len(stream):
        return None
    step = 1 + _year_word(stream, place + 1, lexicon)
    joint = stream[place + step] if place + step < len(stream) else None
    other = stream[place + step + 1] if place + step + 1 < len(stream) else None
    if not joint or not other or not is_year(other):
        return None
    before = stream[place - 1].folded if place else ""
    joined = joint.text in _DASHES or joint.folded in {"по", "to", "until"} or (joint.folded == "and" and before == "between")
    if not joined or int(other.text) <= int(stream[place].text):
        return None
    taken = step + 2 + _year_word(stream, place + step + 2, lexicon)
    return Mention(place, taken, Period(date(int(stream[place].text), 1, 1), date(int(other.text), 12, 31)))


def _year(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    """A year with its word, or four digits that count nothing and may be a year; "2024 жылғы 3 маусым" is a day."""
    if not is_year(stream[place]):
        return None
    number, word = int(stream[place].text), _year_word(stream, place + 1, lexicon)
    if not word:
        letters, joined = suffix(stream, place)
        if letters and letters in lexicon.ordinal_endings:
            return Mention(place, 1 + joined, year(number))
        counts = lexicon.units.at(stream, place + 1) or lexicon.scales.at(stream, place + 1) or lexicon.percents.at(stream, place + 1)
        opens = place > 0 and (stream[place - 1].text in _OPENING or _names(stream, place))
        if letters or (counts and not opens) or (place + 1 < len(stream) and stream[place + 1].text in {"€", "$", "₸"}):
            return None
        return None if _one_end(stream, place) else Mention(place, 1, year(number))
    after = place + 1 + word
    day = _day(stream, after, lexicon) if after < len(stream) else None
    if day and lexicon.language in {"kk", "ky"}:
        token = stream[after]
        month = lexicon.months.at(stream, after + 1 + (1 if stream[after + 1].text in _DASHES else 0))
        made = _made((number, month[1], int(token.text))) if month else None
        return Mention(place, 1 + word + day.taken, Period(made, made) if made else None, day=True)
    return Mention(place, 1 + word, year(number))


def _names(stream: Sequence[Token], place: int) -> bool:
    """Whether a year names one thing: "the 2022 inspection", "its 2023 report" count no inspections; "the 2022 women" would count."""
    behind = stream[place + 1].folded if place + 1 < len(stream) else ""
    return stream[place - 1].folded in _ARTICLES and bool(behind) and not behind.endswith("s") and behind not in _MANY


def _one_end(stream: Sequence[Token], place: int) -> bool:
    """Whether four bare digits are one end of "с 1975 до 673", whose other end is no year: then they count something."""
    words = [one.folded for one in stream[max(0, place - 3) : place]]
    behind = stream[place + 1 : place + 3]
    if words and words[-1] in _FROM and len(behind) == 2 and behind[0].folded in _TO:
        return behind[1].shape == "number" and not is_year(behind[1])
    if len(words) == 3 and words[0] in _FROM and words[2] in _TO:
        return stream[place - 2].shape == "number" and not is_year(stream[place - 2])
    return False


_OPENING = frozenset({"In", "By", "Since", "Until", "During"})
"""Before a year at the head of a sentence: "In 2022 complaints rose" counts no 2022 complaints."""
_ARTICLES = frozenset({"the", "its", "their", "his", "her", "our"})
_MANY = frozenset({"people", "women", "men", "children", "staff", "personnel", "police"})
_FROM = frozenset({"с", "со", "от", "from"})
_TO = frozenset({"до", "to"})
