"""Totals told behind their parts: "2022 г. – 17, 2023 г. – 12, всего 29", "13 домов и 15 больниц, всего 36", shares that add up."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .adding_up import added
from .relation import Relation, alike, related, same_kind
from .unread import unread

SEPARATING = frozenset({",", ";", "и", "and", "а", "plus", "плюс", "және", "жана", "мен", "бен", "пен", "менен", "\t"})
"""What stands between the entries of a list."""
_LARGE = 30
"""Wholes whose parts are told over several sentences are as large as this."""
_APART = frozenset({"parts", "compared", "earlier", "last_year", "than", "against", "exceeds", "below", "of_change"})
"""Cues behind which a figure is no further entry of a list."""


def totals(passage: Passage, number: int, figures: Sequence[Figure]) -> list[Relation]:
    """Every total that a sentence tells behind what makes it; `figures` are its figures of one value."""
    return [*_behind(passage, number, figures), *_next(passage, number, figures), *_shares_together(passage, number, figures)]


def _behind(passage: Passage, number: int, figures: Sequence[Figure]) -> Iterator[Relation]:
    """A list of years and its total behind: "2022 г. – 17, 2023 г. – 12, 2024 г. – девять, всего 38"; percentages that "add up to 99 %"."""
    for place, total in enumerate(figures):
        listed = [one for one in figures[:place] if same_kind(one, total) or (one.kind is total.kind is Kind.COUNT and not one.noun)]
        years = [one for one in listed if one.period and one.period.whole_year]
        if len({one.period.whole_year for one in years if one.period}) == len(years) >= 2 and added(years) == total.quantity.value:
            yield related("sum", parts=tuple(years), whole=total)
            continue
        if _among(passage, listed, total):
            yield related("sum", parts=tuple(listed[-2:]), whole=total, sure=False)
        formula = _formula(passage, figures[:place], total)
        if formula:
            yield related("sum", parts=tuple(formula), whole=total)
        if formula or not _called_total(passage, total, figures[place + 1 :]):
            continue
        whole = {other.start for one, other in pairwise(figures[:place]) if "out_of" in passage.between(one.after, other.place + 1) and other.place - one.after <= 4}
        entries = [one for one in listed if one.start not in whole]
        over = _over_sentences(passage, number, listed, total)
        parts = over or _dated(years, total) or _added_up(listed, total) or _added_up(entries, total) or _listed(passage, figures[:place], total)
        if parts:
            yield related("sum", parts=tuple(parts), whole=total, sure=_beside_the_word(passage, total) and not unread(passage, parts))


def _among(passage: Passage, listed: Sequence[Figure], total: Figure) -> bool:
    """ "There were 210 men and 30 women among the 240 interviewees"."""
    last = listed[-2:]
    between = passage.between(last[-1].after, total.place + 1) if len(last) == 2 else frozenset()
    return bool({"among", "out_of"} & between) and added(last) == total.quantity.value and (total.quantity.value or 0) >= _LARGE


def _next(passage: Passage, number: int, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "В 96 случаях звонивший назвал себя, в 183 – нет. Всего случаев 279": the sentence before, where all that it counts makes the total."""
    total = next((one for one in figures if one.unit != "years"), None) if number else None  # "in four years 72 in all"
    if total is None or total.kind not in {Kind.COUNT, Kind.MONEY} or not passage.totals(total):
        return
    before = [one for one in passage.of_sentence(number - 1) if one.kind is total.kind and one.quantity.value is not None]
    if len(before) > 1 and added(before) == total.quantity.value and (total.quantity.value or 0) >= 10:
        yield related("sum", parts=tuple(before), whole=total, sure=False)
    elif len(before) > 2 and _dated(before, total) and any(one.unit == "years" and one.quantity.value == len(before) for one in passage.of_sentence(number)):
        yield related("sum", parts=tuple(before), whole=total)  # "2019: 7; 2020: 5; 2021: 6. In total 19 in three years"


def _beside_the_word(passage: Passage, total: Figure) -> bool:
    """Whether "total" stands right at the figure: "всего 36"; "всего рассмотрено 700" may be the total of something else."""
    begin, stop = passage.sentence(total.sentence)
    near = passage.between(max(begin, total.place - 5), total.place)
    ends = [place + taken for place, taken, cue in passage.cues if cue == "total" and begin <= place < total.place]
    bare = bool(ends) and all(one.shape != "word" for one in passage.line.stream[ends[-1] : total.place])
    return ("total" in near and bare) or "total" in passage.between(total.after, min(stop, total.after + 4))


def _formula(passage: Passage, before: Sequence[Figure], total: Figure) -> list[Figure]:
    """ "410 письменных + 230 устных = 640": what is written as a sum."""
    if passage.words(total.place - 1, total.place) != ("=",):
        return []
    parts = list(before[-1:])
    for one in reversed(before[:-1]):
        if "+" not in passage.words(one.after, parts[-1].place):
            break
        parts.append(one)
    return parts[::-1] if len(parts) > 1 else []


def _over_sentences(passage: Passage, number: int, listed: Sequence[Figure], total: Figure) -> list[Figure]:
    """ "У вокзала – 118 человек, в порту – 64, на севере – 39. На остальные приходится 49, вместе 260": a list that goes on with the rest in the next sentence."""
    begin, _ = passage.sentence(number)
    if not number or "rest" not in passage.between(begin, total.place):
        return []
    before = [one for one in passage.of_sentence(number - 1) if one.kind is total.kind and one.quantity.value is not None and same_kind(one, total)]
    plain = [one for one in [*before, *(one for one in listed if same_kind(one, total))] if one.quantity.hedge is None]
    said = total.quantity.value or Fraction(0)
    return plain if len(before) > 1 and len(plain) > len(before) and abs(added(plain) - said) * 10 <= said else []


def _dated(years: Sequence[Figure], total: Figure) -> list[Figure]:
    """Entries of different years that may make the total: what is told of two years of ten is far from it."""
    said = total.quantity.value or Fraction(0)
    different = len({one.period.whole_year for one in years if one.period}) == len(years) >= 2
    return list(years) if different and abs(added(years) - said) * 2 <= said else []


def _added_up(listed: Sequence[Figure], total: Figure) -> list[Figure]:
    """Percentages that are told together, or the last figures that make the total exactly."""
    if total.kind is Kind.PERCENT and len(listed) > 2:
        return list(listed)
    sizes = range(2, min(len(listed), 12) + 1)
    return next((list(listed[-size:]) for size in sizes if added(listed[-size:]) == total.quantity.value), [])


def _listed(passage: Passage, before: Sequence[Figure], total: Figure) -> list[Figure]:
    """The whole list right before "in all": of plain figures joined by commas and "and", that nearly make the total; else nothing."""
    plain = [one for one in before if one.kind is total.kind is Kind.COUNT and not one.quantity.hedge and not passage.bracketed(one)]
    if len(plain) > 2 and len(plain) == len(before) and added(plain) == total.quantity.value and len({one.unit for one in plain}) > 1:
        return plain  # "310 letters, 120 calls and 70 visits: 500 contacts in all"
    run: list[Figure] = []
    for one in reversed(before):
        between = passage.words(one.after, run[-1].place) if run else ()
        joined = not run or (bool(SEPARATING & set(between)) and len(between) <= 6 and not passage.between(one.after, run[-1].place) & _APART)
        unlike = not _counts_so(one, total) or (run and not alike(one, run[-1]))
        if not joined or unlike or passage.bracketed(one) or one.quantity.hedge:
            break
        run.append(one)
    said, made = total.quantity.value or Fraction(0), added(run)
    whole = len(run) == len(before) and not total.quantity.hedge and abs(made - said) * 4 <= said
    return run[::-1] if len(run) > 1 and whole and all((one.quantity.value or 0) < said for one in run) else []


def _counts_so(one: Figure, total: Figure) -> bool:
    """Whether a total may count such things: places are rooms as well as institutions."""
    return alike(one, total) or (one.kind is total.kind and {one.unit, total.unit} <= {"places", "beds"})


def _shares_together(passage: Passage, number: int, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "The shares add up to 101 %": the percentages of the sentence before."""
    total = figures[0] if figures else None
    if (
        number
        and total is not None
        and len(figures) == 1
        and total.kind is Kind.PERCENT
        and "total" in passage.between(*passage.sentence(number))
    ):
        listed = [
            one
            for one in passage.of_sentence(number - 1)
            if one.kind is Kind.PERCENT and one.unit == "percent" and one.quantity.value is not None
        ]
        if len(listed) > 1:
            yield related("sum", parts=tuple(listed), whole=total)


def _called_total(passage: Passage, total: Figure, later: Sequence[Figure]) -> bool:
    """Whether "total" stands between the figure before and this one, or right behind this one at the end of the sentence."""
    _, stop = passage.sentence(total.sentence)
    return passage.totals(total) or (not later and "total" in passage.between(total.after, min(stop, total.after + 4)))


def the_rest(passage: Passage, number: int, told: Sequence[Relation]) -> list[Relation]:
    """ "По 77 жалобам переданы материалы. Возбуждено 22 дела, в остальных 55 случаях отказано": what is left, and those told before it, of a whole that they make exactly."""
    counted = [
        one
        for near in range(max(0, number - 2), number + 1)
        for one in passage.of_sentence(near)
        if one.kind in {Kind.COUNT, Kind.MONEY} and one.quantity.value is not None and not one.quantity.hedge
    ]
    summed = {one.start for relation in told if relation.kind == "sum" for one in relation.role("parts")}
    for place, rest in enumerate(counted):
        if not place or rest.sentence != number or rest.start in summed or "rest" not in passage.between(counted[place - 1].after, rest.place):
            continue
        wholes = [one for one in passage.ahead_of(rest) if one.kind is rest.kind and (one.quantity.value or 0) > (rest.quantity.value or 0)][:12]
        here = [begin for begin in range(place) if counted[begin].sentence == number]
        over = [begin for begin in range(max(0, place - 6), place) if counted[begin].sentence < number]
        for begin in [*here, *reversed(over)]:
            parts = counted[begin : place + 1]
            if any(one.kind is not rest.kind for one in parts) or (parts[0].sentence < number and added(parts) < _LARGE):
                continue
            whole = next((one for one in wholes if one not in parts and one.quantity.value == added(parts)), None)
            if whole is not None:
                return [related("sum", parts=tuple(parts), whole=whole, sure=False)]
    return _not_quite(passage, number, counted, summed)


def _not_quite(passage: Passage, number: int, counted: Sequence[Figure], summed: set[int]) -> list[Relation]:
    """ "24 cases were opened. 15 went to court, five were closed, the remaining six go on": all that the sentence counts, of what the one before began with, though it does not make it."""
    parts = [one for one in counted if one.sentence == number]
    before = [one for one in counted if one.sentence == number - 1]
    if len(parts) < 3 or not before or {one.start for one in parts} & summed or "rest" not in passage.between(parts[-2].after, parts[-1].place):
        return []
    whole, off = before[0], abs(added(parts) - (before[0].quantity.value or 0))
    plain = all(one.kind is whole.kind is Kind.COUNT and same_kind(one, whole) and not one.noun for one in parts) and not passage.bracketed(whole)
    near = off * 10 <= (whole.quantity.value or 0) and all((one.quantity.value or 0) < (whole.quantity.value or 0) for one in parts)
    others = [one for one in passage.of_sentence(number) if one not in parts]
    return [related("sum", parts=tuple(parts), whole=whole)] if plain and near and not others else []
