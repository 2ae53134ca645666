"""A long text in parts of whole lines, so that no page shows all of it at once. Pure: it knows no row."""

from dataclasses import dataclass

PART = 6_000
"""Characters of a part, up to the end of its last line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of whole lines."""

    number: int
    start: int
    end: int


def parts_of(text: str, size: int = PART) -> tuple[Part, ...]:
    """The text cut at ends of lines into parts of about so many characters; a line longer than that is cut at a blank, else where it must."""
    parts: list[Part] = []
    start = 0
    while start < len(text):
        end = _cut(text, start, size)
        parts.append(Part(len(parts) + 1, start, end))
        start = end
    return tuple(parts) or (Part(1, 0, 0),)


def _cut(text: str, start: int, size: int) -> int:
    if len(text) - start <= size:
        return len(text)
    for sign in ("\n", " "):
        found = text.rfind(sign, start + size // 2, start + size)
        if found >= 0:
            return found + 1
    return start + size
