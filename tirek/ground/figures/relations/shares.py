"""Shares: "144, или 87 %", "почти половина из них (140)", "Of those, 37.4 per cent said"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from ..passages import COUNTED, Passage
from ..quantities import Kind
from ..reading import Figure
from .filling import filling, overfull
from .giving import gives
from .joining import part_of
from .levels import changing, level
from .naming import noun_behind, of_named
from .pairing import earlier
from .parts import whole_before
from .relation import Relation, alike, one_unit, related, same_kind
from .respective import respective
from .so_many import of_so_many

_FEW = 25
"""A smaller figure without a noun gives a percentage by chance."""


def shares(passage: Passage, sums: Sequence[Relation] = ()) -> list[Relation]:
    """Every percentage that is a share of something counted: with its part where the text gives one, else alone against its whole."""
    if passage.row and not any(one.text in {"(", ":"} for one in passage.line.stream):
        return []
    listed = [one for number in range(len(passage.line.sentences)) for one in respective(passage, number)]
    done = {one.role("percent")[0].start for one in listed}
    told = [one for percent in passage.figures if percent.start not in done for one in _share(passage, percent, sums)]
    return [*listed, *_with_siblings(told)]


def _share(passage: Passage, percent: Figure, sums: Sequence[Relation]) -> list[Relation]:
    """What one percentage is a share of."""
    if not _is_share(passage, percent):
        found = _fitting(passage, percent) if _becomes(passage, percent) else None
        return [found] if found else []
    told = overfull(passage, percent) or filling(passage, percent) or of_so_many(passage, percent)
    if told:
        return [told]
    part = part_of(passage, percent)
    found = _chosen(passage, part, percent) if part else None
    added = next((one.role("whole")[0] for one in sums if part is not None and part in one.role("parts") and (one.sure or not _beside(one.role("whole")[0], part))), None)
    if part is not None and added is not None and not (found and gives(part, found.role("whole")[0], percent)):
        found = related("percent", part=part, whole=added, percent=percent)
    found = found or _fitting(passage, percent) or _far_whole(passage, percent)
    return [found] if found else list(_alone(passage, percent))


def _with_siblings(told: Sequence[Relation]) -> list[Relation]:
    """A share that its likeliest whole does not give is one of the whole that the shares beside it are of: "1 012 (36,8 %), 693 (25,2 %), 495 (19 %)"."""
    giving = [one for one in told if one.role("part") and gives(*(one.role(name)[0] for name in ("part", "whole", "percent")))]
    return [one if one.sure or one in giving or not one.role("part") else _of_their_whole(one, giving) for one in told]


def _of_their_whole(one: Relation, giving: Sequence[Relation]) -> Relation:
    part, percent = one.role("part")[0], one.role("percent")[0]
    beside = [each for each in giving if _beside(each.role("part")[0], part) and same_kind(each.role("whole")[0], part)]
    wholes = {each.role("whole")[0].quantity.value: each.role("whole")[0] for each in beside}
    if len(wholes) != 1 or (part.quantity.value or 0) > (next(iter(wholes)) or 0):
        return one
    return related("percent", part=part, whole=next(iter(wholes.values())), percent=percent, sure=len(beside) > 1)


def _beside(one: Figure, other: Figure) -> bool:
    """Whether two parts are told of one thing in one sentence."""
    return (one.line, one.sentence) == (other.line, other.sentence) and same_kind(one, other)


def _becomes(passage: Passage, percent: Figure) -> bool:
    """Whether a percentage is the later one of two between which something moved: it may be a share of what the text tells."""
    figures = passage.of_sentence(percent.sentence)
    first = next((one for one in figures if one.kind is Kind.PERCENT), None)
    named = "share" in passage.between(*passage.sentence(percent.sentence))
    return percent.kind is Kind.PERCENT and percent.unit == "percent" and (percent is not first or named) and level(passage, percent)


def _is_share(passage: Passage, percent: Figure) -> bool:
    shown = percent.kind is Kind.PERCENT and percent.unit == "percent" and percent.quantity.value is not None
    return shown and not changing(passage, percent) and not level(passage, percent)


def _chosen(passage: Passage, part: Figure, percent: Figure) -> Relation | None:
    """The whole of a told part: among those that may be it, the likeliest that gives the percentage; where none does, the likeliest."""
    wholes = list(_wholes(passage, part, percent))
    if not wholes:
        return None
    by_name = of_named(passage, part, percent)
    if by_name and (gives(part, by_name.role("whole")[0], percent) or not _fits_here(passage, part, percent)):
        return by_name
    begin, stop = passage.sentence(part.sentence)
    opened = [place for place, _, cue in passage.cues if begin <= place < part.place and cue == "parts"]
    told = whole_before(passage, opened[-1], part) if opened else None
    named = "out_of" in passage.between(max(begin, wholes[0].place - 3), wholes[0].place) and wholes[0].sentence == part.sentence
    named = named and not _of_another(passage, wholes[0], part)
    first = told or wholes[0]
    beside = [
        one
        for one in passage.of_sentence(part.sentence)
        if one.kind is Kind.COUNT and one is not part and (one.quantity.value or 0) >= (part.quantity.value or 0)
    ]
    fits = sorted((_off(part, one, percent), place) for place, one in enumerate([*wholes, *beside]) if gives(part, one, percent))
    fitting = first if gives(part, first, percent) and percent.quantity.step <= 1 else ([*wholes, *beside][fits[0][1]] if fits else None)
    fitting = fitting or _further(passage, part, percent)
    near = told is not None and told.line == part.line and told.sentence >= part.sentence - 1
    if near and told is not None and fitting is not None and not _close_by(fitting, told) and not noun_behind(passage, percent):
        fitting = None  # "63 сотрудника, из них 21 (36 %)" is no share of the 58 of another paragraph
    counted = [one for one in passage.of_sentence(part.sentence) if one.kind is part.kind and one is not part]
    only = len(counted) == 1 and counted[0] is first
    surely = (named or near or only) and same_kind(first, part) and "respectively" not in passage.between(begin, stop)
    if surely and (named or (near and (fitting is None or gives(part, first, percent)))):
        return related("percent", part=part, whole=first, percent=percent)
    return related("percent", part=part, whole=fitting or first, percent=percent, sure=fitting is not None or surely)


def _close_by(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one sentence or the next."""
    return one.line == other.line and abs(one.sentence - other.sentence) <= 1


def _fits_here(passage: Passage, part: Figure, percent: Figure) -> bool:
    """Whether a whole of the sentence itself gives the percentage."""
    return any(_may_hold(one, part) and one is not part and gives(part, one, percent) for one in passage.of_sentence(part.sentence))


def _further(passage: Passage, part: Figure, percent: Figure) -> Figure | None:
    """A whole of the part's unit further before that gives the percentage: it is named a page earlier."""
    told = [one for one in passage.ahead_of(part)[12:] if part.unit is not None and same_kind(one, part) and one.unit == part.unit]
    return next((one for one in told if percent.quantity.step <= 1 and gives(part, one, percent)), None)


def _off(part: Figure, whole: Figure, percent: Figure) -> Fraction:
    """How far the share is from what is said."""
    return abs(Fraction(part.quantity.value or 0) * 100 / Fraction(whole.quantity.value or 1) - Fraction(percent.quantity.value or 0))


def _fitting(passage: Passage, percent: Figure) -> Relation | None:
    """A percentage without a part beside it: two figures of one unit near it that give it."""
    begin, stop = passage.sentence(percent.sentence)
    near = [one for one in passage.of_sentence(percent.sentence) if one.kind in {Kind.COUNT, Kind.MONEY} and one.quantity.value]
    back = [one for one in passage.ahead_of(percent) if one.kind is Kind.COUNT and one.quantity.value and one not in near][
        : 9 if "share" in passage.between(begin, stop) or percent.quantity.step < 1 or level(passage, percent) else 5
    ]
    fits = [
        (_off(part, whole, percent) if percent.quantity.step > 1 else Fraction(0), not whole.noun, place, part, whole)
        for place, (part, whole) in enumerate(permutations([*near, *back], 2))
        if (part.quantity.value or 0) < (whole.quantity.value or 0)
        and (same_kind(part, whole) or (part in near and alike(part, whole)))
        and (whole.noun or whole in near or (whole.quantity.value or 0) >= _FEW)
        and gives(part, whole, percent)
    ]
    if not fits or earlier(passage, percent):
        return None
    part, whole = min(fits, key=lambda fit: fit[:3])[3:]
    return related("percent", part=part, whole=whole, percent=percent, sure=False)


def _far_whole(passage: Passage, percent: Figure) -> Relation | None:
    """ "24 cases were sent back; that is 12.9 per cent": of a whole of the same unit further before, where it gives the percentage."""
    ahead = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.after <= percent.place]
    part = ahead[-1] if ahead else None
    if part is None or percent.quantity.step > 1 or percent.place - part.after > 6 or "equals" not in passage.between(part.after, percent.place):
        return None
    wholes = [one for one in passage.ahead_of(part)[:20] if same_kind(one, part) and part.unit is not None and gives(part, one, percent)]
    return related("percent", part=part, whole=wholes[0], percent=percent, sure=False) if wholes else None


def _wholes(passage: Passage, part: Figure, percent: Figure) -> Iterator[Figure]:
    """Of what the part is a share, the likeliest first: what the sentence names with "из N", "of the N"; else what "of them" points back to; else what was counted before."""
    begin, _ = passage.sentence(part.sentence)
    for one in passage.of_sentence(part.sentence):
        if one is not part and _may_hold(one, part) and not _of_another(passage, one, part) and "out_of" in passage.between(max(begin, one.place - 3), one.after):
            yield one
    before = [one for one in passage.ahead_of(part) if _may_hold(one, part)]
    yield from _ranked(passage, part, before)
    yield from (one for one in passage.of_sentence(part.sentence) if one.place > percent.after and _may_hold(one, part))


def _of_another(passage: Passage, whole: Figure, part: Figure) -> bool:
    """ "Reviewed 40 of the 68 files and found fault with 22": 68 is the whole of 40; "87 (7.9 %); a year before 91 of 1,024": 1,024 that of 91."""
    ahead = [one for one in passage.of_sentence(whole.sentence) if one.after <= whole.place]
    beside = ahead[-1] if ahead else None
    counted = beside is not None and (part.place > whole.place or beside.kind in COUNTED)
    if beside is None or beside is part or not counted:
        return False
    return whole.place - beside.after <= 3 and "out_of" in passage.between(beside.after, whole.place)


def _may_hold(whole: Figure, part: Figure) -> bool:
    one, other = whole.quantity.value, part.quantity.value
    return whole.kind in COUNTED and one is not None and other is not None and one >= other and (alike(whole, part) or {whole.unit, part.unit} == {"persons", "interviews"})


def _ranked(passage: Passage, part: Figure, before: Sequence[Figure]) -> list[Figure]:
    """The nearest first; but a figure that is itself a smaller neighbour in the part's own list stands behind the whole of the list."""
    near = list(before[:12])
    listed = [one for one in near if one.sentence == part.sentence and one.line == part.line]
    if listed:
        largest = max(listed, key=lambda one: one.quantity.value or 0)
        near = [largest, *(one for one in near if one is not largest)]
    return near


def _alone(passage: Passage, percent: Figure) -> Iterator[Relation]:
    """A percentage of a told whole without its part: only where the whole is so small that not every percentage can be."""
    begin, _ = passage.sentence(percent.sentence)
    own = [
        one
        for one in passage.of_sentence(percent.sentence)
        if one.kind is Kind.COUNT and {"out_of", "among"} & passage.between(max(begin, one.place - 2), one.place + 1)
    ]
    opening = passage.between(begin, percent.place)
    whole = (
        own[0] if own else next((one for one in passage.ahead_of(percent) if one.kind is Kind.COUNT), None) if "parts" in opening else None
    )
    value = whole.quantity.value if whole else None
    if whole and not one_unit(passage.counts_at(percent.after), whole.unit):
        return  # "half of the complaints came from three prisons" is no share of the prisons
    if whole and value and (percent.quantity.value or 0) <= 100 and value == int(value) and 0 < value * percent.quantity.step < 100:
        yield related("percent", whole=whole, percent=percent)
