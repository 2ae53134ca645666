"""Columns of a spreadsheet that comes in or goes out: what stands in a cell and how it is read, as plain values. They know no noun.

A cell that came in is a text, a number, a day, a moment, a truth value, nothing, or a `Fault`. What is read of it is a `Value`; an empty cell is
None and says nothing: it never empties what is there.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

from tirek.ground.rules.sheet_refusals import (
    BeyondLimits,
    CellFaulty,
    DayAmbiguous,
    DayUnclear,
    NoneOfThese,
    NotOnList,
    NumberUnclear,
    TextTooLongForCell,
    TruthUnclear,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell has no value: `formula` (none was saved), `merged` (it lies under a merged cell), or `error` (`text` is the formula's error)."""

    code: str
    text: str = ""


Cell = str | int | Decimal | date | datetime | bool | Fault | None
Value = str | int | Decimal | date | bool | tuple[str, ...] | None
Kind = Literal["text", "day", "whole", "decimal", "truth", "choice", "choices", "thing"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the codes that a cell may name; `names` are all the ways to say it, in every language."""

    code: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `words` is its name (an English msgid), `hint` a sentence on what belongs there.

    `needed`: a new thing cannot be made without it. `of`: for a `thing`, the kind of sheet whose reference or name stands in the cell.
    `low` and `high` bound numbers, both included; `most` characters of a text. `also`: other names under which offices keep such a column.
    """

    key: str
    words: str
    kind: Kind = "text"
    needed: bool = False
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    of: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    most: int = 2_000
    also: tuple[str, ...] = ()


YES = frozenset({"да", "иә", "иа", "ооба", "yes", "true", "истина", "1", "+", "x", "х", "v", "✓", "✔"})
NO = frozenset({"нет", "жоқ", "жок", "no", "false", "ложь", "0", "-", "–", "—"})
_UNSEEN = {ord(each): None for each in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_ROOM = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_MIDNIGHT = re.compile(r"[ T]+0{1,2}:00(:00)?(\.0+)?$")
_YEAR_SIGN = re.compile(r"\s*(г\.?|года|ж\.?|жылы?|-?ж\.?)$", re.IGNORECASE)
_WORDED = re.compile(r"[\w\s.,«»\"“”-]{6,40}")
_PART = re.compile(r"\d+|[^\W\d_]+")
_YEAR_WORDS = frozenset(["г", "год", "года", "ж", "жыл", "жылы", "жылғы", "жылдың", "жылдын"])
MONTHS = {
    name: number
    for names in (
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        "қаңтары ақпаны наурызы сәуірі мамыры маусымы шілдесі тамызы қыркүйегі қазаны қарашасы желтоқсаны",
        "январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
    )
    for number, name in enumerate(names.split(), start=1)
}
"""Months as words, also in the form that stands after a day."""
_FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def value_of(column: Column, cell: Cell) -> Value:
    """What a cell says in its column; None for an empty one. Raises one of `sheet_refusals`."""
    if isinstance(cell, Fault):
        raise CellFaulty(why=cell.code, text=cell.text)
    if cell is None or (isinstance(cell, str) and not _tidy(cell)):
        return None
    match column.kind:
        case "day":
            return day_of(cell)
        case "whole" | "decimal":
            return number_of(column, cell)
        case "truth":
            return truth_of(cell)
        case "choice":
            return choice_of(column, text_of(cell))
        case "choices":
            return tuple(sorted({choice_of(column, part) for part in _parts(column, text_of(cell))}))
    text = text_of(cell)
    if len(text) > column.most:
        raise TextTooLongForCell(length=len(text), limit=column.most)
    return text


def text_of(cell: Cell) -> str:
    """A cell as text, without signs that nobody sees and without room round it."""
    match cell:
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return cell.isoformat(sep=" ", timespec="minutes")
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
        case Fault() | None:
            return ""
    return _tidy(str(cell))


def day_of(cell: Cell) -> date:
    """A day: a cell that is one, `31.12.2024`, `2024-12-31`, one with its month in words, or `31/12/2024` where no other reading is a day. Raises DayUnclear, DayAmbiguous."""
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
    text = _YEAR_SIGN.sub("", _MIDNIGHT.sub("", text_of(cell)))
    try:
        if found := _DAY_FIRST.fullmatch(text):
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            if found[2] == "/" and first != second and first <= 12 and second <= 12:
                raise DayAmbiguous(text=text)
            return _within(date(year, second, first), text)
        if found := _YEAR_FIRST.fullmatch(text):
            return _within(date(int(found[1]), int(found[3]), int(found[4])), text)
        if said := in_words(text_of(cell)):
            return _within(date(*said), text)
    except ValueError:
        pass
    raise DayUnclear(text=text)


def in_words(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a day whose month is a word, as `5 марта 2024 г.`, `2024 жылғы 5 наурыз` or `March 5, 2024`; None for anything else."""
    if not _WORDED.fullmatch(text):
        return None
    parts = [each for each in _PART.findall(text.casefold()) if each not in _YEAR_WORDS]
    months = [MONTHS[each] for each in parts if each in MONTHS]
    years, days = ([int(each) for each in parts if each.isdigit() and len(each) in sizes] for sizes in ((4,), (1, 2)))
    return (years[0], months[0], days[0]) if len(parts) == 3 and len(years) == len(months) == len(days) == 1 else None


def _within(day: date, text: str) -> date:
    """The day, unless its year cannot be meant."""
    if not 1800 <= day.year <= 2200:
        raise DayUnclear(text=text)
    return day


def number_of(column: Column, cell: Cell) -> int | Decimal:
    """A number, whole or not, within the column's bounds. Raises NumberUnclear, BeyondLimits."""
    if isinstance(cell, bool | date):
        raise NumberUnclear(text=text_of(cell))
    text = _ROOM.sub("", text_of(cell)).replace("−", "-")
    try:
        if not _FIGURE.fullmatch(text):
            raise InvalidOperation
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise NumberUnclear(text=text_of(cell)) from None
    if column.kind == "whole" and found != found.to_integral_value():
        raise NumberUnclear(text=text_of(cell))
    if (column.low is not None and found < column.low) or (column.high is not None and found > column.high):
        raise BeyondLimits(text=text_of(cell), low=column.low, high=column.high)
    return int(found) if column.kind == "whole" else found


def truth_of(cell: Cell) -> bool:
    """Yes or no in any of the four languages. Raises TruthUnclear."""
    if isinstance(cell, bool):
        return cell
    said = text_of(cell).casefold()
    if said in YES or said in NO:
        return said in YES
    raise TruthUnclear(text=text_of(cell))


def choice_of(column: Column, text: str) -> str:
    """The code that a text names, by code or by name in any language, whatever the case. Raises NoneOfThese with what is most like it, NotOnList."""
    spelled: dict[str, str] = {}
    for choice in column.choices:
        for name in choice.names:  # a name that two codes have says neither
            spelled[_name(name)] = "" if spelled.get(_name(name), choice.code) != choice.code else choice.code
    spelled |= {_name(choice.code): choice.code for choice in column.choices}
    found = spelled.get(folded(text))
    if not found:
        near = difflib.get_close_matches(folded(text), [name for name, code in spelled.items() if code], n=1, cutoff=0.6)
        if not near:
            raise NotOnList(text=text[:80])
        raise NoneOfThese(text=text[:80], near=_said(column, spelled[near[0]]))
    return found


def _parts(column: Column, text: str) -> list[str]:
    """The choices of a cell that names several: semicolons, lines and commas divide them, but for a comma within a name."""
    names = {_name(name) for choice in column.choices for name in choice.names}
    whole = [part for part in re.split(r"[;\n]", text) if part.strip()]
    return [one for part in whole for one in ([part] if folded(part) in names else part.split(",")) if one.strip()]


def _said(column: Column, code: str) -> str:
    """A choice as it may be written."""
    return next((choice.names[0] if choice.names else choice.code for choice in column.choices if choice.code == code), code)


def folded(text: str) -> str:
    """A text without regard to case, ё, quotation marks, hyphens and the room between words."""
    plain = unicodedata.normalize("NFC", text.translate(_UNSEEN)).casefold().replace("ё", "е")
    return " ".join(re.sub(r"[«»“”„\"'’`*:()\[\].,;/_–—-]", " ", plain).split())


@lru_cache(maxsize=4096)
def _name(text: str) -> str:
    """A choice's name folded, kept: every row of a table asks for the same names. What people wrote in a cell is folded without being kept."""
    return folded(text)


def _tidy(text: str) -> str:
    """The text as people see it: composed letters, no signs without width, no room round it."""
    return unicodedata.normalize("NFC", text.translate(_UNSEEN)).replace("\u00a0", " ").strip()


def matched(headings: Iterable[Cell], spellings: Mapping[str, Iterable[str]]) -> dict[int, str]:
    """Which column stands under which heading: number of the heading, from 0 -> key. `spellings`: every way to write a column's name.

    Only equal names are taken (without regard to case and signs); of two headings for one column the first.
    """
    known = {folded(each): key for key, names in spellings.items() for each in (key, *names)}
    found: dict[int, str] = {}
    for number, heading in enumerate(headings):
        key = known.get(folded(text_of(heading)))
        if key and key not in found.values():
            found[number] = key
    return found


def header_row(rows: Iterable[tuple[Cell, ...]], spellings: Mapping[str, Iterable[str]]) -> int:
    """The number, from 0, of the row that holds the headings: of the first twenty the one with most known names, else the first with two texts."""
    first = list(rows)[:20]
    best = max(range(len(first)), key=lambda number: (len(matched(first[number], spellings)), -number), default=0)
    if first and matched(first[best], spellings):
        return best
    return next((number for number, row in enumerate(first) if sum(isinstance(each, str) for each in row) > 1), 0)


def differing(held: Mapping[str, Value], given: Mapping[str, Value]) -> dict[str, tuple[Value, Value]]:
    """What a row would change: key -> (what is there, what the sheet says). Empty cells change nothing."""
    return {key: (held.get(key), value) for key, value in given.items() if value is not None and held.get(key) != value}


def to_plain(value: Value) -> object:
    """A value as JSON has it; days and decimals as text."""
    match value:
        case Decimal() | date():
            return str(value)
        case tuple():
            return list(value)
    return value


def from_plain(column: Column, stored: object) -> Value:
    """The inverse of `to_plain` for a value of the column."""
    match stored:
        case None:
            return None
        case list():
            return tuple(map(str, stored))
        case str() if column.kind == "day":
            return date.fromisoformat(stored)
        case str() if column.kind == "decimal":
            return Decimal(stored)
        case str() | bool() | int():
            return stored
    raise TypeError(f"No value of a sheet: {type(stored).__name__}")
