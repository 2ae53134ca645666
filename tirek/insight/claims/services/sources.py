"""Entering a source: the document is read in a process apart before anything is written, then stored as received beside its text."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from tirek.foundation.files.services import store_file
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.tongues import foreign, language_of
from tirek.ground.rules.words import Words
from tirek.insight.claims.lexicons import LANGUAGES
from tirek.insight.claims.models import DISTANCES, KINDS, Source
from tirek.insight.claims.policies import check_may_work
from tirek.insight.claims.reading import Limits, read_document
from tirek.insight.claims.reading.refusals import NoText
from tirek.insight.claims.refusals import SourceCodeUnknown, SourceDateAhead, SourceTwice, TitleMissing
from tirek.insight.claims.services.proposing import KIND

PLAIN = "text/plain; charset=utf-8"
MEDIA = {"txt": PLAIN, "html": "text/html", "pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
DOCUMENT = Limits()
"""What is read of a source: the whole of a document of some hundred pages."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """What is said of a document when it is entered. `dated` is None where it states no date; `about` is the source that it tells of."""

    title: Words
    kind: str
    publisher: Words = field(default_factory=Words)
    author: str = ""
    distance: str = "original"
    about: UUID | None = None
    dated: date | None = None
    date_note: Words = field(default_factory=Words)
    language: str = ""
    address: str = ""
    licence: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready to be kept: its bytes as received with their media type, its text, and remarks on the reading."""

    received: bytes
    media_type: str
    text: str
    notes: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = ()


def add_source(
    *, country: str, new: NewSource, by: Actor, pasted: str = "", received: bytes | None = None, name: str = "", later: bool = True
) -> Recorded[UUID]:
    """Enters a source: a document, a pasted text, or neither where its text is not held. Its figures are read by a job unless `later` is taken away. Returns its id.

    Raises NotAllowed, TitleMissing, SourceCodeUnknown, SourceDateAhead, NotFound for a source that it is about, SourceTwice, and what `read_document`
    raises. Costs a process for a document, outside the transaction.
    """
    check_may_work(by, country)
    check(new, country)
    document = read(pasted, received, name)
    with record("source.added", by=by, country=country) as entry:
        row = kept(country, new, document, by)
        if document is not None and later:
            row.job = enqueue(kind_name=KIND, arguments={"source": str(row.pk), "by": by.id}, by=by, country=country)
            row.save()
        entry.about("source", row.pk)
        return entry.of(row.pk)


def check(new: NewSource, country: str) -> None:
    """Raises TitleMissing, SourceCodeUnknown, SourceDateAhead."""
    if not new.title.texts:
        raise TitleMissing
    for given, known in ((new.kind, KINDS), (new.distance, DISTANCES), (new.language, ("", *LANGUAGES))):
        if given not in known:
            raise SourceCodeUnknown(given=given)
    if new.dated and new.dated > today(country):
        raise SourceDateAhead(given=day(new.dated))


def read(pasted: str, received: bytes | None, name: str) -> Document | None:
    """The document with its text; None where there is neither. Raises what `read_document` raises, NoText for a pasted text of blanks."""
    if received is not None:
        found = read_document(received, name=name, limits=DOCUMENT)
        return Document(received, MEDIA.get(found.kind, "application/octet-stream"), found.text, found.notes, found.page_starts)
    if not pasted:
        return None
    if not pasted.strip():
        raise NoText
    return Document(pasted.encode(), PLAIN, pasted)


def kept(country: str, new: NewSource, document: Document | None, by: Actor, origin: str = "entered") -> Source:
    """The source's row with its files, within the act under way. Raises NotFound, SourceTwice."""
    row = Source(
        country=country, origin=origin, code=new.code, title=new.title, publisher=new.publisher, author=new.author, kind=new.kind, distance=new.distance,
        dated=new.dated, date_note=new.date_note, language=new.language, address=new.address, licence=new.licence, entered_by=by.id,
    )  # fmt: skip
    if new.about is not None:
        row.about = Source.objects.visible_to(by, country).filter(pk=new.about).first()
        if row.about is None:
            raise NotFound
    if document is not None:
        hold(row, document, by)
    row.save()
    return row


def hold(row: Source, document: Document, by: Actor) -> None:
    """Keeps the bytes and the text. Raises SourceTwice where the country has these bytes already."""
    name = (row.code or "source")[:60]
    row.file = store_file(content=document.received, name=name, media_type=document.media_type, country=row.country, by=by, origin=row.origin).value
    row.sha256 = row.file.sha256
    same = Source.objects.filter(country=row.country, sha256=row.sha256).first()
    if same is not None:
        raise SourceTwice(title=same.title.best("en"))
    row.text = store_file(content=document.text.encode(), name=f"{name}.txt", media_type=PLAIN, country=row.country, by=by, origin=row.origin).value
    row.characters, row.notes, row.page_starts = len(document.text), [*document.notes, *(["other-language"] if foreign(document.text) else [])], list(document.page_starts)
    row.language = row.language or language_of(document.text, ())


