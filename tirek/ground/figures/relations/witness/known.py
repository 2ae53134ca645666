"""What is known of a text's figures before the arithmetic is asked: which relations agree, which figures are wholes, and which two the text compares."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ...quantities import Interval, as_rate
from ...reading import Figure
from ..relation import Relation

KNOWN = 1.0
"""How much nearer a relation is that takes up what is known."""
_COMPARED = {"change": ("before", "after"), "difference": ("before", "after"), "ratio": ("before", "after"), "direction": ("before", "after"), "comparison": ("greater", "less")}


@dataclass(frozen=True, slots=True)
class Known:
    """Starts of figures that percentages are shares of, and the values of those that the text compares with one another."""

    wholes: frozenset[int]
    pairs: frozenset[frozenset[object]]

    def compares(self, one: Figure, other: Figure) -> bool:
        """Whether the text is known to compare the two, in whichever of their mentions."""
        return frozenset({one.quantity.value, other.quantity.value}) in self.pairs


def agrees(relation: Relation) -> bool:
    """Whether the figures of a relation, as they are printed, agree. It finds out less than the checks do, in less time."""

    def one(name: str) -> Fraction:
        return relation.role(name)[0].quantity.value or Fraction(0)

    kind, roles = relation.kind, {name for name, figures in relation.roles if figures}
    if any(each.quantity.value is None for each in relation.figures) or (kind == "percent" and "part" not in roles):
        return False
    if kind == "sum":
        return _wide(relation, "whole").holds(sum((each.quantity.value or Fraction(0) for each in relation.role("parts")), Fraction(0)))
    if kind == "percent":
        return bool(one("whole")) and _wide(relation, "percent").holds(one("part") * 100 / one("whole"))
    if kind == "change":
        return bool(one("before")) and _wide(relation, "percent").holds(abs(one("after") - one("before")) * 100 / one("before"))
    if kind == "difference":
        return _wide(relation, "difference").holds(abs(one("after") - one("before")))
    if kind == "ratio":
        both = sorted((one("before"), one("after")))
        return bool(both[0]) and _wide(relation, "times").holds(both[1] / both[0])
    if kind == "rate":
        return bool(one("denominator")) and _wide(relation, "rate").holds(one("numerator") * relation.per / one("denominator"))
    return kind in _COMPARED


def _wide(relation: Relation, name: str) -> Interval:
    """What may have been printed as the figure of a role."""
    return as_rate(relation.role(name)[0].quantity).rounded if name == "rate" else relation.role(name)[0].quantity.rounded


def known(agreeing: Iterable[Relation]) -> Known:
    """What the relations say that agree."""
    told = list(agreeing)
    wholes = frozenset(one.start for each in told if each.kind == "percent" for one in each.role("whole"))
    pairs = [[one.quantity.value for name in _COMPARED[each.kind] for one in each.role(name)] for each in told if each.kind in _COMPARED]
    return Known(wholes, frozenset(frozenset(both) for both in pairs if None not in both))
