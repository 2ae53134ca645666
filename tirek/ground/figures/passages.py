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

    def taken_up(self, figure: Figure, told: Sequence[Figure]) -> Figure | None:
        """What "these" takes up: "of these 45", "из этих 107", "те же 72": the last of the figures told that is the same number; None where nothing points back."""
        pointing = self.line.lexicon.notes.get("these", "").split()
        value = figure.quantity.value
        if value is None or value < 2 or not set(self.words(figure.place - 1, figure.place)) & set(pointing):
            return None
        return next((one for one in reversed(told) if one.kind is figure.kind and one.quantity.value == value and one.quantity.hedge is None), None)

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
    heads: frozenset[int] = frozenset()
    for line, figures in read:
        one = Passage(line, tuple(figures), before, cued(line))
        heads = (heads if figures else percent_columns(line)) if one.row else frozenset()
        one = replace(one, figures=tuple(_columned(one, heads))) if one.row else replace(one, figures=tuple(_named(one)))
        yield one
        before = (before + one.figures)[-40:]


def percent_columns(line: Line) -> frozenset[int]:
    """Of a row of headings: the columns whose heading says that they are in per cent; the label's own is 0."""
    found, column = set(), 0
    for place, one in enumerate(line.stream):
        column += one.text in _CELLS
        shown = line.lexicon.percents.at(line.stream, place)
        if shown and shown[1] == "percent":
            found.add(column)
    return frozenset(found)


def _columned(passage: Passage, heads: frozenset[int]) -> Iterator[Figure]:
    """Figures of a row: its label says what they count, or that they are in per cent, or the heading of their column does."""
    stream = passage.line.stream
    edges = [place for place, one in enumerate(stream) if one.text in _CELLS]
    first = label_end(edges)
    label = next(_nouns(passage, 0, first), None)
    words = " ".join(passage.words(0, first))
    labelled = any(passage.line.lexicon.percents.at(stream, place) for place in range(first)) and not any(one.place < first for one in passage.figures)
    for figure in passage.figures:
        column = sum(1 for one in edges if one < figure.place)
        if figure.kind is Kind.COUNT and not figure.noun and (labelled or column in heads):
            figure = replace(figure, quantity=replace(figure.quantity, kind=Kind.PERCENT, unit="percent"))
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
        label = _label(passage, figure) if figure.kind is Kind.COUNT and not figure.noun and figure.unit is None else None
        if label:
            figure = replace(figure, noun=label[1], quantity=replace(figure.quantity, unit=label[0]))
        if figure.kind is Kind.COUNT and figure.unit is None:
            before = passage.taken_up(figure, [*passage.before, *named]) if not figure.noun else None
            if before is not None:
                figure = replace(figure, noun=before.noun)
            unit = before.unit if before is not None else None if _of_its_own(passage, figure) else _unit(passage, figure, named)
            figure = replace(figure, quantity=replace(figure.quantity, unit=unit))
        named.append(figure)
        yield figure


def _of_its_own(passage: Passage, figure: Figure) -> bool:
    """Whether thousands or millions of something are told whose word no list knows: "42 млн крон" counts no persons."""
    behind = passage.line.stream[figure.after : figure.after + 1]
    return figure.quantity.step >= 1000 and bool(behind) and behind[0].shape == "word" and behind[0].folded not in passage.line.lexicon.stops


def _label(passage: Passage, figure: Figure) -> tuple[str, str] | None:
    """Unit and words of a label with a colon right before the figure: "Total number of prisoners: 12,960"; None where it names nothing that is counted."""
    begin, _ = passage.sentence(figure.sentence)
    inside = any(begin <= one.place < figure.place and not {",", ";"} & set(passage.words(one.after, figure.place)) for one in passage.figures)
    if passage.words(figure.place - 1, figure.place) != (":",) or inside:
        return None
    start = max([begin, *(place + 1 for place in range(begin, figure.place - 1) if passage.line.stream[place].text in {";", ",", "•", "—", "–", "-", "·", "*"})])
    unit = next((one for one in _nouns(passage, start, figure.place - 1) if one not in _DATED), None)
    return (unit, " ".join(passage.words(start, figure.place - 1)[:8])) if unit and figure.place - start <= 12 else None


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


_BREAKS = frozenset({",", ";", ":", "–", "—", "("})
_PREPOSITIONS = frozenset(
    ("в во на по о об из с со за у к для при от до без среди " + "in of for to by on with from at about against under among per").split()
)


def _numbering(passage: Passage, start: int, stop: int) -> bool:
    """Whether a label says "number of"."""
    return bool(set(passage.line.lexicon.notes.get("number_words", "").split()) & {form for one in passage.line.stream[start:stop] for form in one.forms})


def _anew(passage: Passage, start: int, stop: int) -> str | None:
    """What a new clause counts by its own subject: "152 had been beaten, and that deaths went up from 33"; None where it has none."""
    marks = [place for place in range(start, stop) if passage.line.stream[place].text in _BREAKS]
    if not marks:
        return None
    if marks[-1] == stop - 1 and len(marks) > 1 and _numbering(passage, marks[-2], stop):
        marks.pop()  # "адамдардың саны – 5 130"
    for place in range(marks[-1] + 1, stop):
        if passage.line.stream[place].folded in _PREPOSITIONS:
            return None
        found = passage.line.lexicon.units.at(passage.line.stream, place)
        if found:
            return None if found[1] in _SETTINGS | _DATED else str(found[1])
    return None


def _unit(passage: Passage, figure: Figure, named: Sequence[Figure]) -> str | None:
    begin, stop = passage.sentence(figure.sentence)
    same = [one for one in named if one.sentence == figure.sentence and one.kind is Kind.COUNT and one.unit]
    nouns = [one for one in _nouns(passage, same[-1].after if same else begin, figure.place) if one not in _DATED]
    if same:
        return _anew(passage, same[-1].after, figure.place) or same[-1].unit
    if nouns:
        return next((one for one in nouns if one not in _SETTINGS), nouns[0])
    behind = next((one for one in _nouns(passage, figure.after, stop) if one not in _DATED), None)
    if behind in _SETTINGS and _beyond_preposition(passage, figure, behind, stop):
        behind = None  # "412 in the registers of the institutions" counts no institutions
    last = next((one for one in reversed(named) if one.kind is Kind.COUNT and one.unit), None)
    if last and "parts" in passage.between(begin, figure.place):
        return last.unit
    return behind or (last.unit if last else None)
