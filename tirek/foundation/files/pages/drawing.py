"""Has the pages of a PDF counted and drawn in a process apart."""

import base64
import json
from dataclasses import asdict, dataclass
from threading import BoundedSemaphore

from tirek.foundation.files.apart.running import Spent, Unanswered, answered
from tirek.foundation.files.pages.refusals import PagesBroken, PagesBusy, PagesLocked, TooManyPages

PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from tirek.foundation.files.pages.child import main; main(sys.argv[2], sys.argv[3])"
_AT_ONCE = BoundedSemaphore(2)
"""Processes that one server process has drawing at the same time; more would take memory and processors from the pages that are served."""
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class PageLimits:
    """Bytes of memory, seconds of processor and of waiting, pages of a letter, dots of a picture's width, bytes of the answer."""

    memory: int = 700 << 20
    seconds: int = 20
    wait: float = 40.0
    pages: int = 300
    width: int = 1_000
    answer: int = 30_000_000


LIMITS = PageLimits()


def page_count(content: bytes, limits: PageLimits = LIMITS) -> int:
    """How many pages a PDF has. Raises PagesBusy, PagesLocked, PagesBroken, TooManyPages. Cost: a process of about 0.2 s."""
    pages = asked(content, 0, limits).get("pages")
    if not isinstance(pages, int) or pages < 1:
        raise PagesBroken
    return pages


def page_picture(content: bytes, number: int, limits: PageLimits = LIMITS) -> bytes:
    """Page `number` (from 1) as a grey PNG of the limits' width. Raises PagesBusy, PagesLocked, PagesBroken, TooManyPages. Cost: a process of 0.3 to 1 s."""
    drawn = asked(content, number, limits).get("png")
    if not isinstance(drawn, str):
        raise PagesBroken
    return base64.b64decode(drawn)


def asked(content: bytes, number: int, limits: PageLimits) -> dict[str, object]:
    """What the process that draws answers; page 0 asks for the number of pages alone."""
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise PagesBusy
    try:
        found = answered(PROGRAM, [json.dumps(number), json.dumps(asdict(limits))], content, limits.wait, limits.answer)
    except (Spent, Unanswered) as error:
        raise PagesBroken from error
    finally:
        _AT_ONCE.release()
    refused = found.get("refused")
    if refused == "password":
        raise PagesLocked
    if refused == "too-many-pages":
        raise TooManyPages(pages=found.get("pages"), limit=limits.pages)
    if refused:
        raise PagesBroken
    return found
