"""Shares: "144, или 87 %", "почти половина из них (140)", "Of those, 37.4 per cent said"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ..passages import COUNTED, Passage
from ..quantities import Hedge, Kind
from ..reading import Figure
from .parts import whole_before
from .relation import TURNED, Relation, alike, one_unit, related, same_kind

_JOINING = frozenset(
    {
        ",",
        "(",
        "–",
        "—",
        "-",
        ")",
        "т",
        "е",
        ".",
        "i",
        "e",
        "что",
        "это",
        "из",
        "них",
        "of",
        "them",
        "the",
        "is",
        "was",
        "just",
        "по",
        "ы",
        "и",
        "і",
        "у",
        "же",
        "или",
        "or",
        "яғни",
        "ещё",
        "еще",
        "then",
        "a",
        "an",
        "that",
        "those",
        "этого",
        "числа",
        "all",
        "which",
        "only",
        "всех",
    }
)


def shares(passage: Passage) -> Iterator[Relation]:
    """Every percentage that is a share of something counted: with its part where the text gives one, else alone against its whole."""
    if passage.row and not any(one.text in {"(", ":"} for one in passage.line.stream):
        return
    for percent in passage.figures:
        if (
            percent.kind is not Kind.PERCENT
            or percent.unit != "percent"
            or percent.quantity.value is None
            or changing(passage, percent)
            or level(passage, percent)
        ):
            continue
        told = _of_so_many(passage, percent)
        if told:
            yield told
            continue
        part = _part(passage, percent)
        found = _chosen(passage, part, percent) if part else None
        found = found or _fitting(passage, percent) or _far_whole(passage, percent)
        if found:
            yield found
        else:
            yield from _alone(passage, percent)


def gives(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Whether the quotient is the percentage, as printed."""
    one, other = part.quantity.value, whole.quantity.value
    if one is None or not other or percent.quantity.value is None:
        return False
    share, said = one * 100 / other, percent.quantity.value
    return percent.quantity.rounded.holds(share) and abs(share - said) <= 10


def _chosen(passage: Passage, part: Figure, percent: Figure) -> Relation | None:
    """The whole of a told part: among those that may be it, the likeliest that gives the percentage; where none does, the likeliest."""
    wholes = list(_wholes(passage, part, percent))
    if not wholes:
        return None
    begin, stop = passage.sentence(part.sentence)
    opened = [place for place, _, cue in passage.cues if begin <= place < part.place and cue == "parts"]
    told = whole_before(passage, opened[-1], part) if opened else None
    named = "out_of" in passage.between(max(begin, wholes[0].place - 3), wholes[0].place) and wholes[0].sentence == part.sentence
    first = told or wholes[0]
    beside = [
        one
        for one in passage.of_sentence(part.sentence)
        if one.kind is Kind.COUNT and one is not part and (one.quantity.value or 0) >= (part.quantity.value or 0)
    ]
    fits = sorted((_off(part, one, percent), place) for place, one in enumerate([*wholes, *beside]) if gives(part, one, percent))
    fitting = first if gives(part, first, percent) and percent.quantity.step <= 1 else ([*wholes, *beside][fits[0][1]] if fits else None)
    near = told is not None and told.line == part.line and told.sentence >= part.sentence - 1
    counted = [one for one in passage.of_sentence(part.sentence) if one.kind is part.kind and one is not part]
    only = len(counted) == 1 and counted[0] is first
    surely = (named or near or only) and same_kind(first, part) and "respectively" not in passage.between(begin, stop)
    if surely and (named or near):
        return related("percent", part=part, whole=first, percent=percent)
    return related("percent", part=part, whole=fitting or first, percent=percent, sure=fitting is not None or surely)


def _of_with_part(passage: Passage, percent: Figure, whole: Figure, part: Figure) -> bool:
    """ "Two thirds of those 27 cases (namely 18)"."""
    named = "out_of" in passage.between(percent.after, whole.place + 1) and whole.place - percent.after <= 4
    inside = passage.bracketed(part) and not passage.bracketed(whole) and part.place - whole.after <= 5
    return named and inside and (part.quantity.value or 0) <= (whole.quantity.value or 0)


def _off(part: Figure, whole: Figure, percent: Figure) -> Fraction:
    """How far the share is from what is said."""
    return abs(Fraction(part.quantity.value or 0) * 100 / Fraction(whole.quantity.value or 1) - Fraction(percent.quantity.value or 0))


def _of_so_many(passage: Passage, percent: Figure) -> Relation | None:
    """ "61 of 94 police stations (roughly 75 per cent)", "в трёх колониях из двенадцати, то есть в каждой четвёртой"."""
    ahead = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.after <= percent.place][-2:]
    behind = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.place >= percent.after][:2]
    if len(behind) == 2 and _of_with_part(passage, percent, behind[0], behind[1]):
        return related("percent", part=behind[1], whole=behind[0], percent=percent)
    if len(ahead) < 2:
        return None
    part, whole = ahead
    tight = (
        whole.place - part.after <= 4
        and "out_of" in passage.between(part.after, whole.place + 1)
        and not {",", ";", "("} & set(passage.words(part.after, whole.place))
    )
    if tight and _joined(passage, whole, whole.after, percent.place) and (part.quantity.value or 0) <= (whole.quantity.value or 0):
        return related("percent", part=part, whole=whole, percent=percent)
    return None


def _fitting(passage: Passage, percent: Figure) -> Relation | None:
    """A percentage without a part beside it: two figures of one unit near it that give it."""
    begin, stop = passage.sentence(percent.sentence)
    near = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.quantity.value]
    back = [one for one in passage.ahead_of(percent) if one.kind is Kind.COUNT and one.quantity.value and one not in near][
        : 9 if "share" in passage.between(begin, stop) else 5
    ]
    for part in [*near, *back]:
        for whole in [*near, *back]:
            small = (part.quantity.value or 0) < (whole.quantity.value or 0)
            if small and (same_kind(part, whole) or part in near) and gives(part, whole, percent):
                return related("percent", part=part, whole=whole, percent=percent, sure=False)
    return None


def _far_whole(passage: Passage, percent: Figure) -> Relation | None:
    """ "24 cases were sent back; that is 12.9 per cent": of a whole of the same unit further before, where it gives the percentage."""
    ahead = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.after <= percent.place]
    part = ahead[-1] if ahead else None
    if part is None or percent.quantity.step > 1 or percent.place - part.after > 6 or "equals" not in passage.between(part.after, percent.place):
        return None
    wholes = [one for one in passage.ahead_of(part)[:20] if same_kind(one, part) and part.unit is not None and gives(part, one, percent)]
    return related("percent", part=part, whole=wholes[0], percent=percent, sure=False) if wholes else None


def changing(passage: Passage, percent: Figure) -> bool:
    """Whether a percentage says how much something rose or fell, and not what share it is."""
    begin, stop = passage.sentence(percent.sentence)
    last = max((one.after for one in passage.of_sentence(percent.sentence) if one.place < percent.place), default=begin)
    near = passage.between(max(last, percent.place - 6), percent.place)
    tight = passage.between(max(begin, percent.place - 2), percent.after)
    behind = passage.between(percent.after, min(stop, percent.after + 6))
    turned = passage.between(begin, stop) & TURNED
    if (
        near & TURNED
        or (passage.line.lexicon.language in {"kk", "ky"} and passage.between(percent.after, percent.after + 2) & TURNED)
        or (turned and "of_change" in tight)
        or (percent.dative and behind & TURNED)
    ):
        return True
    return bool(turned) and last > begin and passage.words(last, percent.place) in {("(",), (",",)} and _closes(passage, percent, last)


def level(passage: Passage, percent: Figure) -> bool:
    """Whether a percentage is one of two between which something moved: "from 61 % to 70 %"."""
    shown = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.PERCENT and one.unit == "percent"]
    begin, _ = passage.sentence(percent.sentence)
    for one, other in pairwise(shown):
        opens = one.ablative or "from" in passage.between(max(begin, one.place - 3), one.place)
        closes = other.dative or "to" in passage.between(one.after, other.place)
        if opens and closes and percent in (one, other):
            return True
    return False


def _closes(passage: Passage, percent: Figure, last: int) -> bool:
    """Whether the figure right before is the end of a "from A to B"."""
    figures = [one for one in passage.of_sentence(percent.sentence) if one.after <= last]
    return len(figures) > 1 and (figures[-1].dative or "to" in passage.between(figures[-2].after, figures[-1].place))


def _part(passage: Passage, percent: Figure) -> Figure | None:
    """The counted figure that stands right before or behind the percentage, joined to it."""
    figures = [one for one in passage.of_sentence(percent.sentence) if one.kind in {Kind.COUNT, Kind.MONEY}]
    ahead = [one for one in figures if one.after <= percent.place]
    behind = [one for one in figures if one.place >= percent.after]
    words = passage.words(percent.after, behind[0].place) if behind else ()
    begin, _ = passage.sentence(percent.sentence)
    opened = bool(ahead) and ahead[-1].place - begin <= 3 and "out_of" in passage.between(begin, ahead[-1].place)
    whole_first = opened and words[-1:] == ("(",)  # "Of the 495, some 60 per cent were on remand (297)"
    if ahead and not whole_first and _joined(passage, ahead[-1], ahead[-1].after, percent.place):
        return ahead[-1]
    if (
        behind
        and len(words) <= 8
        and ("(" in words or "–" in words or "—" in words)
        and "," not in words
        and not _counted_share(behind[0], percent)
    ):
        return behind[0]
    return None


def _counted_share(part: Figure, percent: Figure) -> bool:
    return part.quantity.hedge in {Hedge.AT_MOST} or part.kind is Kind.MEASURE


def _joined(passage: Passage, part: Figure, start: int, stop: int) -> bool:
    words = passage.words(start, stop)
    nouns = len(part.noun.split())
    rest = words[nouns:] if len(words) >= nouns else words
    cues = passage.between(start, stop)
    if len(rest) > 7 or {";", ":"} & set(rest):
        return False
    if set(rest) <= _JOINING:
        return bool({",", "(", "–", "—"} & set(rest)) or "equals" in cues
    if "share" in cues and "," in rest:
        return True
    return "equals" in cues or (rest[-1:] == ("(",) and len(rest) <= 5)


def _wholes(passage: Passage, part: Figure, percent: Figure) -> Iterator[Figure]:
    """Of what the part is a share, the likeliest first: what the sentence names with "из N", "of the N"; else what "of them" points back to; else what was counted before."""
    begin, _ = passage.sentence(part.sentence)
    for one in passage.of_sentence(part.sentence):
        if one is not part and _may_hold(one, part) and "out_of" in passage.between(max(begin, one.place - 3), one.after):
            yield one
    before = [one for one in passage.ahead_of(part) if _may_hold(one, part)]
    yield from _ranked(passage, part, before)
    yield from (one for one in passage.of_sentence(part.sentence) if one.place > percent.after and _may_hold(one, part))


def _may_hold(whole: Figure, part: Figure) -> bool:
    one, other = whole.quantity.value, part.quantity.value
    return whole.kind in COUNTED and one is not None and other is not None and one >= other and alike(whole, part)


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
        if one.kind is Kind.COUNT and "out_of" in passage.between(max(begin, one.place - 2), one.place + 1)
    ]
    opening = passage.between(begin, percent.place)
    whole = (
        own[0] if own else next((one for one in passage.ahead_of(percent) if one.kind is Kind.COUNT), None) if "parts" in opening else None
    )
    value = whole.quantity.value if whole else None
    if whole and not one_unit(passage.counts_at(percent.after), whole.unit):
        return  # "half of the complaints came from three prisons" is no share of the prisons
    if whole and value and value == int(value) and 0 < value * percent.quantity.step < 100:
        yield related("percent", whole=whole, percent=percent)
