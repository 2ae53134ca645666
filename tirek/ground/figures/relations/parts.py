"""Parts and wholes: "12 480, в том числе 9 730 и 2 750", "13, 15 and 8, in total 36", and parts of which only some are told."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, takewhile

from ..passages import COUNTED, Passage
from ..reading import Figure
from .adding_up import added, adding_up, of_the_topic
from .among import accompanying, among, of_the_named, out_of
from .relation import TURNED, Relation, alike, related, same_kind
from .totals import SEPARATING, the_rest, totals
from .unread import unread

_TURNS = frozenset({"compared", "earlier", "than", "exceeds", "below", "average"})
MOST = 40
"""Parts of one whole that are looked at, at most: a list of all regions is shorter."""
_MARKS = frozenset({",", ";", "(", "–", "—", ":", "-", "\t", "."})


def parts(passage: Passage) -> Iterator[Relation]:
    """A total behind a list, parts behind a word or a mark that opens them, "N of M"; then what adds up to the unit though no word says so."""
    told: list[Relation] = []
    for number in range(len(passage.line.sentences)):
        figures = [one for one in passage.of_sentence(number) if one.quantity.value is not None]
        told += totals(passage, number, figures)
        told += _pointing_back(passage, number, figures)
        told += _opened(passage, figures, told)
        told += _listed_behind(passage, figures, told)
        told += out_of(passage, figures)
        told += among(passage, figures)
        told += [one for one in of_the_named(passage, number, figures) if one.role("part")[0].start not in _placed(told)]
        told += the_rest(passage, number, told)
    if not passage.row:
        told += adding_up(passage, told)
        told += of_the_topic(passage, told)
    yield from told
    yield from accompanying(passage, told)


def _placed(told: Sequence[Relation]) -> set[int]:
    """Starts of the figures that are parts already."""
    return {one.start for relation in told for name in ("parts", "part") for one in relation.role(name)}


def _opened(passage: Passage, figures: Sequence[Figure], told: Sequence[Relation]) -> list[Relation]:
    """Parts behind "в том числе", "из них", "of whom": of the last whole before the word that no bracket holds, in this sentence or before it."""
    found: list[Relation] = []
    if not figures:
        return found
    begin, stop = passage.sentence(figures[0].sentence)
    for place, length, cue in passage.cues:
        opens = (
            begin <= place < stop
            and cue == "parts"
            and not (passage.row and _first(passage, 0, place))
            and (place == begin or passage.words(place - 1, place)[0] in _MARKS or _first(passage, begin, place))
        )
        behind = [
            one for one in figures if one.place >= place + length and one.kind in COUNTED and one.start not in _placed([*told, *found])
        ]
        whole = whole_before(passage, place, behind[0]) if opens and behind else None
        if whole is None and opens and behind:
            found += _more_than_there_are(passage, place, behind[0])
        if whole is not None:
            behind = list(_of_entry(passage, whole, place + length, behind))
            listed = _run(passage, whole, behind)
            exact = _exactly(passage, behind, place)
            rest = "rest" in passage.between(place, stop) and len(listed) > 1
            if exact and (rest or added(listed) != whole.quantity.value):
                listed, whole = exact
            found += _within(passage, listed, whole, all_told=rest, rest=rest)
    return found


def _more_than_there_are(passage: Passage, place: int, part: Figure) -> list[Relation]:
    """ "47 were convicted, of them 60 men": where nothing told before is as much, the words can only mean the figure right before them."""
    begin, _ = passage.sentence(part.sentence)
    ahead = [one for one in passage.of_sentence(part.sentence) if begin <= one.place < place]
    whole = ahead[-1] if ahead else None
    if whole is None or whole.kind not in COUNTED or not same_kind(part, whole) or place - whole.after > 4 or part.place - place > 5 or passage.bracketed(whole):
        return []
    amount, most = part.quantity.value or Fraction(0), whole.quantity.value or Fraction(0)
    return [related("part", part=part, whole=whole)] if most < amount <= 2 * most and whole.quantity.hedge is None else []


def _of_entry(passage: Passage, whole: Figure, place: int, behind: Sequence[Figure]) -> Sequence[Figure]:
    """The figures of the entry alone, where the whole is itself an entry of a list: "в колонии – 24; в изоляторы – 18, из них повторных 5; в отделы – 7"."""
    begin, stop = passage.sentence(behind[0].sentence)
    if whole not in passage.of_sentence(behind[0].sentence) or not {":", ";"} & set(passage.words(begin, whole.place)):
        return behind
    ends = [step for step in range(place, stop) if passage.line.stream[step].text == ";"]
    return [one for one in behind if one.place < ends[0]] if ends and behind[0].place < ends[0] else behind


def _pointing_back(passage: Passage, number: int, figures: Sequence[Figure]) -> list[Relation]:
    """ "The staff list names 84 nurses. Of them, 91 …": of the only thing that the sentence before counts. Parts that are no more than it are opened by the word itself."""
    before = [one for one in passage.of_sentence(number - 1) if one.kind in COUNTED] if number else []
    counted = [one for one in figures if one.kind in COUNTED]
    if len(before) != 1 or not counted or before[0].quantity.value is None:
        return []
    part, whole, (begin, stop) = counted[0], before[0], passage.sentence(number)
    amount, most = part.quantity.value or Fraction(0), whole.quantity.value or Fraction(0)
    opened = "parts" in passage.between(begin, part.place + 1) and amount > most
    back = opened or "parts" in passage.between(part.after, min(stop, part.after + 3))
    near = part.place - begin <= 4 and amount <= 2 * most
    same = not part.noun or (part.unit == whole.unit and part.unit is not None)
    if not (back and near and same and alike(part, whole)):
        return []
    return [related("part", part=part, whole=whole)]


def _exactly(passage: Passage, behind: Sequence[Figure], place: int) -> tuple[list[Figure], Figure] | None:
    """All figures behind a word and one of the last five wholes before it, where they add up to it exactly."""
    for whole in [one for one in passage.ahead_of(behind[0]) if one.line < behind[0].line or one.place < place][:6]:
        listed = [one for one in behind[:MOST] if alike(one, whole)]
        if len(listed) > 1 and added(listed) == whole.quantity.value and whole.kind is listed[0].kind:
            return listed, whole
    return None


def _first(passage: Passage, begin: int, place: int) -> bool:
    """Whether no figure stands between the sentence's beginning and this token: "Шағымдардың 640-ы", "Twenty of them"."""
    return not any(begin <= one.place < place for one in passage.figures)


def whole_before(passage: Passage, place: int, part: Figure) -> Figure | None:
    """Of what a part that follows this token is a part."""
    for one in passage.ahead_of(part):
        if one.line == part.line and one.place >= place:
            continue
        inside = one.line == part.line and (
            passage.bracketed(one)
            or {"earlier", "compared", "than", "against"} & passage.between(max(0, one.place - 4), one.place)
            or ("of_change" in passage.between(max(0, one.place - 1), one.place) and TURNED & passage.between(*passage.sentence(one.sentence)))
        )
        if one.kind in COUNTED and not inside and same_kind(one, part) and (one.quantity.value or 0) >= (part.quantity.value or 0):
            now = _of_now(passage, one, part)
            return now if now.sentence == part.sentence else _head(passage, now)
    return None


def _head(passage: Passage, one: Figure) -> Figure:
    """Of "48 freed: 30 from cells, 12 from centres. Of them 26 …" the 48: what a colon opens is a part itself."""
    if one not in passage.figures:
        return one
    listed = [each for each in passage.of_sentence(one.sentence) if each.place < one.place and each.kind is one.kind and each.quantity.value]
    first = listed[0] if listed else one
    opened = ":" in passage.words(first.after, min([*(each.place for each in listed[1:]), one.place]))
    return first if opened and same_kind(first, one) and (first.quantity.value or 0) > (one.quantity.value or 0) else one


def _of_now(passage: Passage, one: Figure, part: Figure) -> Figure:
    """Of "27 400 persons, in 2024 – 28 900; a fall of 5 %. Of them 1 644 women" the first: what is told of an earlier year only for comparison is no whole."""
    year = one.period.whole_year if one.period else None
    if year is None or one.noun or (part.period and part.period.whole_year == year):
        return one
    beside = [each for each in passage.ahead_of(one)[:4] if (each.line, each.sentence) == (one.line, one.sentence) and each.noun and same_kind(each, one)]
    now = next((each for each in beside if each.kind is one.kind and (each.quantity.value or 0) >= (part.quantity.value or 0)), None)
    later = now is not None and (now.period is None or (now.period.whole_year or 0) > year)
    return now if now is not None and later else one


def _run(passage: Passage, whole: Figure, after: Sequence[Figure]) -> list[Figure]:
    """The figures that may be parts, up to where the text turns to something else or they add up to the whole."""
    nested = {one.start for last, one in pairwise(after[:MOST]) if last.line == one.line and _opens_again(passage, last, one)}
    plain = _stretch(passage, whole, after)
    if not nested or added(plain) == whole.quantity.value:
        return plain
    return _stretch(passage, whole, [one for one in after[:MOST] if one.start not in nested])


def _opens_again(passage: Passage, last: Figure, one: Figure) -> bool:
    """ "В изоляторы – 18, из них повторных пять": a part of the last part."""
    return "parts" in passage.between(last.after, one.place)


def _stretch(passage: Passage, whole: Figure, after: Sequence[Figure]) -> list[Figure]:
    found: list[Figure] = []
    made = Fraction(0)
    for one in after[:MOST]:
        if (found and passage.between(found[-1].after, one.place) & _TURNS) or not same_kind(one, whole):
            break
        if passage.bracketed(one) and found and not passage.bracketed(found[-1]):
            continue
        if found and passage.bracketed(found[-1]) and not passage.bracketed(one):
            break
        if found and not SEPARATING & set(passage.words(found[-1].after, one.place)):
            break
        found.append(one)
        made += one.quantity.value or 0
        if len(found) > 1 and made == whole.quantity.value:
            break
    return found


def _within(passage: Passage, listed: Sequence[Figure], whole: Figure, *, all_told: bool, rest: bool = False) -> list[Relation]:
    """All parts as one sum, or some parts one by one; that one is more than the whole is said only of the first, which the word opens.

    Parts that are far from making the whole are some of it, or overlap: only "the rest" makes them all.
    """
    exact = all(one.quantity.hedge is None for one in (*listed, whole))
    most = whole.quantity.value or Fraction(0)
    fits = all((one.quantity.value or 0) <= most for one in listed)
    near = abs(added(listed) - most) <= most / (4 if rest else 10)
    if len(listed) > 1 and (added(listed) == most or (all_told and exact and fits and near)):
        return [related("sum", parts=tuple(listed), whole=whole, sure=not unread(passage, listed))]
    return [related("part", part=one, whole=whole, sure=one is listed[0] and not (all_told and not rest)) for one in listed]


def _listed_behind(passage: Passage, figures: Sequence[Figure], told: Sequence[Relation]) -> list[Relation]:
    """A whole with a colon or a bracket behind it that opens its parts; "Of the 387 cases, 402 …"."""
    found: list[Relation] = []
    counted = [one for one in figures if one.kind in COUNTED]
    own = _placed(list(out_of(passage, figures)))  # "38 of the 40 and 45 of the 60": what has a whole of its own ends a list
    for place, whole in enumerate(counted):
        taken = _placed([*told, *found])
        wholes = {one.start for relation in (*told, *found) if relation.kind == "sum" for one in relation.role("whole")}
        behind = [one for one in takewhile(lambda each: each.start not in own, counted[place + 1 :]) if one.start not in taken]
        if whole.start in taken | wholes or not behind or "of_change" in passage.between(max(0, whole.place - 1), whole.place):
            continue
        listed = _run(passage, whole, behind)
        opening = _opening(passage, whole, listed)
        if opening:
            found += _within(passage, listed, whole, all_told=opening != "some", rest=opening == "rest")
    return found


def _opening(passage: Passage, whole: Figure, listed: Sequence[Figure]) -> str:
    if not listed:
        return ""
    begin, stop = passage.sentence(whole.sentence)
    if all(one.of_them for one in listed) and listed[0].place - whole.after <= 3 and not whole.of_them:
        return "rest" if len(listed) > 1 and "rest" in passage.between(whole.after, min(stop, listed[-1].after + 3)) else "some"
    words, cues = passage.words(whole.after, listed[0].place), passage.between(whole.after, listed[0].place)
    if "total" in cues or "parts" in cues:
        return ""
    label = "parts" in passage.between(begin, whole.place) if passage.row else False
    marks = [one for one in words if one in {":", "(", ")", ";", "."}]
    if len(listed) > 1 and marks in ([":"], ["("], ["(", ":"]):
        return "some" if label else ("all" if _one_time(whole, listed) else "")
    named = whole.place - begin <= 3 and "out_of" in passage.between(max(begin, whole.place - 3), whole.place + 1)
    if named:
        return "rest" if len(listed) > 1 and "rest" in passage.between(whole.after, listed[-1].after) else "some"
    return ""


def _one_time(whole: Figure, listed: Sequence[Figure]) -> bool:
    """Whether listed figures may be parts in time: entries of years lie inside the whole's own period; "120 in 2023 (2021: 90, 2022: 100)" is no breakdown."""
    years = {one.period.whole_year for one in listed if one.period and one.period.whole_year}
    if len(years) < 2:
        return True
    period = whole.period
    return bool(
        period
        and period.start
        and period.end
        and all(period.start.year <= year <= period.end.year for year in years if year)
        and period.years > 1
    )
