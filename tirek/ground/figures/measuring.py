"""How much a numeral says: ranges, scales, per cent, times, money, and the noun that is counted."""

from collections.abc import Sequence

from .lexicon import Lexicon
from .lines import Line
from .masks import suffix, touching
from .numerals import Numeral, numeral_at
from .quantities import Interval, Kind, Quantity
from .tokens import Token

_DASHES = {"-", "\u2011", "–", "—", "−"}
_MEASURES = {"years", "months", "weeks", "days", "hours", "minutes", "square_metres", "kilometres", "points"}


def code_at(stream: Sequence[Token], place: int, lexicon: Lexicon) -> str | None:
    """A currency's sign or code before the number: "€ 5", "EUR 240,000". A name in words stands behind it and is no code."""
    if place + 1 >= len(stream) or stream[place + 1].shape != "number":
        return None
    found = lexicon.currencies.at(stream, place)
    token = stream[place]
    return str(found[1]) if found and found[0] == 1 and (token.shape == "mark" or (token.text.isupper() and len(token.text) == 3)) else None


def second_end(line: Line, place: int, first: Numeral, after: int, barred: set[int]) -> tuple[Numeral | None, int]:
    """The other end of a range: "2-3", "от 5 до 7", "between 40 and 50"."""
    stream, lexicon = line.stream, line.lexicon
    joint = stream[after] if after < len(stream) else None
    if joint is None or first.percent:
        return None, after
    if joint.text in _DASHES and after + 1 < len(stream) and after + 1 not in barred:
        close = (touching(stream[after - 1], joint) and touching(joint, stream[after + 1])) or joint.text == "–"
        other = numeral_at(stream, after + 1, lexicon)
        if (
            close
            and other
            and not other.percent
            and touching(stream[after - 1], joint) == touching(joint, stream[after + 1])
            and other.value > first.value
            and _alike(first, other)
        ):
            return other, after + 1 + other.taken
    before = stream[place - 1].folded if place else ""
    for opening, closing in lexicon.ranges:
        skip = _to_closing(line, after, closing)
        if before == opening and skip is not None:
            other = numeral_at(stream, skip + 1, lexicon)
            if other and other.value > first.value and skip + 1 not in barred:
                return other, skip + 1 + other.taken
    return None, after


def _to_closing(line: Line, after: int, closing: str) -> int | None:
    """Where "до" stands behind the first end, over a noun or a sign at most, with something behind it: a line may break off there."""
    places = range(after, min(after + 3, len(line.stream) - 1))
    return next((place for place in places if line.stream[place].folded == closing), None)


def _alike(first: Numeral, other: Numeral) -> bool:
    """Whether two numbers with a dash between may be the ends of one range, and not an entry and its value ("12 – 340")."""
    return other.value <= first.value * 100 or first.value < 10


def measured(line: Line, first: Numeral, second: Numeral | None, code: str | None, after: int) -> tuple[Quantity, int, str]:
    """The quantity with its unit; the scale of a range's second end holds for both."""
    stream, lexicon = line.stream, line.lexicon
    low, high, step = first.value, (second or first).value, (second or first).step
    if second and second.step > first.step and first.value < second.value / second.step * first.step * 1000 and second.step >= 1000:
        low = first.value * second.step
    interval = Interval(low, high)
    value = None if second else first.value
    percent = lexicon.percents.at(stream, after)
    if percent:
        end = after + percent[0]
        letters, taken = suffix(stream, end - 1)
        return Quantity(value, interval, step, Kind.PERCENT, percent[1]), end + (taken if letters else 0), ""
    if first.percent:
        return Quantity(value, interval, step, Kind.PERCENT, "percent"), after, ""
    times = lexicon.times.at(stream, after)
    if times and _is_times(line, after - first.taken - (second.taken + 1 if second else 0), after, times[0]):
        return Quantity(value, interval, step, Kind.RATIO, "times"), after + times[0], ""
    money = lexicon.currencies.at(stream, after)
    if code:
        return Quantity(value, interval, step, Kind.MONEY, code), after, ""
    if money:
        return Quantity(value, interval, step, Kind.MONEY, money[1]), after + money[0], ""
    unit, noun = unit_behind(line, after)
    kind = Kind.MEASURE if unit in _MEASURES else Kind.COUNT
    return Quantity(value, interval, step, kind, unit), after, noun


def _is_times(line: Line, start: int, after: int, taken: int) -> bool:
    """ "В 2,5 раза" is a ratio, "74 раза" are occasions: a ratio is said with в, на or a comparing word behind it."""
    lexicon, stream = line.lexicon, line.stream
    words = lexicon.notes.get("times_need", "").split()
    if not words:
        return True
    far = {one.folded for one in stream[max(0, after - 5) : start - 1]} - {"в", "во"}  # "водворено в изолятор 214 раз"
    near = far | {one.folded for one in stream[max(0, start - 1) : after]} | {
        form for one in stream[after + taken : after + taken + 2] for form in one.forms
    }
    return any(word in near for word in words)


def unit_behind(line: Line, after: int) -> tuple[str | None, str]:
    """The counted noun behind the number, over adjectives; nothing beyond a mark, a joining word or another number."""
    stream, lexicon = line.stream, line.lexicon
    for skip in range(5):
        place = after + skip
        if place >= len(stream) or stream[place].shape != "word" or (skip and stream[place].folded in lexicon.stops):
            break
        dated = lexicon.cues.at(stream, place)
        if dated and dated[1] in {"earlier", "last_year"}:
            break  # "152 годом ранее" counts no years
        if skip and lexicon.numerals.at(stream, place):
            break  # "1,225 over four years"
        found = lexicon.units.at(stream, place)
        if found:
            return found[1], " ".join(one.folded for one in stream[after : place + found[0]])
        if skip == 0 and stream[place].folded in lexicon.stops:
            break
    return None, ""
