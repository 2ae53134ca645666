"""Kinds of file by their content: letters, scans, photographs, national signatures. It reads bytes and knows no form and no noun."""

import base64
import binascii
import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.parsers import expat

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CMS_SIGNED = bytes.fromhex("06092a864886f70d010702")  # the object identifier of CMS SignedData, RFC 5652 section 5.1
XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
DRAWN = ("http://www.w3.org/1999/xhtml ", "http://www.w3.org/2000/svg ", "http://www.w3.org/1999/XSL/Transform ")  # what browsers draw or run
MOST_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what people call it, its media type, the ending of its name, and whether bytes are of it."""

    words: "str | Promise"
    media_type: str
    ending: str
    fits: Callable[[bytes], bool]


def begins(*starts: bytes) -> Callable[[bytes], bool]:
    """A test for how bytes begin."""
    return lambda content: content.startswith(starts)


def parts(content: bytes) -> frozenset[str]:
    """Names of the parts of a packed document; none where it is not one or holds absurdly many."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()
    return frozenset(names) if len(names) <= MOST_PARTS else frozenset()


def is_docx(content: bytes) -> bool:
    """A Word document without macros."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    found = parts(content)
    return {"[Content_Types].xml", "word/document.xml"} <= found and not any("vbaProject" in name for name in found)


def is_odt(content: bytes) -> bool:
    """An OpenDocument text without macros: its first part says so in clear."""
    if not content.startswith(b"PK\x03\x04") or b"mimetypeapplication/vnd.oasis.opendocument.text" not in content[:100]:
        return False
    return not any(name.startswith(("Basic/", "Scripts/")) for name in parts(content))


def is_cms(content: bytes) -> bool:
    """A CMS signature, as bytes, in PEM, or in base64 alone as national signing programs save it."""
    return is_signed_data(content) or content.startswith((b"-----BEGIN CMS", b"-----BEGIN PKCS7")) or is_signed_data(from_base64(content))


def is_signed_data(content: bytes) -> bool:
    """Whether the bytes begin as CMS SignedData does."""
    return content.startswith(b"\x30") and CMS_SIGNED in content[:40]


def from_base64(content: bytes) -> bytes:
    """What stands in base64, with or without line ends; nothing for anything else."""
    bare = b"".join(content.removeprefix(b"\xef\xbb\xbf").split())
    try:
        return base64.b64decode(bare, validate=True)
    except binascii.Error:
        return b""


def is_xml_signature(content: bytes) -> bool:
    """An XML document that is a signature, or encloses one right under its root, as national signing programs write it (XML-DSig section 3.2).

    It is read for its names alone; whatever a browser would draw or run makes it something else.
    """
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    names: list[str] = []
    open_now: list[str] = []
    near: list[str] = []  # the root and what stands right under it

    def begun(name: str, _attributes: object) -> None:
        names.append(name)
        open_now.append(name)
        if len(open_now) <= 2:
            near.append(name)

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler = begun
    reader.EndElementHandler = lambda _name: open_now.pop()
    reader.StartDoctypeDeclHandler = refuse_markup  # no entities: they are declared there alone
    reader.ProcessingInstructionHandler = refuse_markup  # no style sheets
    try:
        reader.Parse(content, True)
    except (expat.ExpatError, ValueError):
        return False
    drawn = any(name.startswith(DRAWN) for name in names) or names[0].lower() in {"html", "svg"}
    return f"{XML_SIGNATURE} Signature" in near and not drawn


def refuse_markup(*_declared: object) -> None:
    """Stops the reading of a document that declares what no signature needs."""
    raise ValueError


PDF = FileKind("PDF", "application/pdf", "pdf", begins(b"%PDF-"))
JPEG = FileKind("JPEG", "image/jpeg", "jpg", begins(b"\xff\xd8\xff"))
PNG = FileKind("PNG", "image/png", "png", begins(b"\x89PNG\r\n\x1a\n"))
TIFF = FileKind("TIFF", "image/tiff", "tiff", begins(b"II*\x00", b"MM\x00*"))
DOCX = FileKind("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", is_docx)
ODT = FileKind("ODT", "application/vnd.oasis.opendocument.text", "odt", is_odt)
CMS = FileKind(_("signature file (CMS)"), "application/pkcs7-signature", "p7s", is_cms)
XML_SIGNED = FileKind(_("signed XML"), "application/xml", "xml", is_xml_signature)

SCANS = (PDF, JPEG, PNG, TIFF)
GEOJSON = FileKind("GeoJSON", "application/geo+json", "geojson", lambda content: content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"))
DOCUMENTS = (*SCANS, DOCX, ODT)
XLSX = FileKind("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", lambda content: content.startswith(b"PK"))
CSV = FileKind("CSV", "text/csv", "csv", lambda content: True)  # what it really is, the reading apart finds out and says
TABLES = (XLSX, CSV)
SIGNATURES = (CMS, XML_SIGNED)


def kind_of(content: bytes, kinds: Iterable[FileKind]) -> FileKind | None:
    """The first of the kinds that the bytes are of."""
    return next((kind for kind in kinds if kind.fits(content)), None)


def media_types(kinds: Iterable[FileKind]) -> list[str]:
    """What a browser's dialog offers first: media types and endings."""
    return [each for kind in kinds for each in (kind.media_type, f".{kind.ending}")]
