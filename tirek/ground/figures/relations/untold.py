"""Parts of a whole that come near it and do not make it: "of the 160, 144 were imprisoned, 10 restricted". What the text says of the rest is nothing.

It knows relations alone and reads no words.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..quantities import Kind
from ..reading import Figure
from .relation import SOME, Relation, related

NEAR = Fraction(9, 10)
"""The share of the whole that the parts make together, at least. Where they make less, nobody would take them for all."""


def untold(found: Sequence[Relation], figures: Sequence[Figure]) -> Iterator[Relation]:
    """One relation for each whole whose parts of one sentence leave a small rest, where nothing adds up to it as told and the sentence tells no further count that could be one."""
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
        if len(told) > 1 and told[0].start in opened and exact and most and NEAR * most <= made < most and not _further(told, whole, figures):
            yield related("sum", parts=tuple(told), whole=whole, reading=SOME)


def _further(told: Sequence[Figure], whole: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the parts' sentence counts something more, less than the whole: "of 193 cases 140 were closed, 38 went to court, in 25 the inquiry goes on"."""
    named = {whole.start, *(one.start for one in told)}
    beside = (one for one in figures if (one.line, one.sentence) == (told[0].line, told[0].sentence) and one.start not in named)
    return any(one.kind is Kind.COUNT and (one.quantity.value or 0) < (whole.quantity.value or 0) for one in beside)
