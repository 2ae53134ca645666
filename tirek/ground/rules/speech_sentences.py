"""The words round the figures of a text: those between its neighbours, and those of its sentence. It knows no language but where sentences end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

END = re.compile(r"(?<=[.!?…])[\s\u00a0]+(?=[«“\"(]?[^\W\d_a-zа-яёәғқңөұүһі])|(?<=[^\W\d_]{4}[.!?…])[\s\u00a0]+(?=\d)|(?<=[%\d)][.!?…])[\s\u00a0]+(?=\d)|\n+")
"""Where a sentence ends: after a mark, before a capital letter, or before a number if no short form stands there; or where a line does."""
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Around:
    """The words near a figure, those of its sentence, the number of the sentence, and where that stands in the text."""

    near: frozenset[str]
    sentence_words: frozenset[str]
    sentence: int
    start: int
    end: int


def words_around(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Around, ...]:
    """For figures in the order of the text. Cost: linear in the text and its figures."""
    ends = [*(each.end() for each in END.finditer(text)), len(text)]
    starts = [0, *ends[:-1]]
    found, at = [], 0
    for index, (start, end) in enumerate(spans):
        while at < len(ends) - 1 and ends[at] <= start:
            at += 1
        before = max([starts[at], *([spans[index - 1][1]] if index else [])])
        after = min([ends[at], *([spans[index + 1][0]] if index + 1 < len(spans) else [])])
        found.append(Around(words(text[min(before, start) : max(after, end)]), words(text[starts[at] : ends[at]]), at, starts[at], ends[at]))
    return tuple(found)


def words(text: str) -> frozenset[str]:
    """The words of a stretch, without capitals, ё as е."""
    return frozenset(WORD.findall(text.casefold().replace("ё", "е")))
