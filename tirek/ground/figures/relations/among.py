"""Single parts of a told whole: "two of the thirty-eight", "среди осуждённых – 486 женщин", and those who only live with them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import Relation, akin, related, same_kind


def accompanying(passage: Passage, told: Sequence[Relation]) -> Iterator[Relation]:
    """Children who live with imprisoned mothers, listed among the imprisoned: they are none."""
    for one in passage.figures:
        behind = passage.between(one.after, one.after + 9)
        whole = next(
            (relation.role("whole")[0] for relation in told if one in relation.role("part") or one in relation.role("parts")), None
        )
        if whole is not None and "accompanies" in behind and {word[:4] for word in one.noun.split()} & _CHILDREN:
            yield related("category", part=one, whole=whole)


_CHILDREN = frozenset({"дете", "дети", "ребе", "chil", "infa", "бала", "балд", "бөбе", "наре"})
"""How the nouns of children begin."""


def among(passage: Passage, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "Среди осуждённых – 486 женщин и 37 несовершеннолетних": parts of what was counted by that noun before."""
    counted = [one for one in figures if one.kind is Kind.COUNT]
    begin, stop = passage.sentence(counted[0].sentence) if counted else (0, 0)
    for place, taken, cue in passage.cues:
        behind = [one for one in counted if place < one.place <= place + taken + 12]
        if cue != "among" or not begin <= place < stop or not behind:
            continue
        noun = " ".join(word for word in passage.words(place + taken, behind[0].place) if len(word) > 5)
        ahead = [one for one in passage.ahead_of(behind[0]) if one.kind is Kind.COUNT]
        whole = next((one for one in ahead if akin(noun, one.noun)), None) or next((one for one in ahead if akin(noun, " ".join(_near(passage, one)))), None)
        if whole is not None:
            for one in behind:
                if same_kind(one, whole) and (one.quantity.value or 0) <= (whole.quantity.value or 0):
                    yield related("part", part=one, whole=whole)


def out_of(passage: Passage, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "В семи учреждениях из семнадцати", "two of the thirty-eight"."""
    counted = [one for one in figures if one.kind is Kind.COUNT]
    for one, other in pairwise(counted):
        near = other.place - one.after <= 4 and {"out_of", "parts"} & passage.between(one.after, other.place + 1)
        if (
            near
            and not {",", ";", "(", ":", "–", "—", "and", "и"} & set(passage.words(one.after, other.place))
            and (one.unit == other.unit or not one.noun or not other.noun)
            and (one.quantity.value or 0) <= (other.quantity.value or 0)
        ):
            yield related("part", part=one, whole=other)


def of_the_named(passage: Passage, number: int, figures: Sequence[Figure]) -> Iterator[Relation]:
    """ "Of the patients, 96 were there against their will", "Қаралғандардың 20-сы бойынша": of what was counted last by that word."""
    begin, _ = passage.sentence(number)
    one = next((each for each in figures if each.kind is Kind.COUNT), None)
    if one is None or one.place - begin > 6 or not ("out_of" in passage.between(begin, begin + 2) or (one.of_them and one.place - begin <= 2)):
        return
    noun = " ".join(word for word in passage.words(begin, one.place) if len(word) > 3)
    ahead = [each for each in passage.ahead_of(one) if each.kind is Kind.COUNT and (each.quantity.value or 0) > (one.quantity.value or 0)]
    whole = next((each for each in ahead if akin(noun, each.noun) or akin(noun, " ".join(_near(passage, each)))), None)
    if whole is not None and (same_kind(one, whole) or not one.noun):
        yield related("part", part=one, whole=whole, sure=False)


def _near(passage: Passage, one: Figure) -> tuple[str, ...]:
    return passage.words(max(0, one.place - 2), one.place) + passage.words(one.after, one.after + 3) if one in passage.figures else ()
