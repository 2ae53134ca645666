"""A plain text: its characters, lines ended by a line feed."""

from collections.abc import Mapping

from tirek.foundation.files.apart.characters import characters
from tirek.foundation.files.apart.faults import Unreadable
from tirek.insight.claims.formats.answers import Answer, seen


def read(content: bytes, limits: Mapping[str, int]) -> Answer:
    """The text as it is, lines ended by a line feed."""
    text, notes = characters(content)
    text = seen(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\u2028", "\n"))
    if len(text) > limits["text"]:
        raise Unreadable("text-too-long", limit=limits["text"])
    return Answer("txt", text, notes)
