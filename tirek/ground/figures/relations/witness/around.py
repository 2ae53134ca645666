"""What stands near a figure: the figures of the text in their order, with how far they are from it."""

from collections.abc import Callable, Mapping, Sequence

from ...passages import Passage
from ...quantities import Kind
from ...reading import Figure
from ..relation import one_unit

COUNTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
FADING = 3.5
"""How many steps of nearness make a relation less likely by a factor of e."""
_BEHIND = 0.5
"""A text more often tells first what it then sums up."""


class Around:
    """The figures of a text by their places. Figures of rows of tables stand in their tables alone."""

    def __init__(self, passages: Sequence[Passage], figures: Sequence[Figure]) -> None:
        self.figures = figures
        self.place: Mapping[int, int] = {one.start: place for place, one in enumerate(figures)}
        self.size: Mapping[int, float] = {one.start: _size(one) for one in figures}
        """How much each figure says, roughly; nothing for one of a table or without a value. What does not agree roughly does not agree."""
        self.passage: Mapping[int, Passage] = {one.start: passage for passage in passages for one in passage.figures}

    def beside(self, figure: Figure, back: int, ahead: int) -> list[tuple[Figure, float]]:
        """The figures round this one that have a value, with their rough values."""
        place = self.place[figure.start]
        told = (*self.figures[max(0, place - back) : place], *self.figures[place + 1 : place + 1 + ahead])
        return [(one, size) for one in told if (size := self.size[one.start])]

    def near(self, figure: Figure, fits: Callable[[Figure], bool], *, back: int = 30, ahead: int = 14, most: int = 20) -> list[tuple[float, Figure]]:
        """The fitting figures round this one, the nearest first, each with how far it is: fitting figures in between, sentences and lines."""
        place = self.place[figure.start]
        before = [one for one in reversed(self.figures[max(0, place - back) : place]) if fits(one)]
        after = [one for one in self.figures[place + 1 : place + 1 + ahead] if fits(one)]
        found = [(number + away(figure, one), one) for number, one in enumerate(before)]
        found += [(number + away(figure, one) + _BEHIND, one) for number, one in enumerate(after)]
        return sorted(found, key=lambda pair: pair[0])[:most]


def away(figure: Figure, one: Figure) -> float:
    """How many sentences, or lines, two figures are apart."""
    if figure.line == one.line:
        return 1.5 * abs(figure.sentence - one.sentence)
    return 2 + min(3, abs(figure.line - one.line))


def roughly(one: float, other: float) -> bool:
    """Whether two rough values may be one."""
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def _size(one: Figure) -> float:
    return float(one.quantity.value or 0) if plain(one) else 0.0


def plain(one: Figure) -> bool:
    """Whether a figure of running text has a value of its own."""
    return one.row is None and one.quantity.value is not None and one.quantity.value > 0


def unlikeness(one: Figure, other: Figure) -> float | None:
    """How little two figures count one thing, as far as the text says; None where they cannot."""
    if one.kind is not other.kind or (one.kind is Kind.MONEY and one.unit != other.unit):
        return None
    if one.unit == other.unit:
        return 0.0 if one.unit else 0.5
    if one_unit(one.unit, other.unit):
        return 1.0
    return 2.0 if not one.noun or not other.noun else 4.0
