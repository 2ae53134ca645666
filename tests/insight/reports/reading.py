"""Reads a PDF back: its text, its structure tree, its metadata. For tests only."""

import io
import re
import shutil
import subprocess
from collections import Counter

import pikepdf

WITHOUT_PDFTOTEXT = shutil.which("pdftotext") is None


def opened(pdf: bytes) -> pikepdf.Pdf:
    document = pikepdf.open(io.BytesIO(pdf))
    _kept.append(document)  # pikepdf's values live no longer than their document
    return document


def text_of(pdf: bytes) -> str:
    """The text of all pages, joined by single spaces."""
    raw = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", raw)


def metadata(pdf: bytes) -> str:
    return opened(pdf).Root.Metadata.read_bytes().decode()


def tags_of(pdf: bytes) -> Counter[str]:
    """How often each structure tag stands in the tree."""
    found: Counter[str] = Counter()
    for element in elements(pdf):
        found[str(element.get("/S", ""))] += 1
    return found


def elements(pdf: bytes) -> list[pikepdf.Object]:
    document, found = opened(pdf), []
    heap = [document.Root.StructTreeRoot]
    while heap:
        element = heap.pop()
        if isinstance(element, pikepdf.Array):
            heap.extend(element)
        elif isinstance(element, pikepdf.Dictionary):
            found.append(element)
            if "/K" in element:
                heap.append(element["/K"])
    return found


def tongues_of(pdf: bytes) -> set[str]:
    """Languages that pieces of a line name, where they are other than their element's: /Lang of the marked content (ISO 32000, 14.9.2)."""
    shown = [page.Contents for page in opened(pdf).pages]
    streams = [each for one in shown for each in (one if isinstance(one, pikepdf.Array) else (one,))]
    return {found.decode() for each in streams for found in re.findall(rb"/Span<</MCID \d+/Lang\(([a-z]+)\)", each.read_bytes())}


_kept: list[pikepdf.Pdf] = []


def unembedded_fonts(pdf: bytes) -> list[str]:
    """Fonts whose program is not in the file."""
    lacking = []
    for thing in opened(pdf).objects:
        if (
            isinstance(thing, pikepdf.Dictionary)
            and thing.get("/Type") == "/FontDescriptor"
            and not any(f"/FontFile{n}" in thing for n in ("", 2, 3))
        ):
            lacking.append(str(thing.FontName))
    return lacking


def outside_addresses(pdf: bytes) -> list[str]:
    return [str(thing.URI) for thing in opened(pdf).objects if isinstance(thing, pikepdf.Dictionary) and "/URI" in thing]


def claims_conformance(pdf: bytes) -> bool:
    """PDF/A-2a and PDF/UA-1 in the metadata. No validator is at hand: this reads the claim, the tree and the fonts, not every rule."""
    said = metadata(pdf)
    return all(
        claim in said
        for claim in ("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>")
    )
