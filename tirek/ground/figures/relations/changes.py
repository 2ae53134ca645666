"""Changes: "с 920 до 462 (на 50 %)", "почти в пять раз меньше", "на 19 больше, чем годом ранее (55)", "fell from 14 to 12"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from ..passages import Passage
from ..quantities import Hedge, Kind
from ..reading import Figure
from .differing import apart, told_apart
from .relation import TURNED, Relation, alike, related, same_kind
from .shares import changing, level


class Pair(NamedTuple):
    """What was before and what after."""

    before: Figure
    after: Figure


def changes(passage: Passage) -> Iterator[Relation]:
    """Every percentage, ratio or number by which something is said to have changed, with what it was and what it became."""
    if passage.row:
        return
    used: set[int] = set()
    for figure in passage.figures:
        kind = _kind(passage, figure)
        said = apart(passage, figure) if kind == "difference" and told_apart(passage, figure) else None
        pair = (_ordered(passage, said[0], said[1]) if said else _pair(passage, figure, kind)) if kind else None
        if kind and pair:
            name = {"change": "percent", "ratio": "times", "difference": "difference"}[kind]
            used |= {id(pair.before), id(pair.after)}
            yield from _switch(passage, figure, pair)
            sure = _makes(pair, figure) or bool(said and said[2]) or _surely(passage, figure, pair, kind)
            yield Relation(
                kind, (("before", (pair.before,)), ("after", (pair.after,)), (name, (figure,))), sure, rises=None if said else _rises(passage, figure)
            )
    yield from _directions(passage, used)


def _switch(passage: Passage, figure: Figure, pair: Pair) -> Iterator[Relation]:
    """ "Жалоб стало почти в пять раз меньше", said of what was counted as cases before."""
    begin, _ = passage.sentence(figure.sentence)
    named = [found[1] for place in range(begin, figure.place) if (found := passage.line.lexicon.units.at(passage.line.stream, place))]
    counted = pair.after.unit
    if (
        counted in _ALIKE
        and named
        and set(named) & _ALIKE
        and counted not in named
        and pair.after not in passage.of_sentence(figure.sentence)
    ):
        named_so = replace(pair.after.quantity, unit=next(iter(one for one in named if one in _ALIKE)))
        yield related("unit_switch", first=pair.after, second=replace(figure, quantity=named_so))


_ALIKE = frozenset({"complaints", "cases", "statements", "proceedings", "persons"})
"""Units that texts often use for one another."""


def _kind(passage: Passage, figure: Figure) -> str | None:
    if figure.kind is Kind.PERCENT and figure.unit == "percentage_points":
        return "difference"
    if figure.kind is Kind.PERCENT:
        return "change" if changing(passage, figure) and not level(passage, figure) else None
    if figure.kind is Kind.RATIO:
        return "ratio"
    if told_apart(passage, figure):
        return "difference"
    return "difference" if figure.kind in {Kind.COUNT, Kind.MONEY} and _by_so_many(passage, figure) else None


def _by_so_many(passage: Passage, figure: Figure) -> bool:
    """ "на 19 больше", "by 12", "13-ке көп"."""
    begin, stop = passage.sentence(figure.sentence)
    tight = passage.between(max(begin, figure.place - 2), figure.place)
    behind = passage.between(figure.after, min(stop, figure.after + (8 if figure.dative else 6)))
    if figure.dative:
        return bool(TURNED & behind) and not figure.ablative and _from_to(passage, figure) is None
    said = passage.words(figure.place - 1, figure.place) in {("of",), ("a",)} and bool(
        TURNED & passage.between(max(begin, figure.place - 4), figure.place)
    )
    if said or (passage.line.lexicon.language == "en" and TURNED & passage.between(figure.after, figure.after + 2)):
        return True
    return "of_change" in tight and bool(TURNED & (behind | passage.between(max(begin, figure.place - 5), figure.place)))


def _rises(passage: Passage, figure: Figure) -> bool | None:
    """Up or down, by the cue nearest to the figure in its sentence."""
    begin, stop = passage.sentence(figure.sentence)
    near = [
        (min(abs(place - figure.place), abs(place - figure.after)), cue)
        for place, _, cue in passage.cues
        if begin <= place < stop and cue in TURNED
    ]
    return min(near)[1] in {"up", "exceeds"} if near else None


def _pair(passage: Passage, figure: Figure, kind: str | None) -> Pair | None:
    """What was before and after: "from A to B" in the sentence; else two figures of one unit of which one is of an earlier time."""
    direct = _from_to(passage, figure)
    if direct and (_makes(direct, figure) or not _nearer(passage, figure, direct)):
        return direct
    return _compared(passage, figure, kind)


def _nearer(passage: Passage, figure: Figure, pair: Pair) -> bool:
    """Whether another percentage or ratio of the sentence stands closer to a "from A to B"."""

    def away(one: Figure) -> int:
        return min(abs(one.place - pair.after.after), abs(pair.before.place - one.after))

    others = [one for one in passage.of_sentence(figure.sentence) if one is not figure and one.kind in {Kind.PERCENT, Kind.RATIO}]
    return any(away(one) < away(figure) for one in others)


def _unlike(figure: Figure, one: Figure, kind: str | None = None) -> bool:
    """Whether `one` cannot be what the figure is a change of."""
    if figure is one or one.quantity.value is None:
        return True
    if figure.kind is Kind.PERCENT and figure.unit == "percentage_points":
        return one.kind is not Kind.PERCENT or one.unit != "percent"
    if kind == "difference":
        return not same_kind(figure, one)
    return one.kind not in {Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.MEASURE}


def _from_to(passage: Passage, figure: Figure) -> Pair | None:
    """ "с 920 до 462", "from 85 to 68", "120дан 300гө": the pair nearest to the figure in its sentence."""
    begin, _ = passage.sentence(figure.sentence)
    inside = [one for one in passage.of_sentence(figure.sentence) if not _unlike(figure, one)]
    pairs = []
    for one, other in pairwise(inside):
        opens = one.ablative or "from" in passage.between(max(begin, one.place - 4), one.place)
        closes = other.dative or "to" in passage.between(one.after, other.place)
        if opens and closes and alike(one, other):
            pairs.append(Pair(one, other))
    return min(pairs, key=lambda pair: abs(pair.before.place - figure.place)) if pairs else None


def _compared(passage: Passage, figure: Figure, kind: str | None) -> Pair | None:
    """Two figures of one unit and of two times near the change: in its sentence, else in it and those before."""
    inside = [one for one in passage.of_sentence(figure.sentence) if not _unlike(figure, one, kind)]
    near = sorted(inside, key=lambda one: abs(one.place - figure.place))
    back = [one for one in passage.ahead_of(figure) if not _unlike(figure, one, kind) and one not in inside and one.line == figure.line][:9]
    if len(back) < 2:
        back += [one for one in passage.before[::-1] if not _unlike(figure, one, kind)][: 10 if kind == "ratio" else 3]
    found = []
    for place, one in enumerate((near + back)[:9]):
        for other in (near + back)[place + 1 : 11]:
            pair = _in_time(passage, one, other)
            if pair:
                found.append(pair)
    fitting = next((pair for pair in found if _makes(pair, figure)), None) or _untimed(passage, figure, (near + back)[:6])
    return fitting or next((pair for pair in found if same_kind(pair.before, pair.after)), None)


def _ordered(passage: Passage, one: Figure, other: Figure) -> Pair:
    """Two figures in order of time where the text says it, else in the order of the text."""
    ahead = {"earlier", "last_year"} & passage.between(one.after, other.place)
    if ahead and {",", ";", "(", "."} & set(passage.words(one.after, one.after + 1 + len(one.noun.split()) + 2)):
        return Pair(other, one)  # "720 persons, last year 690 persons"
    return _in_time(passage, one, other) or Pair(one, other)


def _untimed(passage: Passage, figure: Figure, near: Sequence[Figure]) -> Pair | None:
    """Two neighbours of one unit that make the figure, though the text names no two times: "4,8 млн … 3,2 млн, в полтора раза меньше"."""
    rises = _rises(passage, figure)
    for place, one in enumerate(near):
        for other in near[place + 1 :]:
            pair = (
                Pair(other, one)
                if rises is None or rises == ((one.quantity.value or 0) > (other.quantity.value or 0))
                else Pair(one, other)
            )
            if same_kind(one, other) and one.quantity.value != other.quantity.value and _makes(pair, figure):
                return pair
    return None


def _surely(passage: Passage, figure: Figure, pair: Pair, kind: str) -> bool:
    """Whether the text leaves no other pair: "from A to B" in the sentence, or the only two of their unit and of different times in it and the sentence before."""
    if "respectively" in passage.between(*passage.sentence(figure.sentence)):
        return False
    if _from_to(passage, figure) == pair:
        gap = max(pair.before.place - figure.after, figure.place - pair.after.after)
        between = [
            one
            for one in passage.figures
            if one not in (figure, pair.before, pair.after)
            and min(figure.place, pair.before.place) < one.place < max(figure.place, pair.after.place)
        ]
        return same_kind(pair.before, pair.after) and gap <= 9 and not between
    near = [one for one in passage.of_sentence(figure.sentence) if not _unlike(figure, one, kind)]
    told = [one for one in passage.figures if figure.sentence - 1 <= one.sentence <= figure.sentence and not _unlike(figure, one, kind)]
    both = same_kind(pair.before, pair.after) and bool(pair.after.noun) == bool(pair.before.noun)
    return both and (
        set(map(id, near)) == {id(pair.before), id(pair.after)}
        or (len(near) == 1 and set(map(id, told)) == {id(pair.before), id(pair.after)})
    )


def _makes(pair: Pair, figure: Figure) -> bool:
    """Whether the figure is the change from one to the other, as printed."""
    before, after = pair.before.quantity.value or Fraction(0), pair.after.quantity.value or Fraction(0)
    if figure.kind is Kind.RATIO:
        return bool(before and after) and figure.quantity.rounded.holds(max(before, after) / min(before, after))
    if figure.kind is Kind.PERCENT and figure.unit == "percent":
        return bool(before) and figure.quantity.rounded.holds(abs(after - before) * 100 / before)
    return figure.quantity.rounded.holds(abs(after - before))


def _in_time(passage: Passage, one: Figure, other: Figure) -> Pair | None:
    """The two in order of time, where the text says that their times differ."""
    if not alike(one, other) or one.quantity.hedge is Hedge.AT_MOST:
        return None
    first, second = one.period, other.period
    if first and second and first.start and second.start and first.start != second.start:
        return Pair(one, other) if first.start < second.start else Pair(other, one)
    marked = [_earlier(passage, each) for each in (one, other)]
    if marked[0] != marked[1]:
        return Pair(one, other) if marked[0] else Pair(other, one)
    if (first is None) != (second is None):
        return Pair(one, other) if first else Pair(other, one)
    lately = [_earlier(passage, each, "last_year") for each in (one, other)]
    return None if lately[0] == lately[1] else (Pair(one, other) if lately[0] else Pair(other, one))


def _earlier(passage: Passage, figure: Figure, cue: str = "earlier") -> bool:
    """Whether words beside a figure put it a year before: "годом ранее (55)", "compared with 12,570 a year earlier", "up from 2,150"."""
    if figure not in passage.figures:
        return False
    begin, stop = passage.sentence(figure.sentence)
    others = [one for one in passage.of_sentence(figure.sentence) if one is not figure]
    left = max([begin, *(one.after for one in others if one.after <= figure.place)])
    right = min([stop, *(one.place for one in others if one.place >= figure.after)])
    cues = {"earlier", "compared", "than", "against"} if cue == "earlier" else {cue}
    return bool(cues & passage.between(left, figure.place)) or cue in passage.between(figure.after, min(right, figure.after + 5))


def _directions(passage: Passage, used: set[int]) -> Iterator[Relation]:
    """ "fell from 14 to 12" without a number that says by how much."""
    for number in range(len(passage.line.sentences)):
        figures = [
            one
            for one in passage.of_sentence(number)
            if one.kind in {Kind.COUNT, Kind.MONEY, Kind.PERCENT} and one.quantity.value is not None
        ]
        for one, other in pairwise(figures):
            begin, _ = passage.sentence(number)
            opens = one.ablative or "from" in passage.between(max(begin, one.place - 4), one.place)
            closes = other.dative or "to" in passage.between(one.after, other.place)
            rises = _rises(passage, one)
            near = passage.between(max(begin, one.place - 9), min(passage.sentence(number)[1], other.after + 6)) & TURNED
            if opens and closes and near and same_kind(one, other) and rises is not None and not {id(one), id(other)} <= used:
                yield related("direction", before=one, after=other, rises=rises)
