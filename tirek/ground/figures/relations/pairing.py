"""The two figures of a change: "from A to B", or two of one unit and of different times, and which of them was before."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from ..passages import Passage
from ..quantities import Hedge, Kind
from ..reading import Figure
from .relation import TURNED, akin, alike, same_kind


class Pair(NamedTuple):
    """What was before and what after."""

    before: Figure
    after: Figure


def way(passage: Passage, figure: Figure) -> bool | None:
    """Up or down, by the cue nearest to the figure in its sentence."""
    begin, stop = passage.sentence(figure.sentence)
    near = [
        (min(abs(place - figure.place), abs(place - figure.after)), cue)
        for place, _, cue in passage.cues
        if begin <= place < stop and cue in TURNED
    ]
    return min(near)[1] in {"up", "exceeds"} if near else None


def unlike(figure: Figure, one: Figure, kind: str | None = None) -> bool:
    """Whether `one` cannot be what the figure is a change of."""
    if figure is one or one.quantity.value is None:
        return True
    if figure.kind is Kind.PERCENT and figure.unit == "percentage_points":
        return one.kind is not Kind.PERCENT or one.unit != "percent"
    if kind == "difference":
        return not same_kind(figure, one) and not (figure.unit == "persons" and one.unit == "beds")
    if kind == "ratio" and one.kind is Kind.PERCENT:
        return one.unit != "percent"
    return one.kind not in {Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.MEASURE}


def from_to(passage: Passage, figure: Figure) -> Pair | None:
    """ "с 920 до 462", "from 85 to 68", "120дан 300гө": the pair nearest to the figure in its sentence."""
    begin, _ = passage.sentence(figure.sentence)
    inside = [one for one in passage.of_sentence(figure.sentence) if not unlike(figure, one)]
    pairs = []
    for one, other in pairwise(inside):
        opens = one.ablative or "from" in passage.between(max(begin, one.place - 4), one.place)
        closes = other.dative or "to" in passage.between(one.after, other.place)
        if opens and closes and alike(one, other):
            pairs.append(Pair(one, other))
    return min(pairs, key=lambda pair: abs(pair.before.place - figure.place)) if pairs else None


def compared(passage: Passage, figure: Figure, kind: str | None) -> Pair | None:
    """Two figures of one unit and of two times near the change: in its sentence, else in it and those before."""
    inside = [one for one in passage.of_sentence(figure.sentence) if not unlike(figure, one, kind)]
    near = sorted(inside, key=lambda one: abs(one.place - figure.place))
    back = [one for one in passage.ahead_of(figure) if not unlike(figure, one, kind) and one not in inside and one.line == figure.line][:9]
    if len(back) < 2:
        back += [one for one in passage.before[::-1] if not unlike(figure, one, kind)][: 10 if kind == "ratio" else 3]
    if len(inside) == 2 and same_kind(*inside) and makes(Pair(*inside), figure):
        return ordered(passage, *sorted(inside, key=lambda one: one.place))
    found, rises = [], way(passage, figure)
    if kind == "ratio" and figure.quantity.step >= 1 and any(_in_time(passage, *both) for both in combinations(inside, 2)):
        back = []  # a whole number of times leaves so much open that among ten figures some two nearly always make it
    elif kind == "ratio" and figure.quantity.step >= 1 and any(one.line == figure.line for one in near + back):
        back = back[:4]  # likewise, where its own line tells figures at all
    for place, one in enumerate((near + back)[:9]):
        for other in (near + back)[place + 1 : 11]:
            pair = _in_time(passage, one, other)
            if pair:
                found.append(pair)
    fitting = _best([pair for pair in found if makes(pair, figure)], figure, True if kind == "ratio" and rises is None else rises) or _untimed(passage, figure, (near + back)[: 14 if kind == "ratio" and figure.quantity.step < 1 else 6])
    fitting = fitting or _far(passage, figure, [*near[:2], *back[:1]]) or _exactly(passage, figure, kind, near + back)
    fitting = fitting or (_behind(passage, figure, kind) if not inside else None)
    return fitting or next((pair for pair in found if same_kind(pair.before, pair.after)), None)


def _behind(passage: Passage, figure: Figure, kind: str | None) -> Pair | None:
    """ "Deaths dropped by 15 %. The service recorded 68 deaths, down from 80": two of different times in one of the next sentences that make it."""
    last = len(passage.line.sentences) - 1
    for number in range(figure.sentence + 1, min(last, figure.sentence + 2) + 1):
        told = [one for one in passage.of_sentence(number) if not unlike(figure, one, kind)][:4]
        for one, other in pairwise(told):
            pair = _in_time(passage, one, other)
            if pair and makes(pair, figure):
                return pair
    return None


def _far(passage: Passage, figure: Figure, near: Sequence[Figure]) -> Pair | None:
    """A figure of the same noun and another time far before that makes the change: "Prisoners in 2014: 16,200. Decrease over ten years: 20%"."""
    for one in near:
        for other in passage.before[::-1] if one.noun else ():
            pair = _in_time(passage, one, other) if other.unit == one.unit and akin(one.noun, other.noun) else None
            if pair and makes(pair, figure):
                return pair
    return None


def _exactly(passage: Passage, figure: Figure, kind: str | None, near: Sequence[Figure]) -> Pair | None:
    """Two figures of one unit that make a difference, or a percentage with decimals, exactly: one of them near, the other on the page before."""
    if kind == "ratio" or (kind == "change" and figure.quantity.step >= 1) or (figure.quantity.value or 0) < 3:
        return None
    further = [one for one in passage.before[::-1][:15] if not unlike(figure, one, kind)]
    for one in near[:6]:
        for other in [*near, *further]:
            if one is not other and one.unit is not None and one.unit == other.unit and one.kind is other.kind and makes(Pair(other, one), figure):
                return ordered(passage, *sorted((one, other), key=lambda each: (each.line, each.place)))
    return None


def _best(pairs: Sequence[Pair], figure: Figure, rises: bool | None = None) -> Pair | None:
    """The first pair that makes the figure; of a figure in words, which leaves much open, the one that makes it most closely."""
    if figure.kind is not Kind.RATIO and figure.quantity.step <= 1:
        return pairs[0] if pairs else None
    return min(pairs, key=lambda pair: (abs(_made(pair, figure) - (figure.quantity.value or 0)), _against(pair, rises), not akin(pair.before.noun, pair.after.noun)), default=None)


def _against(pair: Pair, rises: bool | None) -> bool:
    """Whether a pair moves the other way than the text says; "twice as many" rises."""
    return rises is not None and rises != ((pair.after.quantity.value or 0) > (pair.before.quantity.value or 0))


def _made(pair: Pair, figure: Figure) -> Fraction:
    """How many times, or by how many per cent, the one is more or less than the other."""
    before, after = pair.before.quantity.value or Fraction(1), pair.after.quantity.value or Fraction(1)
    return max(before, after) / min(before, after) if figure.kind is Kind.RATIO else abs(after - before) * 100 / before


def ordered(passage: Passage, one: Figure, other: Figure) -> Pair:
    """Two figures in order of time where the text says it, else in the order of the text."""
    ahead = {"earlier", "last_year"} & passage.between(one.after, other.place)
    if ahead and {",", ";", "(", "."} & set(passage.words(one.after, one.after + 1 + len(one.noun.split()) + 2)):
        return Pair(other, one)  # "720 persons, last year 690 persons"
    return _in_time(passage, one, other) or Pair(one, other)


def _untimed(passage: Passage, figure: Figure, near: Sequence[Figure]) -> Pair | None:
    """Two neighbours of one unit that make the figure, though the text names no two times: "4,8 млн … 3,2 млн, в полтора раза меньше"."""
    rises, fitting = way(passage, figure), []
    for place, one in enumerate(near):
        for other in near[place + 1 :]:
            pair = (
                Pair(other, one)
                if rises is None or rises == ((one.quantity.value or 0) > (other.quantity.value or 0))
                else Pair(one, other)
            )
            room = figure.kind in {Kind.RATIO, Kind.COUNT} and {one.unit, other.unit} == {"persons", "beds"}
            if (same_kind(one, other) or room) and one.quantity.value != other.quantity.value and makes(pair, figure):
                fitting.append(pair)
    return _best(fitting, figure)


def makes(pair: Pair, figure: Figure) -> bool:
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
    if first and first == second and _dated_apart(passage, one) != _dated_apart(passage, other):
        return Pair(one, other) if _dated_apart(passage, one) else Pair(other, one)
    marked = [earlier(passage, each) for each in (one, other)]
    if marked[0] != marked[1]:
        return Pair(one, other) if marked[0] else Pair(other, one)
    if (first is None) != (second is None):
        return Pair(one, other) if first else Pair(other, one)
    lately = [earlier(passage, each, "last_year") for each in (one, other)]
    return None if lately[0] == lately[1] else (Pair(one, other) if lately[0] else Pair(other, one))


def _dated_apart(passage: Passage, one: Figure) -> bool:
    """ "1,200 (2023: 1,000; +20%)": whether a figure stands in brackets right behind a date of its own; what stands before them is of now."""
    if one not in passage.figures or not passage.bracketed(one):
        return False
    return any(0 <= one.place - (mention.place + mention.taken) <= 2 for mention in passage.line.mentions)


def earlier(passage: Passage, figure: Figure, cue: str = "earlier") -> bool:
    """Whether words beside a figure put it a year before: "годом ранее (55)", "compared with 12,570 a year earlier", "up from 2,150"."""
    if not any(one is figure for one in passage.figures):
        return False
    begin, stop = passage.sentence(figure.sentence)
    others = [one for one in passage.of_sentence(figure.sentence) if one is not figure]
    left = max([begin, *(one.after for one in others if one.after <= figure.place)])
    right = min([stop, *(one.place for one in others if one.place >= figure.after)])
    cues = {"earlier", "compared", "than", "against"} if cue == "earlier" else {cue}
    return bool(cues & passage.between(left, figure.place)) or cue in passage.between(figure.after, min(right, figure.after + 5))
