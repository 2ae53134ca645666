"""Sums and parts that no word announces: neighbours that add up exactly, and smaller figures of what a line is about. Suggestions, never sure."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .differing import is_difference
from .opposing import opposed
from .relation import LIKELY, Relation, akin, alike, one_unit, related, same_kind

LEAST = 10
"""Smaller wholes are too often the sum of their neighbours by chance."""
FAR = 30
"""Wholes that are told further before are as large as this, and of three parts at least."""


def added(figures: Sequence[Figure]) -> Fraction:
    """The sum of the stated values."""
    return sum((one.quantity.value or Fraction(0) for one in figures), Fraction(0))


def adding_up(passage: Passage, told: Sequence[Relation]) -> list[Relation]:
    """Neighbours of one unit that add up to one before them exactly: proposed, since by chance it is rare."""
    counted = [
        one
        for one in passage.figures
        if _plain(one) and not is_difference(passage, one) and not one.dative
    ]
    back = [one for one in passage.before if _plain(one)][-8:]
    inside = {(part.start, whole.start) for relation in told for part in relation.role("part") for whole in relation.role("whole")}
    taken, found = {one.start for relation in told for one in relation.role("parts")}, []
    for place, whole in enumerate([*back, *counted]):
        if (whole.quantity.value or 0) < LEAST:
            continue
        for run in _tried(counted, place - len(back), whole):
            if place < len(back) - 3 and (len({one.sentence for one in run}) > 1 or (len(run) < 3 and not opposed(passage, run[0], run[-1])) or (whole.quantity.value or 0) < FAR):
                continue
            if _makes(run, whole) and not {one.start for one in run} & taken and not _nested(run, inside) and _told_together(passage, run, whole):
                found.append(related("sum", parts=tuple(run), whole=whole, sure=False))
                taken |= {one.start for one in run}
    return found


def _tried(counted: Sequence[Figure], place: int, whole: Figure) -> Iterator[Sequence[Figure]]:
    """The stretches that are tried for a whole: of its unit, with the figure right before it, without regard to units in its own sentence."""
    after = counted[max(0, place + 1) :][:12]
    same = [one for one in after if same_kind(one, whole)]
    before = [one for one in counted[place - 1 : place] if place > 0 and same_kind(one, whole)]
    ahead = [one for one in before if one.sentence == whole.sentence and whole.place - one.after <= 3]
    beside = [one for one in after if one.kind is whole.kind and (one.sentence, one.line) == (whole.sentence, whole.line)]
    yield from _runs(same[:9])
    yield from _runs([*ahead, *same[:6]])
    yield from _runs([one for one in after if alike(one, whole)][:9])
    for begin in {one.sentence: one.place for one in reversed(same)}.values():
        yield from _runs([one for one in same if one.place >= begin][:8])
    yield from _inner([one for one in beside[:8] if one.quantity.step <= 1] if (whole.quantity.value or 0) >= FAR else [])
    if (whole.quantity.value or 0) >= FAR:
        further = [one for one in after if one.kind is whole.kind and (one.line != whole.line or one.sentence - whole.sentence in {1, 2})]
        for begin in {one.sentence: one.place for one in reversed(further)}.values():
            yield from (run for run in _runs([one for one in further if one.place >= begin][:8]) if len(run) > 2 and len({one.sentence for one in run}) == 1)
    yield from _runs(beside[:8] if (whole.quantity.value or 0) >= FAR else [])


def _told_together(passage: Passage, run: Sequence[Figure], whole: Figure) -> bool:
    """Whether words or structure say that these are the parts, so that adding up is no chance: one kind of thing, one time, and two of them only as a list or with a word for the rest."""
    if any(_other_thing(one, whole) or _other_time(passage, one) for one in run):
        return False
    if len(run) > 2:
        return len({(one.line, one.sentence) for one in run}) < 3
    first, second = sorted(run, key=lambda one: one.place)
    between = passage.words(first.after, second.place) if (first.line, first.sentence) == (second.line, second.sentence) else ()
    listed = 0 < len(between) <= 4 and between[-1] in _JOINING
    begin, stop = passage.sentence(second.sentence)
    cues = passage.between(begin, stop) if second.sentence == first.sentence else passage.between(second.place, stop) | passage.between(begin, second.place)
    return listed or _split(passage, first, whole, second) or opposed(passage, first, second) or any(one.of_them for one in run) or bool(cues & _TOGETHER)


def _split(passage: Passage, first: Figure, whole: Figure, second: Figure) -> bool:
    """ "О 96 из этих 107 случаев в тот же день, об 11 – на следующий": one part of so many, and the other."""
    inside = (first.line, first.sentence) == (whole.line, whole.sentence) == (second.line, second.sentence)
    endings = tuple(passage.line.lexicon.notes.get("of", "").split())
    word = passage.words(whole.after, whole.after + 1) if whole.after < first.place <= whole.after + 4 else ()
    if inside and endings and word and word[0].endswith(endings):
        return True  # "36 млн люмнің 27 млн люмі жабдыққа, 9 млн люмі оқытуға"
    return inside and first.after <= whole.place < second.place and "out_of" in passage.between(first.after, whole.place + 1)


_JOINING = frozenset({",", "и", "and", "–", "—", "plus", "плюс", "және", "жана", "мен", "бен", "пен", "менен"})
_TOGETHER = frozenset({"rest", "parts", "total", "respectively", "out_of", "among", "left"})
"""Cues of which one at least stands where two figures are told as the parts of a third."""


def _other_thing(one: Figure, whole: Figure) -> bool:
    """Whether both name what they count, no list of units knows either, and they have no word in common."""
    named = one.kind is Kind.COUNT and one.unit is None and whole.unit is None and bool(one.noun and whole.noun)
    return named and not akin(one.noun, whole.noun)


def _other_time(passage: Passage, one: Figure) -> bool:
    """Whether one of them is of another year: "88 this year; a year earlier 80"."""
    if one not in passage.figures:
        return False
    begin, _ = passage.sentence(one.sentence)
    left = max([begin, *(each.after for each in passage.of_sentence(one.sentence) if each.after <= one.place)])
    return bool({"earlier", "last_year", "compared"} & passage.between(left, one.place))


def _nested(run: Sequence[Figure], inside: set[tuple[int, int]]) -> bool:
    """Whether one of them is said to be a part of another: "three of the nine" are no two parts of twelve."""
    return any((one.start, other.start) in inside for one in run for other in run)


def _makes(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the parts add up to the whole exactly; a sum that is plainly another is not worked out."""
    if abs(sum(_roughly(one) for one in parts) - _roughly(whole)) > 0.01 * max(1.0, abs(_roughly(whole))):
        return False
    return all((one.quantity.value or 0) < (whole.quantity.value or 0) for one in parts) and added(parts) == whole.quantity.value


def _roughly(one: Figure) -> float:
    value = one.quantity.value
    return 0.0 if value is None else value.numerator / value.denominator


def _plain(one: Figure) -> bool:
    return one.kind in {Kind.COUNT, Kind.MONEY} and one.quantity.value is not None and one.quantity.hedge is None


def _runs(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Stretches of two to eight neighbours that begin with the first or the second."""
    for begin in range(min(2, len(figures))):
        for end in range(begin + 2, min(len(figures), begin + 8) + 1):
            yield figures[begin:end]


def _inner(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Stretches of three to eight neighbours that begin further behind."""
    for begin in range(2, len(figures)):
        for end in range(begin + 3, min(len(figures), begin + 8) + 1):
            yield figures[begin:end]


def _before_a_change(passage: Passage, one: Figure) -> bool:
    """Whether a figure is the first of "from 640 to 960"."""
    return one.ablative or ("from" in passage.between(max(0, one.place - 1), one.place) and bool({"up", "down"} & passage.between(*passage.sentence(one.sentence))))


def of_the_topic(passage: Passage, told: Sequence[Relation]) -> list[Relation]:
    """Smaller figures of the unit and time of what a line counts first, or of the figure that a sentence without a noun goes on from: likely parts, never more than likely."""
    already = {one.start for relation in told for name, figures in relation.roles for one in figures if (relation.kind, name) != ("part", "whole")}
    counted = [
        one
        for one in passage.figures
        if one.kind in {Kind.COUNT, Kind.MONEY} and one.unit and one.quantity.value is not None and (one.quantity.step >= 1 or one.kind is Kind.MONEY)
    ]
    found = []
    for place, one in enumerate(counted):
        wholes = [each for each in counted[:place] if _may_hold(passage, each, one)]
        wholes = [each for each in wholes if each.unit == one.unit] or wholes
        wholes = wholes[: -1 if wholes and wholes[-1] is counted[place - 1] and _once_more(passage, one) else None]
        whole = (wholes[-1] if _goes_on(passage, one) else wholes[0]) if wholes else None
        each = {"each", "of_change"} & (passage.between(max(0, one.place - 2), one.place) | passage.between(one.after, one.after + 3))
        if whole is not None and not each and one.start not in already and not (passage.bracketed(one) and not _alone_in_brackets(passage, one)):
            found.append(related("part", part=one, whole=whole, sure=False, reading=LIKELY))
    return found


def _may_hold(passage: Passage, whole: Figure, one: Figure) -> bool:
    together = whole.period == one.period or whole.period is None or one.period is None
    if one.kind is Kind.MONEY and not {"parts", "rest", "share"} & passage.between(*passage.sentence(one.sentence)):
        return False  # one amount is seldom a part of another unless a word says so
    return together and one_unit(whole.unit, one.unit) and not _before_a_change(passage, whole) and (whole.quantity.value or 0) > (one.quantity.value or 0)


def _once_more(passage: Passage, one: Figure) -> bool:
    """Whether a figure is told as a further one: "30 were convicted, another 12 are before the court" are none of the thirty."""
    begin, _ = passage.sentence(one.sentence)
    again = set(passage.line.lexicon.notes.get("more_again", "").split())
    return bool(again & set(passage.words(max(begin, one.place - 2), one.place)))


def _goes_on(passage: Passage, one: Figure) -> bool:
    """Whether a sentence begins with a figure that has no noun: "Force was used on 1,438 occasions. Eleven were referred to the prosecutor"."""
    begin, _ = passage.sentence(one.sentence)
    return not one.noun and one.place - begin <= 1


def _alone_in_brackets(passage: Passage, one: Figure) -> bool:
    """ "Cardiovascular disease (17)"; but "годом ранее (55)", "the figure for 2023 (31)" are of another time."""
    begin, _ = passage.sentence(one.sentence)
    earlier = {"earlier", "last_year", "compared", "against", "than"} & passage.between(max(begin, one.place - 8), one.place)
    dated = any(one.place - 6 <= mention.place < one.place for mention in passage.line.mentions)
    return not earlier and not dated and passage.words(one.place - 1, one.place) == ("(",) and passage.words(one.after, one.after + 1) == (")",)
