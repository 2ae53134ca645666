"""The five source documents: where their bytes stand, their digests, quotes and the public view. The one place that knows the folder.

It knows no pack and no database; the product runs from a clone, so the folder is found from the repository root.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "demo" / "sources"

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<![\w/.-])(?:\+\d[\d ()-]{8,}\d|8[ (-]\d{3}[\d ()-]{6,}\d)(?![\w])")
MASK = "●●●"


@cache
def raw(file: str) -> bytes:
    """The stored bytes of a document; FileNotFoundError if the clone lacks it."""
    return (SOURCES / file).read_bytes()


@cache
def text(file: str) -> str:
    """The document's text exactly as stored, including odd spaces."""
    return raw(file).decode("utf-8")


@cache
def digest(file: str) -> str:
    """SHA-256 of the stored bytes, in hexadecimal."""
    return sha256(raw(file)).hexdigest()


def span_of(file: str, quote: str) -> tuple[int, int] | None:
    """The first place of the quote in the document as character offsets (start, end), or None if it does not stand there verbatim."""
    start = text(file).find(quote) if quote.strip() else -1
    return (start, start + len(quote)) if start >= 0 else None


def public(stored: str) -> str:
    """The text with telephone numbers and e-mail addresses masked; each mask has the length of what it hides, so offsets stay true."""
    for pattern in (_EMAIL, _TELEPHONE):
        stored = pattern.sub(lambda found: (MASK * len(found[0]))[: len(found[0])], stored)
    return stored
