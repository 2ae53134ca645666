"""Lists said in one order: "при лимите 600 и 450 мест содержалось соответственно 648 и 477 человек, то есть 108 и 106 процентов"."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .giving import gives
from .relation import Relation, related

_BETWEEN = frozenset({",", "и", "and", "және", "жана", "мен", "менен"})


def respective(passage: Passage, number: int) -> list[Relation]:
    """The percentages of a sentence with "respectively": each of the figures that stand at its place in two lists, or of one whole."""
    if "respectively" not in passage.between(*passage.sentence(number)):
        return []
    lists = list(in_lists(passage.of_sentence(number), passage))
    found: list[Relation] = []
    for percents in lists:
        if percents[0].kind is Kind.PERCENT and percents[0].unit == "percent":
            counts = [one for one in lists if one[0].kind is Kind.COUNT and len(one) == len(percents)]
            found += _side_by_side(counts, percents) or _of_one(passage, percents)
    return found


def in_lists(figures: Sequence[Figure], passage: Passage) -> Iterator[list[Figure]]:
    """Runs of two or more figures of one kind with nothing between them but commas, "and" and their nouns."""
    run: list[Figure] = []
    for one in figures:
        joined = run and one.kind is run[-1].kind and set(passage.words(run[-1].after, one.place)) - set(run[-1].noun.split()) <= _BETWEEN
        if run and not joined:
            if len(run) > 1:
                yield run
            run = []
        if one.quantity.value is not None:
            run.append(one)
    if len(run) > 1:
        yield run


def _side_by_side(counts: Sequence[Sequence[Figure]], percents: Sequence[Figure]) -> list[Relation]:
    """Parts and wholes of two lists, where all but one at most give their percentage."""
    for parts, wholes in permutations(counts, 2):
        fits = sum(gives(part, whole, percent) for part, whole, percent in zip(parts, wholes, percents, strict=True))
        if fits >= max(1, len(percents) - 1):
            told = zip(parts, wholes, percents, strict=True)
            return [related("percent", part=part, whole=whole, percent=percent) for part, whole, percent in told]
    return []


def _of_one(passage: Passage, percents: Sequence[Figure]) -> list[Relation]:
    """The last figures before, as many as there are percentages, as parts of one whole before them: where all but one at most give theirs."""
    size = len(percents)
    ahead = [one for one in passage.ahead_of(percents[0]) if one.kind is Kind.COUNT and one.quantity.value is not None][: size + 5]
    for skip in range(3):
        parts = ahead[skip : skip + size][::-1]
        for whole in ahead[skip + size :] if len(parts) == size else ():
            fits = sum(gives(part, whole, percent) for part, percent in zip(parts, percents, strict=True))
            if fits >= max(2, size - 1):
                return [related("percent", part=part, whole=whole, percent=percent) for part, percent in zip(parts, percents, strict=True)]
    return []
