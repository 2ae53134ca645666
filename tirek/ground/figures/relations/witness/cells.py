"""Figures of running text that two cells of a table make: "occupancy was therefore 104.9 per cent" below a row "Total | 164 beds | 172 patients".

Cells of one row, or of one column with its total. Which row is meant the sentence says by a word of its label, or by a number after the heading's word
("Ward 1"); where it names none, the total's is nearest. As with neighbours, Bayes' rule weighs everything that the table could make. It knows
no topic, and nothing of how tables are laid out but rows, columns and a total.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, permutations

from ...passages import Passage
from ...quantities import Kind, as_rate
from ...reading import Figure
from ..rates import Rate
from ..relation import TURNED, WITNESSED, Relation, akin, related
from .around import COUNTED, Around
from .chance import of_quotient, of_total
from .percentages import _change, _share
from .weighing import Trial, likeliest

NONE = 0.3
"""How often a figure below a table is made of no two of its cells."""
NAMED, TOTAL = 0.0, 1.0
"""How far-fetched a row is: one that the sentence names, the total's. Any other makes nothing."""
UNLIKE = 2.0
"""How far-fetched a share of another thing is."""
_BACK, _AHEAD = 40, 6
_ROWS = 60
_SHORT = 3
_AVERAGE = frozenset({"each", "average", "of_one"})


@dataclass(slots=True)
class Table:
    """A table's counted cells by row (line) and column, and the words of each row's label."""

    first: int
    last: int
    cells: dict[int, dict[int, Figure]] = field(default_factory=dict)
    labels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    totals: set[int] = field(default_factory=set)
    heading: tuple[str, ...] = ()


def tables_of(passages: Sequence[Passage]) -> list[Table]:
    """Every run of rows that holds counted cells."""
    found: list[Table] = []
    for passage in passages:
        if not passage.row:
            continue
        line, stream = passage.line.number, passage.line.stream
        edges = [place for place, one in enumerate(stream) if one.text in {"\t", "|"}]
        label = edges[1] if edges[0] == 0 and len(edges) > 1 else edges[0]
        words = tuple(one.folded for one in stream[:label] if one.text not in {"\t", "|"})
        if not found or line > found[-1].last + 1:
            found.append(Table(line, line, heading=words))
        table = found[-1]
        table.last = line
        cells = {one.column: one for one in passage.figures if one.column and one.place > label and one.kind in COUNTED and (one.quantity.value or 0) > 0}
        if cells:
            table.cells[line], table.labels[line] = cells, words
            table.totals |= {line} if "total" in passage.between(0, label) else set()
    return [one for one in found if 1 < len(one.cells) <= _ROWS]


def of_cells(around: Around, tables: Sequence[Table], asked: Figure, rate: Rate | None) -> Relation | None:
    """What the figure most likely is of two cells of the nearest table."""
    passage = around.passage[asked.start]
    if asked.quantity.hedge:
        return None  # "more than half" is made by too much
    near = [one for one in tables if one.last < asked.line <= one.last + _BACK or asked.line < one.first <= asked.line + _AHEAD]
    if not (asked.kind is Kind.PERCENT or rate or (asked.kind in COUNTED and (_AVERAGE | TURNED) & passage.between(*passage.sentence(asked.sentence)))):
        return None
    table = min(near, key=lambda one: min(abs(asked.line - one.last), abs(one.first - asked.line)), default=None)
    return likeliest(list(_trials(passage, table, asked, rate)), NONE) if table else None


def _trials(passage: Passage, table: Table, asked: Figure, rate: Rate | None) -> Iterator[Trial]:
    words = passage.words(*passage.sentence(asked.sentence))
    named = {line for line, label in table.labels.items() if _named(label, table.heading, words)}
    turned = bool(TURNED & passage.between(*passage.sentence(asked.sentence)))
    for line, cells in table.cells.items():
        cost = NAMED if line in named else TOTAL
        for one, other in combinations(cells.values(), 2) if line in named | table.totals else ():
            yield from _of_two(asked, one, other, cost, turned, rate)
    for total in table.totals if asked.kind is Kind.PERCENT else ():
        for line in named - table.totals:
            for column in set(table.cells[line]) & set(table.cells[total]):
                yield _part(asked, table.cells[line][column], table.cells[total][column], NAMED)


def _named(label: Sequence[str], heading: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a sentence names a row: by a longer word of its label, or by the heading's word and the row's number."""
    longer = " ".join(each for each in label if len(each) > _SHORT)
    if longer and akin(longer, " ".join(each for each in words if len(each) > _SHORT)):
        return True
    number = label[0] if label and label[0].isdigit() else ""
    after = [words[place - 1] for place, each in enumerate(words) if place and each == number]
    return bool(number and heading) and any(akin(heading[0], each) for each in after)


def _of_two(asked: Figure, one: Figure, other: Figure, cost: float, turned: bool, rate: Rate | None) -> Iterator[Trial]:
    if asked.kind is Kind.PERCENT:
        for part, whole in permutations((one, other), 2):
            if not turned:
                yield _part(asked, part, whole, cost)
        if turned and one.unit == other.unit:
            trial = _change(cost, one, other, asked)
            yield trial if trial.chance is not None else Trial(cost)
    elif turned and one.kind is other.kind is asked.kind and _comparable(one, other):
        yield _gap(asked, one, other, cost)
    elif rate or not turned:
        for above, below in permutations((one, other), 2):
            if below.kind is Kind.COUNT and above.kind is asked.kind:
                yield _quotient(asked, above, below, cost, rate.per if rate else 1)


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two cells count one thing, or people and the room for them."""
    return one.unit == other.unit or {one.unit, other.unit} == {"persons", "beds"}


def _part(asked: Figure, part: Figure, whole: Figure, cost: float) -> Trial:
    cost += 0.0 if _comparable(part, whole) else UNLIKE
    over = (asked.quantity.value or 0) > 100
    if ((part.quantity.value or 0) > (whole.quantity.value or 0)) != over:
        return Trial(cost)
    trial = _share(cost, part, whole, asked)
    return trial if trial.chance is not None else Trial(cost)


def _gap(asked: Figure, one: Figure, other: Figure, cost: float) -> Trial:
    first, second, said = (each.quantity.value or Fraction(0) for each in (one, other, asked))
    if abs(first - second) != said or not said:
        return Trial(cost)
    return Trial(cost, of_total((first, second, said), max(first, second)), (first, second), related("difference", before=one, after=other, difference=asked, sure=False, reading=WITNESSED))


def _quotient(asked: Figure, above: Figure, below: Figure, cost: float, per: int) -> Trial:
    first, second, said = (each.quantity.value or Fraction(0) for each in (above, below, asked))
    wide = as_rate(asked.quantity).rounded
    if not second or not said or wide.low is None or wide.high is None or not wide.holds(first * per / second):
        return Trial(cost)
    chance = of_quotient((first, second), wide, max(first, second), exact=first * per == said * second and per == 1)
    return Trial(cost, chance, (first, second), related("rate", numerator=above, denominator=below, rate=asked, per=per, sure=False, reading=WITNESSED))
