"""Extraction in a process apart, with limits, so that no text can keep the server from its pages. Nothing of the text is kept or logged.

It may not know who asks or what is done with the answer.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from threading import BoundedSemaphore
from typing import Any

from tirek.foundation.files.apart.running import Spent, Unanswered, answered
from tirek.insight.claims.reading.refusals import BrokenDocument, NoText, ReadingBusy, TextTooLong, TooMuchWork

PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from tirek.insight.claims.confined_child import main; main(sys.argv[2])"
AT_ONCE = BoundedSemaphore(2)
"""Texts that one server process has read or extracted at the same time."""
PATIENCE = 0.2
"""Seconds that the next one waits for its turn; while it waits it keeps a thread from the pages."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Characters of text; bytes of memory and of the answer; seconds of processor and of waiting."""

    text: int = 200_000
    memory: int = 640 << 20
    answer: int = 64_000_000
    seconds: int = 25
    wait: float = 40.0


EFFORT = Effort()


@contextmanager
def turn() -> Iterator[None]:
    """One's turn to have a document read or a text extracted. Raises ReadingBusy when nobody finishes in time."""
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise ReadingBusy
    try:
        yield
    finally:
        AT_ONCE.release()


def extract_apart(text: str, *, effort: Effort = EFFORT) -> dict[str, Any]:
    """What `told` says of the text; a server asks for it within its `turn`. Raises NoText, TextTooLong, TooMuchWork.

    Costs a process, which needs half a second before the first letter, and about 2 s for 20,000 characters full of figures.
    """
    if not text.strip():
        raise NoText
    if len(text) > effort.text:
        raise TextTooLong(limit=effort.text)
    try:
        found = answered(PROGRAM, [json.dumps(asdict(effort))], text.encode(errors="replace"), effort.wait, effort.answer)
    except Spent as error:
        raise TooMuchWork from error
    except Unanswered as error:
        raise BrokenDocument from error
    if "refused" in found:
        raise TooMuchWork
    return found
