"""What a printed sheet says: one row a figure, in one language. It reads no clock and no row."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from tirek.foundation.files.typesetting import Phrases, date_words
from tirek.foundation.ui.formats import number, percent
from tirek.ground.rules.speech_sheet import OF_THE_PLAN, OF_THE_REST, Told
from tirek.ground.rules.words import Words

PHRASES = Phrases(Path(__file__).parent / "frame.yaml")
COLUMNS = ("figure", "numbers", "share", "day", "meant_not")
SHARES = (6, 3, 2, 2, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetText:
    """What a sheet is printed of. `as_of` is aware of its time zone, which is the country's."""

    mechanism: Words
    year: int
    version: int
    as_of: datetime
    digest: str
    figures: tuple[Told, ...]
    language: str
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A sheet as it is laid out."""

    title: str
    mechanism: str
    lines: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str
    marks: tuple[str, ...]
    language: str


def composed(sheet: SheetText) -> Composed:
    """The sheet laid out."""
    code = sheet.language
    moment = f"{date_words(sheet.as_of.date(), code)}, {sheet.as_of:%H:%M}"
    return Composed(
        title=PHRASES.say("title", code).format(year=sheet.year), mechanism=sheet.mechanism.best(code),
        lines=(PHRASES.say("frozen", code).format(version=sheet.version, moment=moment), PHRASES.say("how", code)),
        heads=tuple(PHRASES.say(each, code) for each in COLUMNS), rows=tuple(row(each, code) for each in sheet.figures),
        foot=PHRASES.say("digest", code).format(digest=sheet.digest),
        marks=(PHRASES.say("demonstration", code),) if sheet.demonstration else (), language=code,
    )  # fmt: skip


def row(figure: Told, code: str) -> tuple[str, ...]:
    """A figure as a row: its name with what its part and whole are, the numbers, the share, the day, what it does not mean."""
    return ("\n".join((PHRASES.say(f"name_{figure.code}", code), *meaning(figure, code))), numbers(figure, code), shares(figure, code), f"{figure.on:%d.%m.%Y}", PHRASES.say(f"not_{figure.code}", code))


def meaning(figure: Told, code: str) -> tuple[str, ...]:
    """What the part, the upper end and the whole are, and what else was counted."""
    counts = [("part", figure.part), *([("upper", figure.upper)] if figure.interval else []), ("whole", figure.whole)]
    said = [(PHRASES.say(f"{each}_{figure.code}", code), None if count is None else number(count, language=code)) for each, count in counts]
    beside = [(PHRASES.say(f"beside_{name}", code), count_words(count, code)) for name, count in figure.beside]
    return tuple(": ".join(filter(None, each)) for each in (*said, *beside))


def count_words(count: int | None, code: str) -> str:
    """A count, or that it is too small to be told."""
    return PHRASES.say("few", code) if count is None else number(count, language=code)


def numbers(figure: Told, code: str) -> str:
    """The part of the whole, or why it is not told."""
    if figure.nothing:
        return PHRASES.say("nothing", code)
    counts = {name: number(count, language=code) for name, count in (("part", figure.part), ("upper", figure.upper), ("whole", figure.whole)) if count is not None}
    phrase = withheld(figure) if "part" not in counts else "interval" if figure.interval else "of"
    return PHRASES.say(phrase, code).format(**counts)


def withheld(figure: Told) -> str:
    """The phrase that says why a part is not told."""
    if figure.code in OF_THE_PLAN:
        return "small_plan"
    if figure.whole is None:
        return "small"
    return "small_rest" if figure.code in OF_THE_REST else "small_of"


def shares(figure: Told, code: str) -> str:
    """The share with one decimal, or both ends of it."""
    ends: list[Decimal | None] = [figure.low, figure.high] if figure.interval else [figure.low]
    return " … ".join(percent(each, 1, code) for each in ends if each is not None) or "—"
