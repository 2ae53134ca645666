"""What a format gives back: text, the kind, beginnings of pages, remarks. It must not import what slows the start."""

from unicodedata import normalize

_UNSEEN = {ord(each): None for each in "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00"}
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_ABOVE = str.maketrans("0123456789+-", RAISED)


class Answer:
    """A text that was read. `starts` holds the offset at which each page begins; it is empty where the format has no pages."""

    __slots__ = ("kind", "notes", "starts", "text")

    def __init__(self, kind: str, text: str, notes: tuple[str, ...] = (), starts: tuple[int, ...] = ()) -> None:
        self.kind = kind
        self.text = text
        self.notes = notes
        self.starts = starts


def seen(text: str) -> str:
    """The text without what no reader sees (soft hyphens, zero-width characters), letters composed: one и with a breve is one й."""
    return normalize("NFC", text.translate(_UNSEEN))


def raised(text: str) -> str:
    """Digits of a mark above the line as raised digits: the note 1 at 462 must not make 4621."""
    return text.translate(_ABOVE)
