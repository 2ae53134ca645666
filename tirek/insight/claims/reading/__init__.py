"""Reading: a document as it was received into plain text, in a process apart, so that a broken or malicious file hurts nobody.

It keeps nothing and knows no rows; it may not know faces, reports or what the text says.
"""

from typing import cast

from tirek.insight.claims.reading.apart import ask
from tirek.insight.claims.reading.limits import LIMITS, Limits
from tirek.insight.claims.reading.refusals import BY_CODE, BrokenDocument, DocumentTooLarge, EmptyDocument
from tirek.insight.claims.reading.texts import SENTENCES, ReadText

__all__ = ["LIMITS", "SENTENCES", "Limits", "ReadText", "read_document"]
_MEGABYTE = 1_000_000


def read_document(data: bytes, *, name: str, limits: Limits = LIMITS) -> ReadText:
    """The text of a TXT, DOCX, PDF or HTML file; what it is, is seen from its bytes. Raises one of `refusals` where there is none.

    A paragraph or heading is a line; a row of a table is a line, its cells between TABs, a merged cell where it begins and its other places
    empty. Raised digits (marks of notes, powers) stay raised. Costs about 0.1 s and a process for a short file.
    """
    if len(data) > limits.size:
        raise DocumentTooLarge(size=-(-len(data) // _MEGABYTE), limit=limits.size // _MEGABYTE)
    if not data:
        raise EmptyDocument
    found = ask(data, name, limits)
    try:
        if "refused" in found:
            raise BY_CODE[str(found["refused"])](**cast(dict[str, object], found["params"]))
        return checked(found)
    except (KeyError, TypeError, ValueError) as error:  # an answer that no reader of ours gives
        raise BrokenDocument from error


def checked(found: dict[str, object]) -> ReadText:
    """The answer as a value; raises where it is not of the form that a reader gives."""
    starts = tuple(int(each) for each in cast(list[int], found["starts"]))
    return ReadText(
        text=str(found["text"]),
        kind=str(found["kind"]),
        pages=len(starts) or None,
        page_starts=starts,
        notes=tuple(note for note in cast(list[str], found["notes"]) if note in SENTENCES),
    )
