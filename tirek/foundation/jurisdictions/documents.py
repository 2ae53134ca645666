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
_AREA = re.compile(r"\((?!(?:19|20)\d\d\))\d{3,5}\) ?(?:\d{1,3}(?:[ -]\d{2,3})*-\d{2,3}|\d{5,7})(?!\d)")
"""A number behind an area code in brackets: "(7172) 71-98-28"; a year in brackets is none."""
_ZERO = re.compile(r"(?<![\w.,/-])0(?:\d{2,4}| \d{3})(?:[ -]\d{2,3}){2,3}(?!\d)")
"""A number with the nought of long distance: "0312 66-12-34", "0 555 12 34 56"; no count begins so."""
_NAMED = re.compile(r"(?i)(?<=[\s(,;])(?:тел|факс|моб|tel|fax)\.? ?:? ?(\d[\d -]{3,12}\d)|(?:телефон\w*|phone|whatsapp)[^:\n\d]{0,20}: ?(\d[\d -]{3,12}\d)")
"""Whatever number a word calls a telephone: "тел. 71-98-28"."""
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
    for pattern in (_EMAIL, _TELEPHONE, _AREA, _ZERO):
        stored = pattern.sub(lambda found: _masked(found[0]), stored)
    return _NAMED.sub(lambda found: found[0].replace(found[1] or found[2], _masked(found[1] or found[2])), stored)


def _masked(words: str) -> str:
    return (MASK * len(words))[: len(words)]
