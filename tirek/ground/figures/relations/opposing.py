"""Two figures of opposites: men and women, with notice and without, answered and not answered. Together they are all."""

from ..passages import Passage
from ..reading import Figure
from .relation import akin

_NOT = frozenset({"без", "не", "нет", "without", "not", "no", "жоқ", "эмес", "жок"})
_AROUND = 5


def opposed(passage: Passage, one: Figure, other: Figure) -> bool:
    """Whether the words beside two figures of one sentence are opposites."""
    if (one.line, one.sentence) != (other.line, other.sentence) or other not in passage.figures or one not in passage.figures:
        return False
    words, others = _beside(passage, one), _beside(passage, other)
    pairs = [pair.split("-") for pair in passage.line.lexicon.notes.get("opposites", "").split()]
    if any((_begun(words, left) and _begun(others, right)) or (_begun(words, right) and _begun(others, left)) for left, right in pairs):
        return True
    return _negated(words, others) or _negated(others, words)


def _beside(passage: Passage, figure: Figure) -> tuple[str, ...]:
    """The words of a figure's own stretch, from the figure before to the figure behind, a few at most."""
    begin, stop = passage.sentence(figure.sentence)
    figures = passage.of_sentence(figure.sentence)
    left = max([begin, *(one.after for one in figures if one.after <= figure.place)])
    right = min([stop, *(one.place for one in figures if one.place >= figure.after)])
    return passage.words(max(left, figure.place - _AROUND), figure.place) + passage.words(figure.after, min(right, figure.after + _AROUND))


def _begun(words: tuple[str, ...], root: str) -> bool:
    return any(one.startswith(root) for one in words)


def _negated(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one says "without notice" and the other "notice"."""
    denied = [words[place + 1] for place, one in enumerate(words[:-1]) if one in _NOT]
    return not _NOT & set(others) and any(akin(one, " ".join(others)) for one in denied)
