"""Differences said outright: "в 2023 году 186 дел, в 2022 году – 74. Разница составляет 112", "the two differ by 8", "айырмасы 40 адам"."""

from fractions import Fraction
from itertools import combinations

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import TURNED, alike

_NEAR = 14
"""Tokens between the word and its number, at most: "the gap between the plan and the work done was 15"."""
_BACK = 2
"""Sentences that are looked back over, at most."""
_WIDE = 25
"""Figures before it among which that may be from which the last one told differs."""
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def told_apart(passage: Passage, figure: Figure) -> bool:
    """Whether a word says that the figure is the difference of two others; no other figure stands between."""
    begin, _ = passage.sentence(figure.sentence)
    last = max([begin, *(one.after for one in passage.of_sentence(figure.sentence) if one.place < figure.place and one.kind in _KINDS)])
    many = set(passage.line.lexicon.notes.get("not_apart", "").split()) & set(passage.words(max(last, figure.place - _NEAR), figure.place))
    over = figure.noun and "overfull" in passage.between(max(last, figure.place - 3), figure.place)
    said = over or "differs" in passage.between(max(last, figure.place - _NEAR), figure.place)
    return figure.kind in _KINDS and not many and (bool(said) or _lacks(passage, figure) or _growth(passage, figure) or _between_two(passage, figure))


def _between_two(passage: Passage, figure: Figure) -> bool:
    """ "Разрыв между планом (60) и числом сделанного (45) – 15": the word, the two, and behind a dash their difference."""
    begin, _ = passage.sentence(figure.sentence)
    before = [one for one in passage.of_sentence(figure.sentence) if one.place < figure.place and one.kind is figure.kind][-2:]
    told = len(before) == 2 and "differs" in passage.between(begin, before[0].place)
    return told and passage.words(figure.place - 1, figure.place) in {("–",), ("—",), ("is",), ("was",), (":",)} and _makes(before[0], before[1], figure)


def _lacks(passage: Passage, figure: Figure) -> bool:
    """ "90 камера жетіспейді", "360 people too many": the words behind."""
    behind = figure.after + len(figure.noun.split())
    return bool({"differs", "overfull"} & passage.begun(behind, behind + 1))


def _growth(passage: Passage, figure: Figure) -> bool:
    """ "Өсүш – 56 адам", "прирост составил 45": a noun of change right before the figure."""
    if passage.words(figure.place - 1, figure.place) in {("–",), ("—",), (":",)}:
        return bool({"up", "down"} & passage.between(figure.place - 2, figure.place - 1))
    nouns = set(passage.line.lexicon.notes.get("change_nouns", "").split())
    said = passage.words(figure.place - 1, figure.place)
    if said and ((said[0] in nouns and passage.line.lexicon.language in {"kk", "ky"}) or (said[0] in {"в", "of"} and nouns & set(passage.words(figure.place - 2, figure.place - 1)))):
        return True  # "өсім 450 шағым", "прибавка в 50 жалоб", "a drop of 540"
    equals = next((place for place, taken, cue in passage.cues if cue == "equals" and place + taken == figure.place), None)
    return equals is not None and (bool({"up", "down"} & passage.between(equals - 1, equals)) or _equated(passage, figure, equals, nouns))


def _equated(passage: Passage, figure: Figure, equals: int, nouns: set[str]) -> bool:
    """ "The increase over the two years thus amounts to 3.9 million": the noun that begins the clause, no figure in between."""
    begin, _ = passage.sentence(figure.sentence)
    last = max([begin, *(one.after for one in passage.of_sentence(figure.sentence) if one.place < figure.place and one.kind is figure.kind)])
    return bool(nouns & set(passage.words(max(last, equals - 8), equals)))


def is_difference(passage: Passage, figure: Figure) -> bool:
    """Whether a figure says by how much something differs or changed, so that it is no part of anything: "разница 112", "5 more", "на 19 больше"."""
    begin, stop = passage.sentence(figure.sentence)
    turned = bool(TURNED & passage.between(begin, min(stop, figure.after + 6)))
    return told_apart(passage, figure) or more(passage, figure) or _by_so_many(passage, figure) or (turned and "of_change" in passage.between(max(0, figure.place - 1), figure.place))


def more(passage: Passage, figure: Figure) -> bool:
    """ "15 fewer than", "28 visits more": a word of change right behind the figure or its noun (en)."""
    behind = {figure.after, figure.after + len(figure.noun.split())}
    return passage.line.lexicon.language == "en" and any(TURNED & passage.begun(place, place + 1) for place in behind)


def dative(passage: Passage, figure: Figure) -> bool:
    """Whether a figure or its noun stands in the case of "to" (kk, ky)."""
    endings = tuple(passage.line.lexicon.notes.get("to", "").split())
    return figure.dative or bool(figure.noun and endings and figure.noun.endswith(endings))


def _by_so_many(passage: Passage, figure: Figure) -> bool:
    """ "300 адамға кем": so many in the case of "to" before a word of change (kk, ky)."""
    _, stop = passage.sentence(figure.sentence)
    return dative(passage, figure) and bool({"up", "down"} & passage.between(figure.after, min(stop, figure.after + 8)))


_JOINING = frozenset({"is", "equal", "equals", "to", "which", "это", "бұл", "бул", ",", "(", "или", "на", "то", "есть", "т", "е", ".", "–", "—", "or", "by", "i", "that", "a", "then", "hence", "яғни", "немесе", "же"})


def beside_difference(passage: Passage, percent: Figure) -> Figure | None:
    """The difference that a percentage says again: "на 36 объектов, или на одну пятую", "прибавилось 248, или четверть"; None where none stands right before."""
    before = [one for one in passage.of_sentence(percent.sentence) if one.after <= percent.place]
    last = before[-1] if before else None
    if last is None or last.kind not in _KINDS or not is_difference(passage, last):
        return None
    words = list(passage.words(last.after, percent.place))[len(last.noun.split()) :]
    words = words[1:] if words and words[0] not in _JOINING and len(words) > 1 else words  # a noun that no list knows
    return last if 0 < len(words) <= 5 and set(words) <= _JOINING else None


def apart(passage: Passage, figure: Figure) -> tuple[Figure, Figure, bool] | None:
    """The two figures, the earlier in the text first, whose difference it is said to be; whether the text leaves no others. None where it is not plain."""
    told = [one for one in passage.ahead_of(figure) if one in passage.figures and one.sentence >= figure.sentence - _BACK and _comparable(one, figure)]
    if len(told) < 2:
        return None
    after, before = told[0], told[1]
    alone = sum(one.sentence >= before.sentence for one in told) == 2
    if _makes(before, after, figure):
        return before, after, alone
    again = set(passage.line.lexicon.notes.get("more_again", "").split()) & set(passage.words(figure.place - 1, figure.place))
    wide = (one for one in passage.ahead_of(figure)[:_WIDE] if one not in told and _comparable(one, figure) and one.unit == figure.unit)
    pairs = [*combinations(told[:5], 2), *((after, one) for one in wide)]
    fitting = next(((other, one) for one, other in pairs if _makes(other, one, figure)), None)
    return (*fitting, False) if fitting else ((before, after, True) if alone and not again else None)


def _comparable(one: Figure, figure: Figure) -> bool:
    if one.kind is not figure.kind or one.quantity.value is None or one.quantity.hedge is not None:
        return False
    return alike(one, figure) or (figure.kind is Kind.COUNT and not figure.noun) or {one.unit, figure.unit} == {"persons", "beds"} or (one.unit == "persons" and figure.noun.endswith("places"))


def _makes(one: Figure, other: Figure, figure: Figure) -> bool:
    return figure.quantity.rounded.holds(abs((other.quantity.value or Fraction(0)) - (one.quantity.value or Fraction(0))))
