"""In what a table is told: "Table 3. Persons detained, thousands" over its rows, "млн тенге" at the end of a heading or of a row's label.

It may not know what rows and columns relate.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from .lines import Line
from .quantities import Interval, Kind
from .reading import Figure

_OPENING = frozenset({",", "(", "in", "в", "—", "–"})
_BEHIND = 4
"""Words and marks behind the scale, at most: "тыс. чел.", "(millions of lumes)"."""
_SINGLE = frozenset({"единиц", "ед", "штук", "шт", "units", "number", "бірлік", "дана", "бирдик"})


@dataclass(frozen=True, slots=True)
class Told:
    """How many each unit of a figure stands for, and of what, as far as it is said."""

    scale: int
    kind: Kind
    unit: str | None


def told_in(line: Line, start: int = 0, stop: int | None = None) -> Told | None:
    """What the end of a caption, a heading or a label says; None where it names no thousands or more."""
    stream, lexicon = line.stream, line.lexicon
    end = len(stream) if stop is None else stop
    for place in range(max(start, end - 2 * _BEHIND), end):
        found = lexicon.scales.at(stream, place)
        opened = place == start or stream[place - 1].folded in _OPENING
        if not found or found[1] < 1000 or not opened or end - place - found[0] > _BEHIND or any(one.shape == "number" for one in stream[place:end]):
            continue
        return _of_what(line, int(found[1]), place + found[0], end)
    return None


def _of_what(line: Line, scale: int, start: int, end: int) -> Told | None:
    """The scale with the currency or the noun that ends the caption; None where words go on behind it, as in a sentence."""
    stream, lexicon = line.stream, line.lexicon
    for place in range(start, end):
        money, counted = lexicon.currencies.at(stream, place), lexicon.units.at(stream, place)
        found = money or counted
        if found:
            ends = all(one.shape != "word" for one in stream[place + found[0] : end])
            return Told(scale, Kind.MONEY if money else Kind.COUNT, str(found[1])) if ends else None
    return Told(scale, Kind.COUNT, None) if sum(one.shape == "word" for one in stream[start:end]) <= 2 else None


def headings(line: Line, cells: Collection[str]) -> dict[int, Told]:
    """What the headings of columns say; the label's own column is 0."""
    found, column, begin = {}, 0, 0
    for place, one in enumerate((*line.stream, None)):
        if one is None or one.text in cells:
            told = told_in(line, begin, place) if place > begin else None
            if told:
                found[column] = told
            column, begin = column + 1, place + 1
    return found


def of_its_own(line: Line, stop: int) -> bool:
    """Whether a row's label names a unit behind its last comma: "Заполняемость, %", "Штат, единиц" within a table in thousands."""
    stream, lexicon = line.stream, line.lexicon
    commas = [place for place in range(stop - 1) if stream[place].text == ","]
    if not commas or stop - commas[-1] > _BEHIND:
        return False
    return stream[commas[-1] + 1].folded in _SINGLE or any(words.at(stream, commas[-1] + 1) for words in (lexicon.units, lexicon.percents, lexicon.currencies))


def scaled(figure: Figure, told: Told) -> Figure:
    """The figure as so many thousands or millions; one that says itself what it counts stays."""
    one = figure.quantity
    if figure.kind is not Kind.COUNT or figure.noun or one.step >= 1000 or (one.value is None and one.interval.low is None):
        return figure
    times = Fraction(told.scale)
    low, high = (None if end is None else end * times for end in (one.interval.low, one.interval.high))
    wide = Interval(low, high, one.interval.low_inside, one.interval.high_inside)
    value = None if one.value is None else one.value * times
    return replace(figure, quantity=replace(one, value=value, interval=wide, step=one.step * times, kind=told.kind, unit=told.unit or one.unit))


def chosen(columns: Mapping[int, Told], column: int, caption: Told | None) -> Told | None:
    """What holds of a column: its heading before the label's, before the caption."""
    return columns.get(column) or columns.get(0) or caption
