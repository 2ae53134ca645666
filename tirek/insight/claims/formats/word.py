"""DOCX: the text of word/document.xml and its notes, in one pass, without a tree in memory.

Why not python-docx: it loads every part and builds a tree of each; here a part is a stream of events. A document type declaration, which Word
never writes and on which every entity bomb hangs, ends the reading. What tracked changes delete and hidden text is left out, with a remark.
"""

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from tirek.foundation.files.apart.archive import Archive
from tirek.foundation.files.apart.faults import Unreadable
from tirek.insight.claims.formats.answers import Answer
from tirek.insight.claims.formats.blocks import Blocks, number

RELATIONS = "_rels/.rels"
NOTES = (("footnote", "footnotes.xml"), ("endnote", "endnotes.xml"))
_WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
_MATHS = ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math")
_OWN_DRIVE = re.compile(r"(?:file:///?)?[A-Za-z]:[\\/]")
_OFF = ("0", "false", "off", "none")
_LEFT_OUT = ("del", "moveFrom", "Fallback")
_WRITTEN = {"br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}

Attributes = Mapping[str, str]
Start = Callable[[str, dict[str, str]], None]


def read(content: bytes, limits: Mapping[str, int]) -> Answer:
    """The text of a Word document."""
    archive = Archive(content, limits["unpacked"])
    main = main_part(archive)
    reader = Reader(limits["text"])
    reader.parse(archive, main)
    for kind, name in NOTES:
        part = main.rpartition("/")[0] + "/" + name
        if reader.marks[kind] and part in archive:
            reader.parse(archive, part)
    if fetches(archive, main.rpartition("/")[0] + "/_rels/"):
        reader.remarks.add("fetches")
    return Answer("docx", reader.blocks.finish(), tuple(sorted(reader.remarks)))


def main_part(archive: Archive) -> str:
    """The part that holds the text; raises where the archive is something else than a Word document."""
    found = [""]

    def start(name: str, said: dict[str, str]) -> None:
        if said.get("Type", "").endswith("/officeDocument"):
            found[0] = said.get("Target", "").lstrip("/")

    if RELATIONS in archive:
        parse(archive, RELATIONS, start)
    if found[0].startswith("word/") and found[0] in archive:
        return found[0]
    if "mimetype" in archive and "content.xml" in archive:
        raise Unreadable("old-format")
    raise Unreadable("broken" if "[Content_Types].xml" in archive and not found[0] else "not-a-document")


def fetches(archive: Archive, folder: str) -> bool:
    """Whether a program that opens the document would ask for a template, a picture or an object of another machine. A link waits for a click; a drive is one's own."""
    found = set[bool]()

    def start(_name: str, said: dict[str, str]) -> None:
        outside = said.get("TargetMode", "").lower() == "external" and not said.get("Type", "").endswith("/hyperlink")
        found.add(outside and not _OWN_DRIVE.match(said.get("Target", "")))

    for name in archive.names():
        if name.startswith(folder) and name.endswith(".rels"):
            parse(archive, name, start)
    return True in found


def parse(archive: Archive, name: str, start: Start, end: Callable[[str], None] | None = None, text: Callable[[str], None] | None = None) -> None:
    """Reads one part as events. A declaration of a document type ends it, and with it every entity that could be declared."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = declared
    try:
        for piece in archive.pieces(name):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable("broken") from error


def declared(*_: object) -> None:
    """What happens at a declaration."""
    raise Unreadable("declares-entities")


class Reader:
    """Events of the XML parser in, lines out."""

    def __init__(self, most: int) -> None:
        self.blocks = Blocks(most)
        self.remarks: set[str] = set()
        self.marks: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}
        self._mark = 0
        self._skipping = 0
        self._in_text = self._in_run = self._above = self._hidden = self._in_row_head = self._dropped = False
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "p": lambda _: self.blocks.begin(), "r": self._run, "t": self._text, "tab": self._tab, "vertAlign": self._align, "vanish": self._vanish,
            "tbl": lambda _: self.blocks.open_table(), "tr": self._row, "trPr": self._row_head, "tc": lambda _: self.blocks.open_cell(), "gridSpan": self._span,
            "vMerge": self._merged, "hMerge": self._merged, "gridBefore": self._before, "footnote": self._note("footnote"), "endnote": self._note("endnote"),
            "footnoteReference": self._reference("footnote"), "endnoteReference": self._reference("endnote"),
            "commentReference": lambda _: self.remarks.add("comments"), "footnoteRef": self._own_mark, "endnoteRef": self._own_mark,
        }  # fmt: skip
        self._ends: dict[str, Callable[[], None]] = {
            "p": self.blocks.end, "t": self._end_text, "r": self._end_run, "tbl": self.blocks.close_table, "tr": self._end_row,
            "trPr": self._end_row_head, "tc": self.blocks.close_cell,
        }  # fmt: skip

    def parse(self, archive: Archive, name: str) -> None:
        """Reads one part."""
        parse(archive, name, self._start, self._end, self._characters)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self._skipping or local in _LEFT_OUT:
            self._skip(local)
        elif space in _WORD:
            said = {key.rpartition(" ")[2]: value for key, value in attributes.items()} if attributes else attributes
            if local in self._starts:
                self._starts[local](said)
            elif local in _WRITTEN and self._in_run and not self._hidden:
                self.blocks.write(_WRITTEN[local])
        elif space in _MATHS and local == "t":
            self._in_text = True

    def _skip(self, local: str) -> None:
        if not self._skipping and local in ("del", "moveFrom"):
            self._dropped = self._dropped or self._in_row_head
            self.remarks.add("tracked-changes")
        self._skipping += 1

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        space, _, local = name.rpartition(" ")
        if space in _WORD and local in self._ends:
            self._ends[local]()
        elif space in _MATHS and local == "t":
            self._in_text = False

    def _characters(self, text: str) -> None:
        if self._in_text and not self._skipping:
            if self._hidden:
                self.remarks.add("hidden-text")
            else:
                self.blocks.write(text, above=self._above)

    def _run(self, _: Attributes) -> None:
        self._in_run, self._above, self._hidden = True, False, False

    def _end_run(self) -> None:
        self._in_run = self._above = self._hidden = False

    def _text(self, _: Attributes) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _tab(self, _: Attributes) -> None:
        if self._in_run:  # outside a run it is the place of a tab stop
            self.blocks.write("\t")

    def _align(self, said: Attributes) -> None:
        self._above = self._in_run and said.get("val") == "superscript"

    def _vanish(self, said: Attributes) -> None:
        self._hidden = self._in_run and said.get("val", "true") not in _OFF

    def _row(self, _: Attributes) -> None:
        self._dropped = False

    def _row_head(self, _: Attributes) -> None:
        self._in_row_head = True

    def _end_row_head(self) -> None:
        self._in_row_head = False

    def _end_row(self) -> None:
        if self._dropped:
            self.blocks.drop_row()
        self._dropped = False
        self.blocks.close_row()

    def _span(self, said: Attributes) -> None:
        self.blocks.set_span(number(said.get("val")))

    def _before(self, said: Attributes) -> None:
        self.blocks.skip_cells(number(said.get("val")))

    def _merged(self, said: Attributes) -> None:
        if said.get("val", "continue") == "continue":
            self.blocks.continue_cell()

    def _note(self, kind: str) -> Callable[[Attributes], None]:
        def begin(said: Attributes) -> None:
            self._mark = self.marks[kind].get(said.get("id", ""), 0)

        return begin

    def _own_mark(self, _: Attributes) -> None:
        if self._mark:
            self.blocks.write(f"{self._mark}", above=True)

    def _reference(self, kind: str) -> Callable[[Attributes], None]:
        def refer(said: Attributes) -> None:
            known = self.marks[kind]
            mark = known.setdefault(said.get("id", ""), len(known) + 1)
            self.blocks.write(f"{mark}", above=True)

        return refer
