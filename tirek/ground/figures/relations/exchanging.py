"""Amounts in two currencies, and rates with more digits than what they were made from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..checks.precision import digits, looks_finer
from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import Relation, related

_PER = frozenset({"a", "an", "per", "за", "к"})
"""Behind an amount they make it a rate: "500 tenge a euro"."""


def exchanges(passages: Sequence[Passage], figures: Sequence[Figure]) -> Iterator[Relation]:
    """Amounts told in two currencies side by side: each pair against the first of the same two currencies. What a euro costs is no amount."""
    lines = {one.line.number: one for one in passages}
    pairs: dict[tuple[str, str], tuple[Figure, Figure]] = {}
    for one, other in pairwise(figures):
        money = one.kind is other.kind is Kind.MONEY and one.unit and other.unit and one.unit != other.unit
        if not money or one.line != other.line or not 0 <= other.place - one.after <= 3:
            continue
        if any(set(lines[each.line].words(each.after, each.after + 1)) & _PER for each in (one, other)):
            continue
        key = (str(one.unit), str(other.unit))
        first = pairs.setdefault(key, (one, other))
        if first[0] is not one:
            yield related("exchange", a=first[0], b=first[1], c=one, d=other)


def finer(found: Sequence[Relation]) -> Iterator[Relation]:
    """Rates and amounts with more digits than the rounded figure from which they were made."""
    for one in found:
        if one.kind == "rate" and one.role("rate")[0].kind is Kind.MONEY:
            exact, sources = one.role("rate")[0], one.role("numerator")
        elif one.kind == "exchange":
            exact, sources = one.role("a")[0], one.role("b")
        else:
            continue
        if exact.quantity.value is not None and looks_finer(exact.quantity, sources[0].quantity) and digits(exact.quantity) >= 4:
            yield related("false_precision", exact=exact, rounded=sources[0])
