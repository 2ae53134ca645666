"""Changes: "с 920 до 462 (на 50 %)", "почти в пять раз меньше", "на 19 больше, чем годом ранее (55)", "fell from 14 to 12"."""

from collections.abc import Iterator
from dataclasses import replace

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .differing import apart, beside_difference, dative, more, told_apart
from .directions import directions
from .levels import changing, level
from .pairing import Pair, compared, earlier, from_to, makes, ordered, unlike, way
from .relation import TURNED, Relation, related, same_kind


def changes(passage: Passage) -> Iterator[Relation]:
    """Every percentage, ratio or number by which something is said to have changed, with what it was and what it became."""
    if passage.row:
        return
    used: set[int] = set()
    told: dict[int, Pair] = {}
    loose: set[int] = set()
    for figure in passage.figures:
        kind = _kind(passage, figure)
        said = apart(passage, figure) if kind == "difference" and told_apart(passage, figure) else None
        again = beside_difference(passage, figure) if kind == "change" else None
        same = told.get(again.start) if again else None
        same = Pair(same.after, same.before) if same and not makes(same, figure) and makes(Pair(same.after, same.before), figure) else same
        pair = (same or (ordered(passage, said[0], said[1]) if said else _pair(passage, figure, kind))) if kind else None
        if kind and pair:
            told[figure.start] = pair
            loose |= {figure.start} if said and not (said[2] or makes(pair, figure)) else set()
            name = {"change": "percent", "ratio": "times", "difference": "difference"}[kind]
            used |= {id(pair.before), id(pair.after)}
            yield from _switch(passage, figure, pair)
            sure = (same is not None and not (again and again.start in loose)) or makes(pair, figure) or bool(said and said[2]) or _surely(passage, figure, pair, kind)
            yield Relation(kind, (("before", (pair.before,)), ("after", (pair.after,)), (name, (figure,))), sure, rises=_told_way(passage, figure, pair))
    yield from directions(passage, used)


def _told_way(passage: Passage, figure: Figure, pair: Pair) -> bool | None:
    """Up or down, where the text says it of "from A to B"; of other pairs a word may be another figure's, or said of the earlier: "в 2020 году 11, вдвое меньше".

    What follows behind a comma is another change: "doubled from 45 to 90, then fell by half".
    """
    begin, stop = passage.sentence(figure.sentence)
    last = max(figure.after, pair.before.after, pair.after.after)
    end = next((place for place in range(last, stop) if passage.line.stream[place].text in {",", ";"}), stop)
    turned = TURNED & passage.between(begin, end)
    return way(passage, figure) if turned and not {"up", "down"} <= passage.between(begin, stop) and from_to(passage, figure) == pair else None


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
    return "difference" if figure.kind in {Kind.COUNT, Kind.MONEY, Kind.MEASURE} and _by_so_many(passage, figure) else None


def _by_so_many(passage: Passage, figure: Figure) -> bool:
    """ "на 19 больше", "by 12", "13-ке көп"."""
    begin, stop = passage.sentence(figure.sentence)
    tight = passage.between(max(begin, figure.place - 2), figure.place)
    to = dative(passage, figure)
    behind = passage.between(figure.after, min(stop, figure.after + (8 if to else 6)))
    if to:
        return bool(TURNED & behind) and not figure.ablative and from_to(passage, figure) is None
    said = passage.words(figure.place - 1, figure.place) in {("of",), ("a",)} and bool(
        TURNED & passage.between(max(begin, figure.place - 4), figure.place)
    )
    if said or more(passage, figure):
        return True
    if "of_change" in tight and from_to(passage, figure) is not None and TURNED & passage.between(begin, figure.place):
        return True  # "снизилась с 29,4 тыс. до 27,9 тыс. человек, то есть на 1,5 тысячи"
    exceeding = {"exceeds", "below"} & passage.between(max(begin, figure.place - 12), figure.place)
    return "of_change" in tight and bool(exceeding or TURNED & (behind | passage.between(max(begin, figure.place - 5), figure.place)))


def _pair(passage: Passage, figure: Figure, kind: str | None) -> Pair | None:
    """What was before and after: "from A to B" in the sentence; else two figures of one unit of which one is of an earlier time."""
    direct = from_to(passage, figure)
    if direct and (makes(direct, figure) or not _nearer(passage, figure, direct)):
        return direct
    return compared(passage, figure, kind)


def _nearer(passage: Passage, figure: Figure, pair: Pair) -> bool:
    """Whether another percentage or ratio of the sentence stands closer to a "from A to B"."""

    def away(one: Figure) -> int:
        return min(abs(one.place - pair.after.after), abs(pair.before.place - one.after))

    others = [one for one in passage.of_sentence(figure.sentence) if one is not figure and one.kind in {Kind.PERCENT, Kind.RATIO}]
    return any(away(one) < away(figure) for one in others)


def _surely(passage: Passage, figure: Figure, pair: Pair, kind: str) -> bool:
    """Whether the text leaves no other pair: "from A to B" in the sentence, or the only two of their unit and of different times in it and the sentence before."""
    if "respectively" in passage.between(*passage.sentence(figure.sentence)):
        return False
    if from_to(passage, figure) == pair:
        gap = max(pair.before.place - figure.after, figure.place - pair.after.after)
        between = [
            one
            for one in passage.figures
            if one not in (figure, pair.before, pair.after)
            and min(figure.place, pair.before.place) < one.place < max(figure.place, pair.after.place)
        ]
        return same_kind(pair.before, pair.after) and gap <= 9 and not between
    near = [one for one in passage.of_sentence(figure.sentence) if not unlike(figure, one, kind) and same_kind(one, pair.after)]
    told = [one for one in passage.figures if figure.sentence - 1 <= one.sentence <= figure.sentence and not unlike(figure, one, kind) and same_kind(one, pair.after)]
    back = pair.before.place > figure.place and bool({"exceeds", "below", "than"} & passage.between(figure.after, pair.before.place))
    bare = not pair.before.noun and (back or earlier(passage, pair.before, "last_year"))  # "на 140 больше, чем в 2023 году (1 710)"
    both = same_kind(pair.before, pair.after) and (bool(pair.after.noun) == bool(pair.before.noun) or (bare and pair.after in near))
    return both and (
        set(map(id, near)) == {id(pair.before), id(pair.after)}
        or (len(near) == 1 and set(map(id, told)) == {id(pair.before), id(pair.after)})
    )
