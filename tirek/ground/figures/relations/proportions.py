"""What is said to be proportional: "the rise in convictions is directly proportional to the fall in registrations", against two series of years.

Only where the sentence names a rise and a fall and denies nothing: what is directly proportional rises and falls together. Which two series are meant the words seldom
say; two are taken, of two units, where the text round the sentence tells no third.
"""

from collections.abc import Iterator, Sequence

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import Relation, related

REACH = 16
"""Lines before and behind the sentence in which its series are looked for."""
LEAST = 3
"""Years that both series tell, at least."""

_NOT = frozenset({"не", "нет", "ни", "not", "no", "neither", "емес", "эмес"})


def proportions(passages: Sequence[Passage], figures: Sequence[Figure]) -> Iterator[Relation]:
    """Every sentence that calls a rise and a fall directly proportional, with the two series that stand round it."""
    for passage in passages:
        for number in range(len(passage.line.sentences)):
            if {"proportional", "up", "down"} <= passage.between(*passage.sentence(number)) and not _denied(passage, number):
                near = [one for one in figures if abs(one.line - passage.line.number) <= REACH]
                told = [series for series in _series(near).values() if len(series) >= LEAST]
                shared = set(told[0]) & set(told[1]) if len(told) == 2 else set()
                if len(shared) >= LEAST:
                    first, second = (tuple(series[year] for year in sorted(shared)) for series in told)
                    yield related("proportion", first_series=first, second_series=second)


def _denied(passage: Passage, number: int) -> bool:
    """Whether the sentence says that they are not: before the word in Russian and English, behind it in Kazakh and Kyrgyz."""
    begin, stop = passage.sentence(number)
    told = [(place, taken) for place, taken, cue in passage.cues if cue == "proportional" and begin <= place < stop]
    return any(_NOT & {*passage.words(max(begin, place - 4), place), *passage.words(place + taken, min(stop, place + taken + 2))} for place, taken in told)


def _series(figures: Sequence[Figure]) -> dict[str, dict[int, Figure]]:
    """Unit -> year -> the first count that the text gives for it."""
    found: dict[str, dict[int, Figure]] = {}
    for one in figures:
        year = one.period.whole_year if one.period and not one.earlier else None
        if year is not None and one.unit and one.kind is Kind.COUNT and one.quantity.settled:
            found.setdefault(one.unit, {}).setdefault(year, one)
    return found
