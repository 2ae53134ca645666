"""Comparisons, ranges and stages: "больше, чем за два года вместе (… 42)", "по 600–900 дел", a later stage of one unit."""

from collections.abc import Iterator
from itertools import pairwise

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .relation import Relation, related, same_kind
from .respective import in_lists

STAGES = ("stage_1", "stage_2", "stage_3", "stage_4", "stage_5")



def comparisons(passage: Passage) -> Iterator[Relation]:
    """ "A, more than in 2022 (B)"; "this is more than in both years before, in total B"."""
    if passage.row or not passage.figures:
        return
    yield from _than(passage)
    for place, taken, cue in passage.cues:
        number = passage.line.sentence_of(place)
        ahead = _compared_with(passage, place) if cue in {"exceeds", "below"} and not _counts_itself(passage, place, number) else None
        if ahead is None:
            continue
        behind = [one for one in passage.of_sentence(number) if one.place >= place + taken and one.quantity.value is not None]
        same = [one for one in behind if same_kind(one, ahead)]
        total = [one for one in same if passage.totals(one)]
        for other in (total[-1:] or same[:1]) if ahead not in same else ():
            yield related("comparison", sure=False, greater=ahead if cue == "exceeds" else other, less=other if cue == "exceeds" else ahead)


def _than(passage: Passage) -> Iterator[Relation]:
    """ "2024 жылы 120 шағым түсті, бұл 2023 жылғы 105 шағымнан көп": the case of "from" before a word of more or less (kk, ky)."""
    endings = tuple(passage.line.lexicon.notes.get("from", "").split())
    for one, other in pairwise(passage.figures) if endings else ():
        behind = other.after + len(other.noun.split())
        cues = passage.begun(behind, behind + 1) & {"up", "down"}
        than = other.ablative or other.noun.endswith(endings)
        if cues and than and one.sentence == other.sentence and same_kind(one, other):
            yield related("comparison", sure=False, greater=one if cues == {"up"} else other, less=other if cues == {"up"} else one)


def _counts_itself(passage: Passage, place: int, number: int) -> bool:
    """Whether the word of comparison belongs to a figure: "на 22 больше, чем", "more than 40", a ratio or a percentage of its sentence."""
    for one in passage.figures:
        inside = one.place <= place < one.after
        verb = set(passage.words(place, place + 1)) & set(passage.line.lexicon.notes.get("compare_verbs", "").split())
        right_before = 0 <= place - one.after <= 1 and one.kind in {Kind.COUNT, Kind.MONEY} and not verb and not passage.bracketed(one)
        if inside or right_before or (one.kind in {Kind.PERCENT, Kind.RATIO} and one.sentence == number):
            return True
    return False


def _compared_with(passage: Passage, place: int) -> Figure | None:
    """The last counted figure before a word of comparison."""
    number = passage.line.sentence_of(place)
    begin, _ = passage.sentence(number)
    this = passage.words(begin, begin + 1) in {("это",), ("this",), ("that",), ("бұл",), ("бул",)}
    if this and number and not any(one.place < place for one in passage.of_sentence(number)):
        return next((one for one in passage.of_sentence(number - 1) if one.kind in {Kind.COUNT, Kind.MONEY} and one.quantity.value is not None), None)
    before = passage.ahead_of(_at(passage, place))
    return next((one for one in before if one.kind in {Kind.COUNT, Kind.MONEY} and one.quantity.value is not None), None)


def _at(passage: Passage, place: int) -> Figure:
    """The first figure at or behind a token, or the last one: a place to look back from."""
    return next((one for one in passage.figures if one.place >= place), passage.figures[-1])


def ranges(passage: Passage) -> Iterator[Relation]:
    """A range said of several years and the years' own figures beside it."""
    for span in passage.figures:
        if (
            span.quantity.value is not None
            or span.kind is not Kind.COUNT
            or span.quantity.interval.low is None
            or span.quantity.interval.high is None
        ):
            continue
        behind = [
            one
            for one in passage.figures
            if one.place > span.place and one.sentence == span.sentence and _dated(one, span) and _entry(passage, one)
        ]
        ahead = [
            one
            for one in passage.figures
            if one.place < span.place and span.sentence - 2 <= one.sentence and _dated(one, span) and _entry(passage, one)
        ]
        values = [one for one in (behind if len(behind) > 1 else ahead) if not passage.totals(one)] or _listed(passage, span)
        if len(values) > 1:
            yield related("range", values=tuple(values), range=span)


def _listed(passage: Passage, span: Figure) -> list[Figure]:
    """A list "34, 41 и 45 дел, соответственно" before the range in its sentence."""
    if "respectively" not in passage.between(*passage.sentence(span.sentence)):
        return []
    beside = [one for one in passage.of_sentence(span.sentence) if one is not span]
    return next((run for run in in_lists(beside, passage) if len(run) > 2 and same_kind(run[0], span)), [])


def _dated(one: Figure, span: Figure) -> bool:
    return (
        one.quantity.value is not None
        and one.period is not None
        and one.period.whole_year is not None
        and (same_kind(one, span) or one.kind is span.kind)
    )


def _entry(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is an entry of a list of years: its own year stands right beside it."""
    for one in passage.line.mentions:
        ahead = 0 <= figure.place - (one.place + one.taken) <= 2
        if ahead or (0 <= one.place - figure.after <= 3 and not {",", ")", ";", "."} & set(passage.words(figure.after, one.place))):
            return True
    return False


def stages(passage: Passage) -> Iterator[Relation]:
    """Figures of one unit at two stages of a case in one line: opened, sent to court, judged."""
    if passage.row:
        return
    staged = []
    for figure in passage.figures:
        if figure.kind is Kind.COUNT and figure.quantity.value is not None:
            stage = _stage(passage, figure)
            if stage is not None:
                staged.append((stage, figure))
    for (low, one), (high, other) in pairwise(staged):
        fewer = (other.quantity.value or 0) <= (one.quantity.value or 0)
        if (high > low or (high == low > 0 and fewer)) and one.sentence <= other.sentence and (one.unit == other.unit or fewer):
            yield related("funnel", earlier=one, later=other, sure=False)


def _stage(passage: Passage, figure: Figure) -> int | None:
    begin, stop = passage.sentence(figure.sentence)
    others = [one for one in passage.of_sentence(figure.sentence) if one is not figure and one.kind is not Kind.PERCENT]
    left = max([begin, *(one.after for one in others if one.after <= figure.place)])
    right = min([stop, *(one.place for one in others if one.place >= figure.after)])
    marks = [place + 1 for place in range(left, figure.place) if passage.line.stream[place].text in {",", ";"}]
    near = [STAGES.index(cue) for place, _, cue in passage.cues if (marks[-1] if marks else left) <= place < figure.place and cue in STAGES]
    start = _beyond_share(passage, figure)
    ends = [place for place in range(start, right) if passage.line.stream[place].text in {",", ";"}]
    limit = min([right, start + 6, *ends])
    behind = [STAGES.index(cue) for place, _, cue in passage.cues if start <= place < limit and cue in STAGES]
    ahead = [STAGES.index(cue) for place, _, cue in passage.cues if not marks and left <= place < figure.place and cue in STAGES]
    return next((max(one) for one in (near, behind, ahead) if one), None)


def _beyond_share(passage: Passage, figure: Figure) -> int:
    """Where the sentence goes on behind a figure and its share: "only 87 – 7.5 per cent – had resulted in"."""
    share = next((one for one in passage.of_sentence(figure.sentence) if one.kind is Kind.PERCENT and 0 < one.place - figure.after <= 4), None)
    if share is None:
        return figure.after
    return share.after + (passage.words(share.after, share.after + 1) in {(",",), (")",), ("–",), ("—",)})
