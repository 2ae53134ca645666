"""The nouns beside a figure: what it counts, and what it is said of each of."""

from dataclasses import dataclass

from ...passages import Passage
from ...quantities import Interval, as_rate
from ...reading import Figure

DATED = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_BESIDE = 8


@dataclass(frozen=True, slots=True)
class Each:
    """Of whom something is said to be so many each: units and words that name them, and the base."""

    units: frozenset[str]
    words: str
    per: int = 1
    whole: bool = False
    """Whether the figure is a whole number that no word calls an average: it is one only where nothing had to be rounded."""

    def wide(self, figure: Figure) -> Interval:
        """What may have been printed as the figure."""
        return figure.quantity.interval if self.whole else as_rate(figure.quantity).rounded


def _before(passage: Passage, figure: Figure) -> list[tuple[int, str]]:
    """What a figure without a noun behind it counts: the noun right before it, with the place of each word."""
    begin, _ = passage.sentence(figure.sentence)
    for place in range(figure.place - 1, max(begin, figure.place - 4) - 1, -1) if not figure.noun else ():
        if passage.line.lexicon.units.at(passage.line.stream, place):
            return [(one, passage.line.stream[one].folded) for one in range(place, figure.place)]
    return []


def noun_of(passage: Passage, one: Figure) -> str:
    """The words of what a figure counts, behind it or before it."""
    return one.noun or " ".join(word for _, word in _before(passage, one))


def beside(passage: Passage, figure: Figure, *, whole: bool) -> Each:
    """What the nouns beside a figure name that no figure counts."""
    begin, stop = passage.sentence(figure.sentence)
    taken = {place for one in passage.of_sentence(figure.sentence) for place in range(one.place, one.after + len(one.noun.split()))}
    taken |= {place for place, _ in _before(passage, figure)}
    units, words = set(), []
    for place in range(max(begin, figure.place - _BESIDE), min(stop, figure.after + _BESIDE)):
        found = None if place in taken else passage.line.lexicon.units.at(passage.line.stream, place)
        if found and str(found[1]) not in DATED:
            units.add(str(found[1]))
            words += [one.folded for one in passage.line.stream[place : place + found[0]]]
    return Each(frozenset(units), " ".join(words), whole=whole)
