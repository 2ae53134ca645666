"""What the arithmetic bears witness to, after the grammar has had its say: one more relation for each figure that still asks for its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...passages import Passage
from ...quantities import Kind
from ...reading import Figure
from ..rates import Rate
from ..relation import ASKING, WITNESSED, Relation, related
from .around import Around, plain
from .cells import Table, of_cells, tables_of
from .known import agrees, known
from .percentages import percentage
from .rates import average, rate
from .ratios import ratio
from .totals import difference, total


def witnessed(passages: Sequence[Passage], figures: Sequence[Figure], told: Sequence[Relation], rates: Iterable[Rate]) -> list[Relation]:
    """The relations told, without those that do not agree and of which another takes the place, and those that the arithmetic bears witness to."""
    around, said = Around(passages, figures), {one.figure.start: one for one in rates}
    agreeing = [one for one in told if agrees(one)]
    explained = {one.start for each in agreeing for name in ASKING for one in each.role(name)}
    found = list(_made(around, explained, said, agreeing, tables_of(passages)))
    found += _added(around, [*agreeing, *found], set(said) | explained)
    found += _again(around, [*agreeing, *found])
    asked = {one.start: each for each in found for name in ASKING for one in each.role(name)}
    return [*(one for one in told if one.sure or not replaced(one, asked)), *found]


def replaced(told: Relation, asked: Mapping[int, Relation]) -> bool:
    """Whether one that is unsure gives way: to another of the same percentage and the same part, or, a sum, to a difference of the same figures. `asked` are those found, by the figure they explain."""
    if told.kind == "sum":
        differing = (asked[one.start] for one in told.figures if one.start in asked)
        return any(each.kind == "difference" and {one.start for one in each.figures} == {one.start for one in told.figures} for each in differing)
    asking = next((figures[0] for name, figures in told.roles if name in ASKING and figures), None)
    found = asked.get(asking.start) if asking is not None else None
    return found is not None and found.kind == told.kind and sum(found.role(name) == figures for name, figures in told.roles) > 1


def _made(around: Around, explained: set[int], rates: dict[int, Rate], agreeing: Sequence[Relation], tables: Sequence[Table]) -> Iterator[Relation]:
    """Percentages, ratios and rates, of figures of the text and then of a table's."""
    told = known(agreeing)
    placed = {one.start for each in agreeing if each.kind in {"sum", "percent"} for one in each.figures}
    for one in around.figures:
        if one.start in explained or one.row is not None or one.quantity.value is None or one.start not in around.passage:
            continue
        found = None
        if one.kind is Kind.PERCENT and one.unit == "percent":
            found = percentage(around, one, rates, told)
        elif one.kind is Kind.RATIO:
            found = ratio(around, one, rates, told)
        else:
            found = rate(around, rates[one.start], rates) if one.start in rates else None
            found = found or average(around, one, rates, free=one.start not in placed)
        if found is None and tables and one.start not in placed:
            found = of_cells(around, tables, one, rates.get(one.start))
        if found:
            yield found


def _added(around: Around, agreeing: Sequence[Relation], apart: set[int]) -> Iterator[Relation]:
    """Differences, then sums; of three figures either, and none of both."""
    taken = {frozenset(one.start for one in each.figures) for each in agreeing if each.kind == "difference" or (each.kind == "sum" and each.sure)}
    wholes = {one.start for each in agreeing if each.kind == "sum" for one in each.role("whole")}
    parts = {one.start for each in agreeing if each.kind == "sum" for one in each.role("parts")}
    told = known(agreeing)
    for asked in (difference, total):
        for one in around.figures:
            if one.row is not None or one.quantity.value is None or one.start in apart or one.start not in around.passage or (asked is total and one.start in wholes):
                continue
            found = None if asked is difference and one.start in parts else asked(around, one, apart | parts if asked is total else apart, told)
            key = frozenset(each.start for each in found.figures) if found else frozenset()
            if found and key not in taken:
                taken.add(key)
                yield found


def _again(around: Around, agreeing: Sequence[Relation]) -> Iterator[Relation]:
    """Where a percentage is the share of a difference in what was before, it is also the change: "прибавилось 248, или четверть"."""
    gaps = {each.role("difference")[0].start: (each.role("before")[0], each.role("after")[0]) for each in agreeing if each.kind == "difference"}
    changed = {one.start for each in agreeing if each.kind == "change" for one in each.role("percent")}
    for each in agreeing:
        if each.kind != "percent" or not each.role("part") or each.role("percent")[0].start in changed:
            continue
        part, whole, percent = (each.role(name)[0] for name in ("part", "whole", "percent"))
        both = gaps.get(part.start) or _turned(around, part, whole, percent)
        others = [one for one in both if one.quantity.value != whole.quantity.value]
        if len(others) == 1:
            yield related("change", before=whole, after=others[0], percent=percent, sure=False, reading=WITNESSED)


def _turned(around: Around, part: Figure, whole: Figure, percent: Figure) -> tuple[Figure, ...]:
    """What the whole becomes with the part more or less, told near a percentage beside a word of change."""
    passage = around.passage.get(percent.start)
    if passage is None or percent.row is not None or not {"up", "down"} & passage.between(*passage.sentence(percent.sentence)):
        return ()
    made = {(whole.quantity.value or 0) + sign * (part.quantity.value or 0) for sign in (1, -1)}
    near = around.near(percent, lambda one: plain(one) and one.kind is whole.kind and one.start not in {part.start, whole.start} and one.quantity.value in made, back=12, ahead=4)
    return tuple(one for _, one in near[:1] if one.line == percent.line)
