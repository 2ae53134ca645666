"""Figures with the words round them, and what a figure without a noun of its own counts."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import itemgetter

from .lines import Line
from .measuring import unit_behind
from .quantities import Kind
from .reading import Figure

COUNTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_CELLS = {"\t", "|"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A line with its figures; `before` are those of the text before it, nearest last."""

    line: Line
    figures: tuple[Figure, ...]
    before: tuple[Figure, ...] = ()
    cues: tuple[tuple[int, int, str], ...] = field(default=())

    def between(self, start: int, stop: int) -> frozenset[str]:
        """The cues that stand wholly between two tokens."""
        first = bisect_left(self.cues, start, key=itemgetter(0))
        found = set()
        for place, taken, cue in islice(self.cues, first, None):
            if place >= stop:
                break
            if place + taken <= stop:
                found.add(cue)
        return frozenset(found)

    def words(self, start: int, stop: int) -> tuple[str, ...]:
        """The words and marks between two tokens."""
        return tuple(one.folded for one in self.line.stream[max(0, start) : stop])

    def counts_at(self, place: int) -> str | None:
        """The unit of the noun that stands there, over adjectives; None where none stands."""
        return unit_behind(self.line, place)[0]

    def sentence(self, number: int) -> tuple[int, int]:
        """Where a sentence begins and ends."""
        begins = self.line.sentences
        return begins[number], begins[number + 1] if number + 1 < len(begins) else len(self.line.stream)

    def of_sentence(self, number: int) -> list[Figure]:
        """The figures of a sentence."""
        return [one for one in self.figures if one.sentence == number]

    def ahead_of(self, figure: Figure) -> list[Figure]:
        """All figures before this one, the nearest first."""
        return [one for one in reversed(self.figures) if one.place < figure.place] + list(reversed(self.before))

    def bracketed(self, figure: Figure) -> bool:
        """Whether a figure stands in brackets."""
        begin, _ = self.sentence(figure.sentence)
        words = self.words(begin, figure.place)
        return words.count("(") > words.count(")")

    def totals(self, figure: Figure) -> bool:
        """Whether "total" stands between the figure before and this one."""
        begin, _ = self.sentence(figure.sentence)
        last = max([begin, *(one.after for one in self.figures if one.after <= figure.place and one.kind is not Kind.MEASURE)])
        return "total" in self.between(last, figure.place)

    @property
    def row(self) -> bool:
        """Whether the line is a row of a table."""
        return any(one.text in _CELLS for one in self.line.stream)


def cued(line: Line) -> tuple[tuple[int, int, str], ...]:
    """The cues of a line from left to right, the longest first, none over another."""
    return tuple(line.lexicon.cues.everywhere(line.stream))


def passages(read: Iterable[tuple[Line, Sequence[Figure]]]) -> Iterator[Passage]:
    """The lines of a text with their figures, each figure with what it counts."""
    before: tuple[Figure, ...] = ()
    for line, figures in read:
        one = Passage(line, tuple(figures), before, cued(line))
        one = replace(one, figures=tuple(_columned(one))) if one.row else replace(one, figures=tuple(_named(one)))
        yield one
        before = (before + one.figures)[-40:]


def _columned(passage: Passage) -> Iterator[Figure]:
    """Figures of a row: its label says what they count."""
    stream = passage.line.stream
    edges = [place for place, one in enumerate(stream) if one.text in _CELLS]
    first = label_end(edges)
    label = next(_nouns(passage, 0, first), None)
    words = " ".join(passage.words(0, first))
    for figure in passage.figures:
        column = sum(1 for one in edges if one < figure.place)
        own = "parts" in passage.between(0, first) and label in _SETTINGS | {"beds"}
        above = next((one.unit for one in reversed(passage.before) if one.kind is Kind.COUNT), None)
        unit = figure.unit or ((above if own else label) if figure.kind is Kind.COUNT else None)
        yield replace(
            figure, column=column, row=passage.line.number, noun=figure.noun or words, quantity=replace(figure.quantity, unit=unit)
        )


def label_end(edges: Sequence[int]) -> int:
    """The token at which a row's label ends: its first edge, or its second where the row begins with one."""
    return edges[1] if edges and edges[0] == 0 and len(edges) > 1 else (edges[0] if edges else 0)


def _nouns(passage: Passage, start: int, stop: int) -> Iterator[str]:
    """Units of the counted nouns between two tokens, from left to right."""
    place = start
    while place < stop:
        found = passage.line.lexicon.units.at(passage.line.stream, place)
        if found and place + found[0] <= stop:
            yield found[1]
        place += found[0] if found else 1


def _named(passage: Passage) -> Iterator[Figure]:
    """A figure without a noun counts what the sentence counted last, else the first noun before it, else the first behind it."""
    named: list[Figure] = []
    for figure in passage.figures:
        if figure.kind is Kind.COUNT and figure.unit is None:
            figure = replace(figure, quantity=replace(figure.quantity, unit=_unit(passage, figure, named)))
        named.append(figure)
        yield figure


_SETTINGS = frozenset({"bodies", "places", "countries", "reports"})
"""What a sentence often names only as where or by whom."""
_DATED = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})


def _beyond_preposition(passage: Passage, figure: Figure, unit: str, stop: int) -> bool:
    """Whether a preposition or a conjunction stands between a figure and the first noun of that unit behind it."""
    for place in range(figure.after, stop):
        found = passage.line.lexicon.units.at(passage.line.stream, place)
        if found and found[1] == unit:
            return False
        if passage.line.stream[place].folded in passage.line.lexicon.stops:
            return True
    return False


def _unit(passage: Passage, figure: Figure, named: Sequence[Figure]) -> str | None:
    begin, stop = passage.sentence(figure.sentence)
    same = [one for one in named if one.sentence == figure.sentence and one.kind is Kind.COUNT and one.unit]
    nouns = [one for one in _nouns(passage, same[-1].after if same else begin, figure.place) if one not in _DATED]
    if same:
        return same[-1].unit
    if nouns:
        return next((one for one in nouns if one not in _SETTINGS), nouns[0])
    behind = next((one for one in _nouns(passage, figure.after, stop) if one not in _DATED), None)
    if behind in _SETTINGS and _beyond_preposition(passage, figure, behind, stop):
        behind = None  # "412 in the registers of the institutions" counts no institutions
    last = next((one for one in reversed(named) if one.kind is Kind.COUNT and one.unit), None)
    if last and "parts" in passage.between(begin, figure.place):
        return last.unit
    return behind or (last.unit if last else None)
