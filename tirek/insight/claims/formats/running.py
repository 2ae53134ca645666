"""Page numbers and lines that repeat at the edge of pages: left out only where the pages themselves prove it.

Proof: in the outer twelfth of the page, set apart from the text, at one height, stands on at least three pages and two fifths of all the same
text, or a text that differs by a number that grows with the pages. A repeated text stays where it stands first; what has no letters must be
such a number.
"""

import re
from collections.abc import Iterator

from tirek.insight.claims.formats.layout import Row

_NUMBER = re.compile(r"\d{1,4}")
_LEAST, _SHARE, _SLACK = 3, 0.4, 4.0
_ZONE, _APART, _LAYERS = 1 / 12, 1.5, 3

Pages = list[list[Row]]


def without_running(pages: Pages, heights: list[float]) -> tuple[Pages, bool]:
    """The pages, whose heights are given, without what only runs along, and whether anything was left out."""
    dropped: set[int] = set()
    for upper in (False, True):
        found: dict[str, list[Row]] = {}
        for index, (page, height) in enumerate(zip(pages, heights, strict=True)):
            for row in at_edge(page, height, upper):
                for key in keys(row.text, index):
                    found.setdefault(key, []).append(row)
        for key, same in found.items():
            dropped |= proven(key, same, len(pages))
    return [[row for row in page if id(row) not in dropped] for page in pages], bool(dropped)


def at_edge(page: list[Row], height: float, upper: bool) -> list[Row]:
    """The few lines at the upper or lower edge of a page that a gap parts from its text; none where no gap does."""
    inward = sorted(page, key=lambda row: row.bottom, reverse=upper)[: _LAYERS + 1]
    for place, row in enumerate(inward[:_LAYERS]):
        if (height - row.bottom if upper else row.bottom) > _ZONE * height:
            return []
        if place + 1 == len(inward) or abs(inward[place + 1].bottom - row.bottom) > _APART * max(row.height, inward[place + 1].height):
            return inward[: place + 1]
    return []


def proven(key: str, same: list[Row], total: int) -> set[int]:
    """Identities of the rows that only run along, if these do."""
    middle = sorted(row.bottom for row in same)[len(same) // 2]
    level = [row for row in same if abs(row.bottom - middle) <= _SLACK]
    if len(level) < max(_LEAST, _SHARE * total):
        return set()
    kept = 1 if any(each.isalpha() for each in key) else 0
    for row in level[:kept]:
        row.alone = True
    return {id(row) for row in level[kept:]}


def keys(text: str, index: int) -> Iterator[str]:
    """What a line has in common with its like on other pages: its text, or its text with one number counted from the page."""
    if any(each.isalpha() for each in text):
        yield text
    numbers = list(_NUMBER.finditer(text))
    for number in numbers[:1] + numbers[-1:] if len(numbers) > 1 else numbers:
        yield f"{text[: number.start()]}<{int(number.group()) - index}>{text[number.end() :]}"
