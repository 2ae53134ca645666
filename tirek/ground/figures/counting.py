"""What a figure without a noun of its own counts: by what stands before it, by the label of its line, row or column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from .captions import Told, chosen, headings, of_its_own, scaled, told_in
from .lines import Line
from .passages import CELLS, Passage, cued, label_end, set_apart
from .quantities import Kind
from .reading import Figure


def passages(read: Iterable[tuple[Line, Sequence[Figure]]]) -> Iterator[Passage]:
    """The lines of a text with their figures, each figure with what it counts."""
    before: tuple[Figure, ...] = ()
    heads: frozenset[int] = frozenset()
    caption: Told | None = None
    columns: dict[int, Told] = {}
    nouns: dict[int, str] = {}
    for line, figures in read:
        one = Passage(line, tuple(figures), before, cued(line))
        heads = (heads if figures else percent_columns(line)) if one.row else frozenset()
        columns = (columns if figures else headings(line, CELLS)) if one.row else {}
        if one.row:
            nouns = heading_nouns(one) if not figures and any(each.shape == "word" for each in line.stream) else nouns
            told = (columns, None if of_its_own(line, label_end(_edges(one))) else caption)
            one = replace(one, figures=tuple(_columned(one, heads, nouns, *told)))
        else:
            nouns = {}
            caption, one = told_in(line), replace(one, figures=tuple(_named(one)))
        yield one
        before = (before + one.figures)[-40:]


def percent_columns(line: Line) -> frozenset[int]:
    """Of a row of headings: the columns whose heading says that they are in per cent; the label's own is 0."""
    found, column = set(), 0
    for place, one in enumerate(line.stream):
        column += one.text in CELLS
        shown = line.lexicon.percents.at(line.stream, place)
        if shown and shown[1] == "percent":
            found.add(column)
    return frozenset(found)


def heading_nouns(passage: Passage) -> dict[int, str]:
    """Of a row of headings: column -> what is counted in it, the last noun of its heading; "of whom …" is of the column to its left."""
    edges, found = _edges(passage), dict[int, str]()
    for column, (begin, stop) in enumerate(pairwise([*edges, len(passage.line.stream)]), 1):
        nouns = [one for one in _nouns(passage, begin + 1, stop) if one not in _DATED]
        opened = "parts" in passage.between(begin, stop) and column - 1 in found
        if nouns or opened:
            found[column] = found[column - 1] if opened else nouns[-1]
    return found


def _edges(passage: Passage) -> list[int]:
    """The tokens at which the cells of a row end."""
    return [place for place, one in enumerate(passage.line.stream) if one.text in CELLS]


def _columned(passage: Passage, heads: frozenset[int], nouns: Mapping[int, str], columns: Mapping[int, Told], caption: Told | None) -> Iterator[Figure]:
    """Figures of a row: its label says what they count, or that they are in per cent, or the heading of their column or of the table does."""
    stream, edges = passage.line.stream, _edges(passage)
    first = label_end(edges)
    label = next(_nouns(passage, 0, first), None)
    words = " ".join(passage.words(0, first))
    labelled = any(passage.line.lexicon.percents.at(stream, place) for place in range(first)) and not any(one.place < first for one in passage.figures)
    for figure in passage.figures:
        column = sum(1 for one in edges if one < figure.place)
        if figure.kind is Kind.COUNT and not figure.noun and (labelled or column in heads):
            figure = replace(figure, quantity=replace(figure.quantity, kind=Kind.PERCENT, unit="percent"))
        told = told_in(passage.line, 0, first) or chosen(columns, column, caption)
        figure = scaled(figure, told) if told else figure
        own = "parts" in passage.between(0, first) and label in _SETTINGS | {"beds"}
        above = next((one.unit for one in reversed(passage.before) if one.kind is Kind.COUNT), None)
        unit = figure.unit or ((nouns.get(column) or (above if own else label)) if figure.kind is Kind.COUNT else None)
        yield replace(
            figure, column=column, row=passage.line.number, noun=figure.noun or words, quantity=replace(figure.quantity, unit=unit)
        )


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
            money = _elided(passage, figure, named)
            if money is not None:
                figure = replace(figure, quantity=replace(figure.quantity, kind=Kind.MONEY, unit=money))
                named.append(figure)
                yield figure
                continue
            unit = before.unit if before is not None else None if _of_its_own(passage, figure) else _unit(passage, figure, named)
            figure = replace(figure, quantity=replace(figure.quantity, unit=unit))
        named.append(figure)
        yield figure


def _elided(passage: Passage, figure: Figure, named: Sequence[Figure]) -> str | None:
    """The currency of "12 млн евро, из них 8 млн на зарплаты": of the amount told before in the sentence, where the scale is said again."""
    told = next((one for one in reversed(named) if one.sentence == figure.sentence and one.kind is Kind.MONEY), None)
    scaled = figure.quantity.step >= 1000 and told is not None and told.quantity.step >= 1000 and not figure.noun
    return told.unit if scaled and told is not None else None


def _of_its_own(passage: Passage, figure: Figure) -> bool:
    """Whether thousands or millions of something are told whose word no list knows: "42 млн крон" counts no persons."""
    behind = passage.line.stream[figure.after : figure.after + 1]
    return figure.quantity.step >= 1000 and bool(behind) and behind[0].shape == "word" and behind[0].folded not in passage.line.lexicon.stops


def _label(passage: Passage, figure: Figure) -> tuple[str, str] | None:
    """Unit and words of a label with a colon right before the figure: "Total number of prisoners: 12,960"; None where it names nothing that is counted."""
    begin, _ = passage.sentence(figure.sentence)
    inside = any(begin <= one.place < figure.place and not {",", ";"} & set(passage.words(one.after, figure.place)) for one in passage.figures)
    colon = passage.words(figure.place - 1, figure.place) == (":",)
    if inside or not (colon or (len(passage.line.stream) <= 25 and set_apart(passage.line, figure.place, figure.start) and begin == 0)):
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


def _subjects(passage: Passage, start: int, stop: int) -> Iterator[str]:
    """Units of the nouns between two tokens that no preposition governs."""
    for place in range(start, stop):
        found = passage.line.lexicon.units.at(passage.line.stream, place)
        if found and place + found[0] <= stop and not _PREPOSITIONS & set(passage.words(max(start, place - 2), place)) - {"из", "of", "среди", "among"}:
            yield found[1]


def _unit(passage: Passage, figure: Figure, named: Sequence[Figure]) -> str | None:
    begin, stop = passage.sentence(figure.sentence)
    same = [one for one in named if one.sentence == figure.sentence and one.kind is Kind.COUNT and one.unit]
    if not same and passage.words(figure.place - 1, figure.place) in {("в",), ("во",), ("in",)}:
        where = next((one.unit for one in reversed(named) if one.unit in _SETTINGS and one.sentence == figure.sentence - 1), None)
        if where:
            return where  # "Мы побывали в 38 учреждениях. Врача не оказалось в 11"
    nouns = [one for one in _nouns(passage, same[-1].after if same else begin, figure.place) if one not in _DATED]
    if same:
        return _anew(passage, same[-1].after, figure.place) or same[-1].unit
    if nouns:
        own = [one for one in _subjects(passage, same[-1].after if same else begin, figure.place) if one not in _DATED]
        last = next((one for one in reversed(named) if one.kind is Kind.COUNT and one.unit), None)
        if not own and last is not None and passage.words(figure.place - 1, figure.place) in {("–",), ("—",)}:
            return last.unit  # "Дел возбуждено 62. В отношении полицейских – 14"
        return next((one for one in nouns if one not in _SETTINGS), nouns[0])
    behind = next((one for one in _nouns(passage, figure.after, stop) if one not in _DATED), None)
    if behind in _SETTINGS and _beyond_preposition(passage, figure, behind, stop):
        behind = None  # "412 in the registers of the institutions" counts no institutions
    last = next((one for one in reversed(named) if one.kind is Kind.COUNT and one.unit), None)
    if last and "parts" in passage.between(begin, figure.place):
        return last.unit
    return behind or (last.unit if last else None)
