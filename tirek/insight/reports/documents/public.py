"""The public edition of a report: one value without the stretches that are not published, and everything that is printed of it.

The value is plain: what was taken out stands nowhere in it. It holds no id of a row, no digest of a signature, no checkpoint, and no counts of the
mechanism's own records. It knows values, no row and no person who reads.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tirek.ground.rules import redaction
from tirek.ground.rules.redaction import GROUNDS, Mark
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import (
    Blackened,
    Block,
    Counted,
    Drawing,
    Facts,
    Fixed,
    Foreign,
    Heading,
    Line,
    Part,
    Prose,
    Said,
    Table,
)
from tirek.insight.reports.documents.conclusions import dissents, findings, practices, recommendations
from tirek.insight.reports.documents.course import access, closing_talk, meetings, urgent
from tirek.insight.reports.documents.frozen import plain, value
from tirek.insight.reports.documents.opening import changed, cover, summary
from tirek.insight.reports.documents.pdf import composed_pdf
from tirek.insight.reports.documents.vouching import signed
from tirek.insight.reports.documents.wording import PHRASES, Wording

FORMAT = "tirek-public-report/1"
TEXTS = frozenset({"name"})
"""Fields that hold a text as it is, not in languages. Every other text of the model is a `Words`, or names something."""
REFERENCES = frozenset({"row", "findings"})
NUMBERS = frozenset({"id", "hours", "minutes", "days"})
ROOMS: tuple[Callable[[Wording], list[Block]], ...] = (summary, access, meetings, urgent, findings, practices, closing_talk, recommendations, dissents)
"""What the public edition prints of a report's rooms: not the counts, nor the rows behind numbers and paragraphs, nor the ledger's checkpoint."""


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A redacted report. How much was taken out of it is read from its signs."""

    document: model.ReportDocument

    def passages(self, languages: tuple[str, ...] = ()) -> tuple[tuple[str, int], ...]:
        """How many passages were taken out on which ground, as a reader of these languages meets them, or of all of the report. One that is told in
        several languages counts once; where a translation has more of them than its original, the larger number counts.
        """
        counted: Counter[str] = Counter()
        for text in texts(self.document):
            told = [text] if isinstance(text, str) else [text.best(language) for language in languages or text.languages]
            each = [Counter(redaction.signs(one)) for one in told]
            counted.update({ground: max(one[ground] for one in each) for ground in GROUNDS if any(ground in one for one in each)})
        return tuple((ground, counted[ground]) for ground in GROUNDS if counted[ground])

    @property
    def title(self) -> Words:
        """The title in words, also where a part of it was taken out."""
        return in_words(self.document.title)


def base(document: model.ReportDocument) -> model.ReportDocument:
    """What marks are set in: the issued report without what is never published, its texts as marks count them."""
    kept = replace(
        document, overview=(), chart=None, checkpoint="", stamp=document.stamp.replace(hour=0, minute=0, second=0, microsecond=0),
        signatures=tuple(replace(each, digest="", attached_by="") for each in document.signatures),
    )  # fmt: skip
    names = _Names()
    without = _named(replace(kept, numbers=_used(kept)), names)
    assert isinstance(without, model.ReportDocument)
    return changed_texts(without, lambda _path, text: redaction.clean(text))


def _used(document: model.ReportDocument) -> tuple[model.Number, ...]:
    """The numbers that are still printed, without the rows that they come from and without how they were counted."""
    wanted = {each.hours for each in document.urgent_measures} | {each.minutes for each in document.refusals} | {each.days for each in document.recommendations}
    return tuple(model.Number(each.id, each.value, model.NOTHING, model.NOTHING, ()) for each in document.numbers if each.id in wanted)


class _Names:
    """New names for old ones, in the order in which they come."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def of(self, old: str) -> str:
        """The new name."""
        return self.known.setdefault(old, str(len(self.known) + 1)) if old else ""


def _named(found: Any, names: _Names, field: str = "") -> Any:
    """The value with new names for rows and numbers."""
    if isinstance(found, str):
        return names.of(found) if field in REFERENCES | NUMBERS else found
    if isinstance(found, tuple):
        return tuple(_named(each, names, field) for each in found)
    if dataclasses.is_dataclass(found) and not isinstance(found, Words | type):
        made = {each.name: _named(getattr(found, each.name), names, each.name) for each in dataclasses.fields(found) if each.init and each.name != "layout"}
        return replace(found, **made)
    return found


def changed_texts(document: model.ReportDocument, change: Callable[[str, str], str]) -> model.ReportDocument:
    """The document with each text changed: `change` gets the place of a text and the text."""
    made = _changed(document, "", "", change)
    assert isinstance(made, model.ReportDocument)
    return made


def _changed(found: Any, path: str, field: str, change: Callable[[str, str], str]) -> Any:
    if isinstance(found, Words):
        return replace(found, texts=tuple((code, change(f"{path}:{code}", text)) for code, text in found.texts))
    if isinstance(found, str):
        return change(path, found) if field in TEXTS and found else found
    if isinstance(found, tuple):
        return tuple(_changed(each, f"{path}/{place}", field, change) for place, each in enumerate(found))
    if dataclasses.is_dataclass(found) and not isinstance(found, type):
        fields = [each.name for each in dataclasses.fields(found) if each.init]
        return replace(found, **{name: _changed(getattr(found, name), f"{path}/{name}" if path else name, name, change) for name in fields})
    return found


def texts(found: Any, field: str = "") -> Iterator[Words | str]:
    """Every text of the document: one in languages, or one as it is."""
    if isinstance(found, Words) or (isinstance(found, str) and field in TEXTS):
        yield found
    elif isinstance(found, tuple):
        for each in found:
            yield from texts(each, field)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        for each in dataclasses.fields(found):
            if each.init:
                yield from texts(getattr(found, each.name), each.name)


def leaves(document: model.ReportDocument) -> dict[str, str]:
    """Every text of the document by its place, in the document's order."""
    found: dict[str, str] = {}

    def kept(path: str, text: str) -> str:
        found[path] = text
        return text

    changed_texts(document, kept)
    return found


def redact(document: model.ReportDocument, marks: Mapping[str, Iterable[Mark]]) -> PublicReport:
    """The public edition of a `base`: each marked stretch becomes the sign of its ground."""
    return PublicReport(changed_texts(document, lambda path, text: redaction.redacted(text, marks.get(path, ()))))


def to_json(public: PublicReport) -> dict[str, Any]:
    """The content of an edition: the value from which every page and file of it is made."""
    told = [{"ground": ground, "passages": number} for ground, number in public.passages()]
    return {"format": FORMAT, "title": public.title.to_json(), "redacted": told, "report": plain(public.document)}


def from_json(body: Mapping[str, Any]) -> PublicReport:
    """The inverse of `to_json`."""
    document = value(model.ReportDocument, body["report"])
    assert isinstance(document, model.ReportDocument)
    return PublicReport(document)


# What is printed


def parts(public: PublicReport, languages: tuple[str, ...]) -> tuple[Part, ...]:
    """One part in one language, or in two side by side."""
    it = Wording(public.document, languages)
    blocks = [block for room in ROOMS for block in room(it)]
    blocks = [Prose(it.frame("public_edition_intro")), *changed(it), *blocks, *_signatures(it), *_told(it, public)]
    told = it.words(public.document.changes) if public.document.changes else ()
    whole = Part(languages, it.written(public.document.title), cover(it), told, tuple(blocks))
    return (blackened(whole),)


def _signatures(it: Wording) -> list[Block]:
    """Who signed, without the digest that each signature holds: it is one of the whole text."""
    rows = tuple((it.one(line.name), it.words(line.role), signed(it, line)) for line in it.document.signatures)
    heads = (it.frame("name"), it.frame("role"), it.frame("signed"))
    return [it.heading("signatures"), Table(heads, rows, (3, 3, 4))] if rows else []


def _told(it: Wording, public: PublicReport) -> list[Block]:
    """The note at the end: how many passages were taken out, and on which grounds."""
    blocks: list[Block] = [it.heading("redacted_passages")]
    passages = public.passages(it.languages)
    if not passages:
        return [*blocks, Prose(it.frame("redacted_nothing"))]
    rows = tuple((it.frame(f"ground_{ground}"), it.frame(f"ground_{ground}_law"), it.plain(str(number))) for ground, number in passages)
    heads = (it.frame("ground_of_redaction"), it.frame("law_of_redaction"), it.frame("number_of_passages"))
    return [*blocks, Prose(it.frame("redacted_intro")), Table(heads, rows, (5, 7, 2))]


def blackened(part: Part) -> Part:
    """The part with every sign as a black stretch, and every number without the mark of the rows that it comes from."""
    return replace(part, title=_said(part.title), cover=_block(part.cover), changes=_said(part.changes), blocks=tuple(_block(each) for each in part.blocks))  # type: ignore[arg-type]


def _block(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, said=_said(block.said))
        case Prose():
            return replace(block, said=_said(block.said), notes=tuple(_said(each) for each in block.notes), row="")
        case Facts():
            return replace(block, rows=tuple((_said(name), _said(told)) for name, told in block.rows))
        case Table():
            return replace(block, heads=tuple(_said(each) for each in block.heads), rows=tuple(tuple(_said(cell) for cell in row) for row in block.rows))
        case Drawing() | Fixed():
            return block


def _said(said: Said) -> Said:
    return tuple((language, tuple(made for piece in line for made in _pieces(piece, language))) for language, line in said)


def _pieces(piece: str | Counted | Foreign | Blackened, language: str) -> Line:
    match piece:
        case Counted():
            return (piece.shown,)
        case Foreign():
            return tuple(black(ground, language) if ground else Foreign(piece.language, words) for words, ground in redaction.pieces(piece.shown))
        case str():
            return tuple(black(ground, language) if ground else words for words, ground in redaction.pieces(piece))
    return (piece,)


def black(ground: str, language: str) -> Blackened:
    """The black stretch of a ground, with its words."""
    return Blackened(ground, PHRASES.say("redacted_as", language).format(ground=PHRASES.say(f"ground_{ground}", language)))


def in_words(words: Words) -> Words:
    """Words in which each sign is told, for where nothing black can stand: a title in a list, in a feed, in a file's properties."""
    return replace(words, texts=tuple((code, told_in(text, code)) for code, text in words.texts))


def told_in(text: str, language: str) -> str:
    """A text in which each sign is told in brackets."""
    return "".join(f"[{black(ground, language).shown}]" if ground else words for words, ground in redaction.pieces(text))


def outside(public: PublicReport) -> model.ReportDocument:
    """The document for what is printed beside its blocks: title, mechanism and country with the signs in words."""
    known = public.document
    return replace(known, title=in_words(known.title), mechanism=in_words(known.mechanism), jurisdiction=in_words(known.jurisdiction), emblem=_emblem(known))


def _emblem(document: model.ReportDocument) -> model.Emblem | None:
    return replace(document.emblem, description=in_words(document.emblem.description)) if document.emblem else None



def public_pdf(public: PublicReport, languages: tuple[str, ...]) -> bytes:
    """The public edition as PDF; raises `PaperNotMade`."""
    return composed_pdf(replace(outside(public), languages=languages), parts(public, languages))


def public_docx(public: PublicReport, languages: tuple[str, ...]) -> bytes:
    """The public edition as DOCX. python-docx is loaded by the first one."""
    from tirek.insight.reports.documents.docx import composed_docx

    return composed_docx(replace(outside(public), languages=languages), parts(public, languages))
