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
    if "refused" in found:
        raise BY_CODE.get(str(found["refused"]), BrokenDocument)(**cast(dict[str, object], found["params"]))
    return ReadText(
        text=cast(str, found["text"]),
        kind=cast(str, found["kind"]),
        pages=cast("int | None", found["pages"]),
        page_starts=tuple(cast(list[int], found["starts"])),
        notes=tuple(cast(list[str], found["notes"])),
    )
