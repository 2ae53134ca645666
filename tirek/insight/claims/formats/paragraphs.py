"""Lines of a PDF into paragraphs, over the ends of pages too, with the offset at which each page begins. It knows no file.

A line ends inside a paragraph when the next line's first word would not have fitted on it; when it would have, the break was meant.
"""

import itertools
import re
from collections import Counter

from tirek.insight.claims.formats.answers import seen
from tirek.insight.claims.formats.divided import MARK, Divided
from tirek.insight.claims.formats.layout import Row, continued

_ENDED = (".", "!", "?", ":", ";", "…")
_BULLET = re.compile(r"[•▪‣●○■□◦·]|[-–—]\s|\(?(?:\d{1,3}|[a-zа-я])[.)]\s", re.IGNORECASE)
_SIGN = re.compile(r"[•▪‣●○■□◦]")
_LEADERS = re.compile(r"(?:\. ?){4,}\s*\d+$|[.…]{4,}\s*\d+$")
_OPEN = re.compile(r"\w[-‐]$")
_FIRST_LINES = 3

_MARGIN = 1.3
"""The right margin is at most so many times the left one: a page whose lines all end early has no narrower edge."""

Pages = list[list[Row]]


def composed(pages: Pages, widths: list[float]) -> tuple[str, tuple[int, ...]]:
    """The whole text and the beginnings of its pages, whose widths are given."""
    pitch, begins = usual_pitch(pages), []
    parts: list[tuple[str, str]] = []
    before: Row | None = None
    for page, width in zip(pages, widths, strict=True):
        begins.append(len(parts))
        edges = right_edges(page, width)
        for place, row in enumerate(page):
            parts.append((between(before, row, edges[place], pitch, place == 0), row.text))
            before = row
    return put_together(parts, begins)


def put_together(parts: list[tuple[str, str]], begins: list[int]) -> tuple[str, tuple[int, ...]]:
    """The lines with what stands between them as one text; `begins` names each page's first line, the answer its offset."""
    breaks = sum(gap.count(MARK) + text.count(MARK) for gap, text in parts)
    divided = Divided((text for _, text in parts), len(parts), breaks)
    lines, starts, length, last = [], [], 0, ""
    for gap, text in parts:
        gap = divided.between(last, text) if gap == MARK else gap
        last = seen(divided.whole(text)).strip(" ")
        starts.append(length + len(gap))
        length += len(gap) + len(last)
        lines.append(gap + last)
    return "".join(lines), tuple(starts[place] if place < len(starts) else length for place in begins)


def between(before: Row | None, row: Row, edge: float, pitch: float, turned: bool) -> str:
    """What stands between two lines: a line feed, a space, or nothing inside a word. `turned`: the page was turned between them."""
    if before is None:
        return ""
    if not (goes_over(before, row) if turned else goes_on(before, row, edge, pitch)):
        return "\n"
    whole = continued(before.text, row.text, before.hyphen)
    return whole[len(before.text) : len(whole) - len(row.text)]


def goes_on(before: Row, row: Row, edge: float, pitch: float) -> bool:
    """Whether the line continues the paragraph of the one before."""
    if before.alone or before.cells or row.cells:
        return False
    if before.hyphen or (_OPEN.search(before.text) and row.text[:1].isalnum()):
        return True
    step = (before.low - row.bottom) / max(row.height, 1.0)
    if not 0 < step <= pitch * 1.2 or abs(before.height - row.height) > 0.08 * row.height:
        return False
    if _SIGN.match(row.text) or (_BULLET.match(row.text) and before.text.endswith(_ENDED)) or _LEADERS.search(before.text):
        return False
    meant = before.right + row.first + 0.2 * row.height < edge
    indented = row.left > before.left + 0.8 * row.height and not _BULLET.match(before.text)
    return not meant and not indented


def right_edges(page: list[Row], width: float) -> list[float]:
    """Where each line could have gone to: the page's edge, or that of a block half as wide at least whose lines end at one edge."""
    left = min((row.left for row in page), default=0.0)
    whole = max([width - _MARGIN * left, *(row.right for row in page)])
    edges: list[float] = []
    block: list[Row] = []
    for row in [*page, None]:
        if row is not None and (not block or abs(row.left - block[-1].left) < 0.8 * row.height):
            block.append(row)
            continue
        right = max((each.right for each in block), default=whole)
        even = sum(1 for each in block if right - each.right < 0.3 * each.height)
        edges.extend([right if even > 1 and right - block[0].left > 0.5 * (whole - left) else whole] * len(block))
        block = [row] if row is not None else []
    return edges


def goes_over(before: Row, row: Row) -> bool:
    """Whether a paragraph goes on over the end of the page: its last line is no sentence's end and the next begins with a small letter."""
    if before.cells or row.cells or abs(before.height - row.height) > 0.08 * row.height:
        return False
    return before.hyphen or (not before.text.endswith(_ENDED) and row.text[:1].islower())


def usual_pitch(pages: Pages) -> float:
    """The commonest distance of two lines, in heights of a line."""
    steps: Counter[float] = Counter()
    for page in pages:
        for before, row in itertools.pairwise(page):
            step = (before.low - row.bottom) / max(row.height, 1.0)
            if not before.cells and not row.cells and 0.5 < step < 2.5:
                steps[round(step * 20) / 20] += 1
    most = max(steps.values(), default=0)
    usual = [step for step, count in steps.items() if count * _FIRST_LINES >= most]
    return min(usual, default=1.3)
