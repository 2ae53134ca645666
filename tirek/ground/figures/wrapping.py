"""Paragraphs that were broken into lines of one width, as in a letter typed as plain text, put together again. Knows no language."""

import re
from collections.abc import Sequence
from itertools import pairwise

NARROW, WIDE = 40, 120
"""Characters of the longest line of a broken paragraph."""
_FULL = 0.6
"""How much of the longest line every line but the last one has: a word that did not fit is seldom longer than the rest."""
_OWN = re.compile(r"\s*(?:[–—•*·‣-]\s|\(?\w{1,3}[).]\s)")
"""What begins an entry of a list: a dash, a dot, a number or a letter with a bracket."""
_CELL = ("\t", "|")
_ENDS = frozenset(".!?…:;")


def unwrapped(text: str) -> str:
    """The text with a space for each end of a line that only the width made; every other character stays in its place.

    A block of lines without an empty one between them was broken by its width if none of its lines but the last is short and if at least a third of
    those that end no sentence visibly go on, with a small letter or, behind a letter or a comma, with a number. Lists, tables and verse are not.
    """
    lines = text.split("\n")
    return lines[0] + "".join((" " if joined else "\n") + line for line, joined in zip(lines[1:], _joins(lines), strict=True))


def _joins(lines: Sequence[str]) -> list[bool]:
    """For each line but the first whether it goes on with the one before."""
    joined = [False] * (len(lines) - 1)
    begin = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or not lines[place - 1].strip() or not _goes_on(lines[place]):
            if _broken(lines[begin:place]):
                joined[begin : place - 1] = [True] * (place - 1 - begin)
            begin = place
    return joined


def _goes_on(line: str) -> bool:
    """Whether a line may belong to the paragraph of the one before."""
    return bool(line.strip()) and not _OWN.match(line) and not any(cell in line for cell in _CELL)


def _broken(block: Sequence[str]) -> bool:
    """Whether lines are one paragraph that was broken by its width."""
    if len(block) < 2 or any(cell in line for line in block for cell in _CELL):
        return False
    lengths = [len(line.strip()) for line in block]
    within = [(one.rstrip()[-1:], other.lstrip()[:1]) for one, other in pairwise(block) if one.rstrip()[-1:] not in _ENDS]
    going = sum(after.islower() or (after.isdigit() and (before.isalpha() or before == ",")) for before, after in within)
    full = NARROW <= max(lengths) <= WIDE and min(lengths[:-1]) >= _FULL * max(lengths)
    return full and 0 < len(within) <= 3 * going
