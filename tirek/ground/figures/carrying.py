"""What a figure takes from its neighbour: the sign and scale of a list's last figure, the end of a range, that it was before a change."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from .figure import Figure
from .lines import Line
from .quantities import Hedge, Interval, Kind, exactly


def before_changes(line: Line, found: list[Figure]) -> list[Figure]:
    """Marks what was before a change, where the only time that the sentence gives is that of the change."""
    kept = list(found)
    for place, (one, other) in enumerate(pairwise(found)):
        between = [token.folded for token in line.stream[one.after : other.place]]
        opened = one.place > 0 and line.stream[one.place - 1].folded in {"с", "со", "от", "from"}
        told = (opened and between in ([], ["до"], ["to"])) or (one.ablative and other.dative and not between)
        sure = _changes(line, one.sentence) or line.stream[one.place - 1].folded in {"с", "со"}
        if told and sure and one.period and one.period == other.period and one.period.whole_year:
            kept[place] = replace(one, earlier=True)
    return kept


_TO = frozenset({"до", "to", "and", "по", "и", "или", "or", "және", "жана"})
_CARRYING = frozenset({Kind.PERCENT, Kind.MONEY, Kind.COUNT, Kind.MEASURE})


def carried(line: Line, found: list[Figure]) -> list[Figure]:
    """ "С 5 до 7 %", "from 2 to 3 million euros", "40, 30, 20 и 10 процентов": the sign and scale of the last figure are those of the others."""
    kept, listed = list(found), False
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], kept[place + 1]
        between = [token.folded for token in line.stream[one.after : other.place]]
        joined = len(between) == 1 and (between[0] in _TO or (listed and between[0] == ","))
        taken = _alike(one, other) if joined and _bare(one) and not _told_anew(one, other, between[0]) else None
        if taken is not None:
            kept[place] = taken
        elif len(between) == 1 + len(one.noun.split()) and between[-1] in {"to", "до"} and one.kind is Kind.MEASURE and _bare(other):
            kept[place + 1] = replace(other, quantity=replace(other.quantity, unit=one.unit, kind=one.kind))  # "from eleven weeks to six"
        listed = taken is not None
    return [_points(kept[:place], one) for place, one in enumerate(kept)]


def _told_anew(one: Figure, other: Figure, joint: str) -> bool:
    """ "By 388 or 45.6 per cent": a count, and the same as a share."""
    return joint in {"or", "или"} and other.unit == "percent" and (one.quantity.value or 0) > 100


def _points(before: list[Figure], one: Figure) -> Figure:
    """ "From 24 % to 20 %, or four points": points behind a percentage of the sentence are of per cent."""
    after = [each for each in before[-3:] if each.kind is Kind.PERCENT and each.sentence == one.sentence]
    if not after or one.unit != "points" or not one.noun.startswith(("point", "пункт")):
        return one
    return replace(one, quantity=replace(one.quantity, unit="percentage_points", kind=Kind.PERCENT))


def _bare(one: Figure) -> bool:
    return one.kind is Kind.COUNT and not one.noun and one.unit is None and one.quantity.value is not None


def _alike(one: Figure, other: Figure) -> Figure | None:
    """The one with the unit, sign and scale of the other; None where the other has none to give."""
    if other.kind not in _CARRYING or other.quantity.value is None:
        return None
    if other.kind in {Kind.COUNT, Kind.MEASURE} and other.quantity.step < 1000:
        return replace(one, noun=other.noun, quantity=replace(one.quantity, unit=other.unit, kind=other.kind)) if other.noun else None
    if one.quantity.step > 1:  # "from 50 million to 70 million dollars"
        scaled = other.kind is Kind.MONEY and other.quantity.step >= one.quantity.step
        return replace(one, quantity=replace(one.quantity, unit=other.unit, kind=other.kind)) if scaled else None
    scale = other.quantity.step if other.quantity.step >= 1000 else Fraction(1)
    scale = Fraction(1000 ** ((len(str(int(scale))) + 1) // 3)) if scale > 1 else scale
    value = (one.quantity.value or Fraction(0)) * scale
    if value > other.quantity.value * 100:
        return None
    return replace(one, quantity=replace(other.quantity, value=value, interval=exactly(value), hedge=None, step=one.quantity.step * scale))


def spanned(line: Line, found: list[Figure]) -> list[Figure]:
    """ "30дан 60ка чейин" in a sentence in which nothing changes is a range from one to the other."""
    kept: list[Figure] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last
            and last.ablative
            and one.dative
            and one.quantity.hedge is Hedge.AT_MOST
            and one.place - last.after <= 2
            and _changes(line, one.sentence)
        ):
            kept.append(_settled(one))
            continue
        if last and last.ablative and one.dative and last.after == one.place and one.quantity.hedge is Hedge.AT_MOST:
            low, high = last.quantity.value, one.quantity.value
            if low is not None and high is not None and low >= high:
                kept.append(_settled(one))
                continue
            if low is not None and high is not None:
                kept[-1] = replace(
                    one,
                    start=last.start,
                    place=last.place,
                    quantity=replace(one.quantity, value=None, hedge=None, interval=Interval(low, high)),
                )
                continue
        kept.append(one)
    return kept


def _settled(one: Figure) -> Figure:
    """Without its "up to": the end of a change."""
    value = one.quantity.value
    return one if value is None else replace(one, quantity=replace(one.quantity, hedge=None, interval=exactly(value)))


def _changes(line: Line, sentence: int) -> bool:
    """Whether a sentence says that something rose or fell."""
    begin = line.sentences[sentence]
    stop = line.sentences[sentence + 1] if sentence + 1 < len(line.sentences) else len(line.stream)
    return any(cue in {"up", "down"} for _, _, cue in line.lexicon.cues.everywhere(line.stream[begin:stop]))
