"""Parts of a whole that come near it and do not make it: "of the 160, 144 were imprisoned, 10 restricted". What the text says of the rest is nothing."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..reading import Figure
from .relation import SOME, Relation, related

NEAR = Fraction(9, 10)
"""The share of the whole that the parts make together, at least. Where they make less, nobody would take them for all."""


def untold(found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each whole whose parts of one sentence leave a small rest, where nothing adds up to it as told."""
    summed = {one.role("whole")[0].start for one in found if one.kind == "sum" and one.reading != "window"}
    parts: dict[tuple[int, int, int], list[Figure]] = {}
    wholes: dict[int, Figure] = {}
    opened: set[int] = set()
    for one in found:
        if one.kind != "part" or one.role("whole")[0].start in summed:
            continue
        part, whole = one.role("part")[0], one.role("whole")[0]
        wholes[whole.start] = whole
        parts.setdefault((whole.start, part.line, part.sentence), []).append(part)
        opened |= {part.start} if one.sure else set()
    for (start, _, _), listed in parts.items():
        whole, told = wholes[start], sorted(listed, key=lambda each: each.start)
        most, made = whole.quantity.value, sum((each.quantity.value or Fraction(0) for each in told), Fraction(0))
        exact = all(each.quantity.settled and each.quantity.hedge is None for each in (whole, *told))
        if len(told) > 1 and told[0].start in opened and exact and most and NEAR * most <= made < most:
            yield related("sum", parts=tuple(told), whole=whole, reading=SOME)
