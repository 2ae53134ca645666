"""Wholes that are named and not told again: "21,2 % всех расследований", "22% of the total number of prisoners", "из поступивших жалоб удовлетворены 189"."""

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .giving import gives
from .relation import Relation, akin, related

_FILLING = frozenset({"от", "из", "всех", "общего", "числа", "общей", "количества", "of", "the", "all", "total", "number", "их", "those", "these"})
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "–", "—"})
_REACH = 7


def of_named(passage: Passage, part: Figure, percent: Figure) -> Relation | None:
    """The share of a whole whose noun stands behind the percentage, or behind "из" at the sentence's beginning: of one that gives it, else of the one of that noun that its line begins with, where that is the largest."""
    noun, unit = noun_behind(passage, percent) or _opening(passage, part) or ("", None)
    told = [
        one
        for one in passage.ahead_of(part)
        if one.kind is Kind.COUNT
        and (one.quantity.value or 0) >= (part.quantity.value or 0)
        and (akin(noun, one.noun) or (unit is not None and one.unit == unit))
    ]
    fitting = next((one for one in told if gives(part, one, percent)), None)
    if fitting is not None:
        return related("percent", part=part, whole=fitting, percent=percent)
    inside = [one for one in told if one.line == part.line]
    largest = max(inside, key=lambda one: one.quantity.value or 0, default=None)
    if largest is None or largest is not inside[-1] or largest.period != part.period or not (akin(noun, largest.noun) or (unit != "persons" and not largest.noun)):
        return None
    return related("percent", part=part, whole=largest, percent=percent)


def noun_behind(passage: Passage, percent: Figure) -> tuple[str, str | None] | None:
    """The noun right behind a percentage."""
    return _noun(passage, percent.after)


def _opening(passage: Passage, part: Figure) -> tuple[str, str | None] | None:
    """The noun of "Из поступивших жалоб …", "Of the complaints received …", where no figure stands in it."""
    begin, _ = passage.sentence(part.sentence)
    if "out_of" not in passage.between(begin, begin + 1) or part is not passage.of_sentence(part.sentence)[0]:
        return None
    return _noun(passage, begin)


def _noun(passage: Passage, start: int) -> tuple[str, str | None] | None:
    """The words of a noun phrase that begins here, and what unit they name."""
    found, unit, stream = [], None, passage.line.stream
    for place in range(start, min(len(stream), start + _REACH)):
        if stream[place].text in _ENDS or stream[place].shape == "number":
            break
        named = passage.line.lexicon.units.at(stream, place)
        unit = unit or (str(named[1]) if named else None)
        if stream[place].shape == "word" and stream[place].folded not in _FILLING:
            found.append(stream[place].folded)
    return (" ".join(found[:3]), unit) if found else None
