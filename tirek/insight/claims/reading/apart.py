"""Has a document read in a process apart. It may not know what a document is."""

import json
from dataclasses import asdict
from threading import BoundedSemaphore

from tirek.foundation.files.apart.running import Spent, Unanswered, answered
from tirek.insight.claims.reading.limits import Limits
from tirek.insight.claims.reading.refusals import BrokenDocument, ReadingBusy, TooMuchWork

PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from tirek.insight.claims.formats.child import main; main(sys.argv[2], sys.argv[3])"
_AT_ONCE = BoundedSemaphore(2)
"""Documents that one server process has read at the same time; more would take memory and processors from the pages."""
_PATIENCE = 10.0
_ROOM = 1 << 16
"""Bytes of an answer beside its text."""


def ask(content: bytes, name: str, limits: Limits) -> dict[str, object]:
    """What the reading process answers about these bytes."""
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise ReadingBusy
    try:
        return answer_of(content, name, limits)
    finally:
        _AT_ONCE.release()


def answer_of(content: bytes, name: str, limits: Limits) -> dict[str, object]:
    """What the process that reads documents answers about these bytes."""
    try:
        return answered(PROGRAM, [ending(name), json.dumps(asdict(limits))], content, limits.wait, 12 * limits.text + _ROOM)
    except Spent as error:
        raise TooMuchWork from error
    except Unanswered as error:
        raise BrokenDocument from error


def ending(name: str) -> str:
    """What the name says about the kind, in characters that any command line bears."""
    return "".join(each for each in name[-12:] if each.isascii() and each.isprintable())
