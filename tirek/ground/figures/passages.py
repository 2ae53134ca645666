"""Figures with the words round them, and what a figure without a noun of its own counts."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter

from .lines import Line
from .measuring import unit_behind
from .quantities import Kind
from .reading import Figure

COUNTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
CELLS = {"\t", "|"}


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

    def begun(self, start: int, stop: int) -> frozenset[str]:
        """The cues that begin between two tokens, wherever they end: "fewer than in" right behind a figure."""
        return frozenset(cue for place, _, cue in islice(self.cues, bisect_left(self.cues, start, key=itemgetter(0)), None) if place < stop)

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
        return any(one.text in CELLS for one in self.line.stream)


def cued(line: Line) -> tuple[tuple[int, int, str], ...]:
    """The cues of a line from left to right, the longest first, none over another."""
    return tuple(line.lexicon.cues.everywhere(line.stream))


def set_apart(line: Line, place: int, start: int, *, gap: bool = False) -> bool:
    """Whether a figure stands apart from the words before it: behind a colon, a dash or dots, or with `gap` only behind a semicolon or a wide space."""
    if not place:
        return False
    last = line.stream[place - 1]
    wide = start - last.end > 1 and last.text not in {".", "!", "?"}
    touching = start == last.end and last.text == ";"
    if gap:
        return wide or touching
    dots = last.text in {".", "…"} and (last.text == "…" or line.stream[place - 2].text == ".")
    return wide or dots or touching or last.text in {":", "–", "—"}


def label_end(edges: Sequence[int]) -> int:
    """The token at which a row's label ends: its first edge, or its second where the row begins with one."""
    return edges[1] if edges and edges[0] == 0 and len(edges) > 1 else (edges[0] if edges else 0)
