"""Whether a percentage is a share, or says by how much something changed, or what it became."""

from itertools import pairwise

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .differing import beside_difference
from .relation import TURNED


def changing(passage: Passage, percent: Figure) -> bool:
    """Whether a percentage says how much something rose or fell, and not what share it is."""
    begin, stop = passage.sentence(percent.sentence)
    if beside_difference(passage, percent):
        return True
    if reached(passage, percent):
        return False
    if _noun_equated(passage, percent):
        return True
    last = max((one.after for one in passage.of_sentence(percent.sentence) if one.place < percent.place), default=begin)
    near = passage.between(max(last, percent.place - 6), percent.place)
    tight = passage.between(max(begin, percent.place - 2), percent.after)
    behind = passage.between(percent.after, min(stop, percent.after + 6))
    turned = passage.between(begin, stop) & TURNED
    if (
        near & {"up", "down"}
        or passage.between(percent.after, percent.after + 2) & {"up", "down"}
        or (passage.line.lexicon.language == "en" and passage.begun(percent.after, percent.after + 1) & TURNED)
        or passage.words(percent.place - 2, percent.place) in _SIGNED
        or (turned and "of_change" in tight)
        or (_dative(passage, percent) and behind & TURNED)
    ):
        return True
    return bool(turned) and last > begin and passage.words(last, percent.place) in {("(",), (",",)} and _closes(passage, percent, last)


def _noun_equated(passage: Passage, percent: Figure) -> bool:
    """ "The drop since 2023, when it registered 95, is only 4 %": the noun that the clause begins with, and the verb right before the percentage."""
    begin, _ = passage.sentence(percent.sentence)
    said = [word for word in passage.words(percent.place - 2, percent.place) if word not in {"only", "just", "exactly", "лишь", "ровно"}]
    nouns = set(passage.line.lexicon.notes.get("change_nouns", "").split())
    return bool(said) and said[-1] in {"is", "was", "составил", "составила", "составило"} and bool(nouns & set(passage.words(begin, begin + 6)))


def _dative(passage: Passage, percent: Figure) -> bool:
    """Whether a percentage, or the fraction that it is, stands in the case of "to" (kk, ky)."""
    endings = tuple(passage.line.lexicon.notes.get("to", "").split())
    last = passage.words(percent.after - 1, percent.after)
    return percent.dative or bool(endings and last and len(last[0]) > 3 and last[0].endswith(endings))


def reached(passage: Passage, percent: Figure) -> bool:
    """ "Поднялась до 24 %", "fell to 40 per cent": what something became, and not by how much it changed."""
    return passage.words(percent.place - 1, percent.place) in {("до",), ("to",)} and "of_change" not in passage.between(percent.place - 1, percent.place)


_SIGNED = frozenset({(";", "+"), (";", "-"), (";", "−"), (";", "–"), (",", "+"), (",", "-"), (",", "−"), ("(", "+"), ("(", "-"), ("(", "−"), ("(", "–")})
"""A sign in brackets before a percentage: "1,875 in 2024, against 1,500 in 2023 (+25%)"."""


def level(passage: Passage, percent: Figure) -> bool:
    """Whether a percentage is one of two between which something moved: "from 61 % to 70 %"."""
    shown = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.PERCENT and one.unit == "percent"]
    begin, _ = passage.sentence(percent.sentence)
    for one, other in pairwise(shown):
        opens = one.ablative or "from" in passage.between(max(begin, one.place - 3), one.place)
        closes = other.dative or "to" in passage.between(one.after, other.place)
        if opens and closes and percent in (one, other):
            return True
    return False


def _closes(passage: Passage, percent: Figure, last: int) -> bool:
    """Whether the figure right before is the end of a "from A to B"."""
    figures = [one for one in passage.of_sentence(percent.sentence) if one.after <= last]
    return len(figures) > 1 and (figures[-1].dative or "to" in passage.between(figures[-2].after, figures[-1].place))
