"""The process that reads one table: bytes on its standard input, one line of JSON on its standard output, then it ends.

Its limits are set before the first byte is read; once what it needs is loaded it can open no file and no connection any more. It may not know
Django or any other room, and writes nothing but its answer.
"""

import json
import os
import resource
import sys
from typing import Any

from tirek.foundation.files.apart.confining import cap, confine
from tirek.foundation.files.apart.faults import Unreadable

_OLD = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHER = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"\x1f\x8b", b"%!PS")


def answer(content: bytes, sheet: int | None, limits: dict[str, Any]) -> dict[str, object]:
    """Reads the bytes as what they are."""
    from tirek.foundation.files.tables import separated, workbook  # within the limits, as everything here

    cap(resource.RLIMIT_NOFILE, 0)
    if content.startswith(_OLD):
        raise Unreadable("password" if _LOCKED in content else "old-format")
    if content.startswith(_OTHER):
        raise Unreadable("not-a-document")
    read = workbook.read if content.startswith((b"PK\x03\x04", b"PK\x05\x06")) else separated.read
    try:
        return read(content, sheet, limits)
    except (Unreadable, MemoryError, RecursionError, ImportError):  # what is loaded too late is a fault of ours and must be heard
        raise
    except Exception as error:
        raise Unreadable("broken") from error


def said(sheet: int | None, limits: dict[str, Any]) -> dict[str, object]:
    """The answer as plain values, whatever happens."""
    try:
        return answer(sys.stdin.buffer.read(), sheet, limits)
    except Unreadable as fault:
        return {"refused": fault.code, "params": fault.params}
    except (MemoryError, RecursionError):
        return {"refused": "too-much-work", "params": {}}


def main(sheet: str, written: str) -> None:
    """Reads, answers, ends without tidying: whatever the file did to this process ends with it. `written`: the limits as JSON."""
    limits: dict[str, Any] = json.loads(written)
    confine(limits)
    sys.stdout.buffer.write(json.dumps(said(json.loads(sheet), limits), ensure_ascii=True, separators=(",", ":")).encode())
    sys.stdout.flush()
    os._exit(0)
