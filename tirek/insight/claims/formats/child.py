"""The process that reads one document: bytes on its standard input, one line of JSON on its standard output, then it ends.

Its limits are set before the first byte is read; once what the kind needs is loaded it can open no file and no connection any more, because
the number of things it may open is zero. It may not know Django or any other room, and writes nothing but its answer.
"""

import importlib
import json
import os
import resource
import sys
from collections.abc import Callable

from tirek.foundation.files.apart.confining import cap, confine
from tirek.foundation.files.apart.faults import Unreadable
from tirek.insight.claims.formats.answers import Answer
from tirek.insight.claims.formats.kinds import kind_of, misnamed

READERS = {"txt": "plain", "html": "web", "docx": "word", "pdf": "pdf"}
_ROOM = "tirek.insight.claims.formats."


def loaded(kind: str) -> Callable[[bytes, dict[str, int]], Answer]:
    """The reader of a kind, with all that it needs in memory."""
    read: Callable[[bytes, dict[str, int]], Answer] = importlib.import_module(_ROOM + READERS[kind]).read
    return read


def answer(content: bytes, name: str, limits: dict[str, int]) -> Answer:
    """Reads the bytes as what they are."""
    read = loaded(kind_of(content, name))
    cap(resource.RLIMIT_NOFILE, 0)
    try:
        found = read(content, limits)
    except (Unreadable, MemoryError, RecursionError, ImportError):  # what is loaded too late is a fault of ours and must be heard
        raise
    except Exception as error:
        raise Unreadable("broken") from error
    if not found.text.strip():
        raise Unreadable("no-text")
    if misnamed(found.kind, name):
        found.notes = (*found.notes, "kind-differs-from-name")
    return found


def said(name: str, limits: dict[str, int]) -> dict[str, object]:
    """The answer as plain values, whatever happens."""
    try:
        found = answer(sys.stdin.buffer.read(), name, limits)
        return {"text": found.text, "kind": found.kind, "notes": found.notes, "starts": found.starts}
    except Unreadable as fault:
        return {"refused": fault.code, "params": fault.params}
    except (MemoryError, RecursionError):
        return {"refused": "too-much-work", "params": {}}


def main(name: str, written: str) -> None:
    """Reads, answers, ends without tidying: whatever the document did to this process ends with it. `written`: the limits as JSON."""
    limits: dict[str, int] = json.loads(written)
    confine(limits)
    sys.stdout.buffer.write(json.dumps(said(name, limits), ensure_ascii=True).encode())
    sys.stdout.flush()
    os._exit(0)
