"""What reading gives: a plain text with the beginnings of its pages, and remarks on how it was read. It knows no file format."""

from bisect import bisect_right
from dataclasses import dataclass

SENTENCES = {
    "encoding-cp1251": "The text does not name its encoding; it was read as Windows-1251, because only so it is running text.",
    "encoding-kz1048": "The text does not name its encoding; it was read as KZ-1048, because only so it is running text.",
    "encoding-koi8-r": "The text does not name its encoding; it was read as KOI8-R, because only so it is running text.",
    "encoding-cp866": "The text does not name its encoding; it was read as DOS Cyrillic (866), because only so it is running text.",
    "tracked-changes": "The document holds tracked changes: what they delete was left out, what they insert was read.",
    "hidden-text": "The document holds hidden text; it was left out.",
    "comments": "The document holds comments in its margin; they were not read. Open it to see them.",
    "fetches": "Opened in Word, this document would fetch something from elsewhere: a template, a picture or an object. Nothing was fetched here.",
    "pages-without-text": "Some pages hold no text, perhaps pictures of text. What stands on them was not read.",
    "running-lines": "Page numbers and lines that repeat on every page were left out after their first appearance.",
    "other-language": "This text seems to be in none of Russian, Kazakh, Kyrgyz and English. Its figures were read by digits alone, and some may be misread.",
    "kind-differs-from-name": "The file is of another kind than its name says; it was read as what it is.",
}
"""A remark's key and its sentence."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A document's text. `kind` is txt, docx, pdf or html; `pages` is None where the format has none; `page_starts` are offsets into the text."""

    text: str
    kind: str
    pages: int | None
    page_starts: tuple[int, ...]
    notes: tuple[str, ...]

    def page_at(self, offset: int) -> int | None:
        """The number, from 1, of the page on which the character at this offset stands."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None
