"""The process that draws one page: a PDF on its standard input, one line of JSON on its standard output, then it ends.

Its limits are set before the first byte is read; once what it needs is loaded it can open no file and no connection any more. It may not know
Django or any other room, and writes nothing but its answer.
"""

import base64
import ctypes
import json
import os
import resource
import struct
import sys
import zlib
from typing import Any

from tirek.foundation.files.apart.confining import cap, confine
from tirek.foundation.files.apart.faults import Unreadable

_PASSWORD, _SECURITY = 4, 5
_GREY = 1
_NOTES, _LESS_MEMORY = 0x01, 0x2000
_TALLEST = 6
"""How many times as high as wide a drawn page may be: a page may claim any size."""


def answer(content: bytes, number: int, limits: dict[str, Any]) -> dict[str, object]:
    """The number of pages, or one of them drawn."""
    import pypdfium2_raw as pdfium  # within the limits, as everything here

    cap(resource.RLIMIT_NOFILE, 0)
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise Unreadable("password" if pdfium.FPDF_GetLastError() in (_PASSWORD, _SECURITY) else "broken")
    total = pdfium.FPDF_GetPageCount(document)
    if total > limits["pages"]:
        raise Unreadable("too-many-pages", pages=total)
    return {"png": drawn(pdfium, document, number, limits["width"])} if number else {"pages": total}


def drawn(pdfium: Any, document: object, number: int, width: int) -> str:
    """One page as a PNG in base64."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise Unreadable("broken")
    across, up = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if across <= 0 or up <= 0:
        raise Unreadable("broken")
    height = max(1, min(round(width * up / across), width * _TALLEST))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, _GREY, None, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _NOTES | _LESS_MEMORY)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return base64.b64encode(png([held[row * stride : row * stride + width] for row in range(height)], width)).decode()


def png(rows: list[bytes], width: int) -> bytes:
    """Grey rows as a PNG (ISO/IEC 15948): header, one stream of unfiltered rows, end."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", pixels) + part(b"IEND", b"")


def part(name: bytes, content: bytes) -> bytes:
    """A part of a PNG with its length and its check."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def said(number: int, limits: dict[str, Any]) -> dict[str, object]:
    """The answer as plain values, whatever happens."""
    try:
        return answer(sys.stdin.buffer.read(), number, limits)
    except Unreadable as fault:
        return {"refused": fault.code, **fault.params}
    except (MemoryError, RecursionError):
        return {"refused": "too-much-work"}


def main(number: str, written: str) -> None:
    """Draws, answers, ends without tidying: whatever the file did to this process ends with it. `written`: the limits as JSON."""
    limits: dict[str, Any] = json.loads(written)
    confine(limits)
    sys.stdout.buffer.write(json.dumps(said(json.loads(number), limits), separators=(",", ":")).encode())
    sys.stdout.flush()
    os._exit(0)
