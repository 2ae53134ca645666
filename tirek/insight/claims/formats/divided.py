"""Words that a line's end divides: is the hyphen the setter's, or the word's own? The document itself is asked. It knows no dictionary.

A document whose lines are often divided is set with division, and its hyphens go; in one that hardly divides, a hyphen at a line's end belongs
to the word. Before that, the same beginning elsewhere decides: "уголовно-" with a hyphen inside a line, or the word in one piece. A text too short
to show its habit keeps the hyphen after the vowel that joins two words to one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

MARK = "\x1f"
"""Stands where a word was divided, until all pages are read."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_]+)$")
_AFTER = re.compile(r"[^\W\d_]+")
_DIVIDES, _FEW, _SHORT = 0.03, 3, 100
"""Setting divides more than 3 lines of 100, and more than twice; fewer lines than 100 prove nothing by dividing none."""
_STEM = 4
_JOINS = ("о", "е", "o")


class Divided:
    """The words of a document and how often its lines are divided."""

    def __init__(self, texts: Iterable[str], lines: int, breaks: int) -> None:
        self._words = sorted({word.casefold() for text in texts for word in _WORD.findall(text)})
        self._often = breaks >= _FEW and breaks > _DIVIDES * lines
        self._short = lines < _SHORT

    def _begins(self, start: str) -> bool:
        place = bisect_left(self._words, start)
        return place < len(self._words) and self._words[place].startswith(start)

    def between(self, before: str, after: str) -> str:
        """A hyphen or nothing between the two halves."""
        first, second = _BEFORE.search(before), _AFTER.match(after)
        if first is None or second is None:
            return "-"
        head, tail = first.group(1).casefold(), second.group().casefold()
        if self._begins(f"{head}-{tail[:_STEM]}"):
            return "-"
        if self._begins(head + tail[:_STEM]):
            return ""
        if self._often:
            return ""
        joins = head.endswith(_JOINS) and len(head) >= _STEM and len(tail) >= _STEM
        return "-" if joins or not self._short else ""

    def whole(self, text: str) -> str:
        """The text with every mark decided."""
        parts = text.split(MARK)
        for place in range(1, len(parts)):
            parts[place] = self.between(parts[place - 1], parts[place]) + parts[place]
        return "".join(parts)
