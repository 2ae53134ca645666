"""What a file is, by its bytes: the name is only heard where the bytes leave it open."""

import re

from tirek.foundation.files.apart.faults import Unreadable

_PAGE = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|h1|p)\b", re.IGNORECASE | re.DOTALL)
_OLD = (b"{\\rtf", b"\xd0\xcf\x11\xe0")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHER = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"\x1f\x8b", b"%!PS")
"""Pictures, packed files, PostScript. Any other bytes that are no text are known by their control characters."""
_NAMES = {"docx": ".docx .docm .dotx", "pdf": ".pdf", "html": ".html .htm .xhtml", "txt": ".txt .text .md .csv .tsv .log"}


def kind_of(content: bytes, name: str) -> str:
    """'docx' (any archive that could be one), 'pdf', 'html' or 'txt'; raises for what is known not to be read here."""
    head = content[:1024]
    if not content.strip(b" \t\r\n\x00"):
        raise Unreadable("empty")
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return "docx"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(_OLD):
        raise Unreadable("password" if _LOCKED in content else "old-format")
    if head.startswith(_OTHER):
        raise Unreadable("not-a-document")
    return "html" if is_page(content, name) else "txt"


def is_page(content: bytes, name: str) -> bool:
    """Whether the bytes begin as a page does, or are named as one and hold an element."""
    start = content[:4096]
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            start = start[2:].decode(encoding, "ignore").encode()
    start = start.removeprefix(b"\xef\xbb\xbf")
    if start.lstrip().startswith(b"<?xml") and b"<html" not in start.lower():
        raise Unreadable("not-a-document")
    return bool(_PAGE.match(start)) or (name.lower().endswith((".html", ".htm")) and re.search(rb"<[a-zA-Z/!]", start) is not None)


def misnamed(kind: str, name: str) -> bool:
    """Whether the name's ending promises something else than the bytes are."""
    ending = "." + name.rpartition(".")[2].lower() if "." in name else ""
    return any(ending in endings.split() for other, endings in _NAMES.items() if other != kind) if ending else False
