"""Sources as frozen values: the list with its counts, and one with everything that is said of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.queries import FileFacts, facts_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims.models import Decision, Extraction, Likeness, Proposal, ProposedCheck, Source
from tirek.insight.claims.policies import may_work
from tirek.insight.claims.rules import rules_digest


@dataclass(frozen=True, slots=True)
class Line:
    """A source in a list. `held`: whether its text is here; `read`: whether its figures were proposed; `failing` checks do not follow."""

    id: UUID
    code: str
    title: Words
    publisher: Words
    kind: str
    distance: str
    dated: date | None
    held: bool
    read: bool
    figures: int
    decided: int
    failing: int
    origin: str


@dataclass(frozen=True, slots=True)
class Alike:
    """A source in which a `share` of the words of another stands too, from 0 to 1; `longest` is the longest stretch, as the other has it."""

    id: UUID
    code: str
    title: Words
    publisher: Words
    dated: date | None
    share: Decimal
    longest: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Everything that is said of a source. `current`: whether the present rules made its proposals; `job` is that of the newest reading."""

    id: UUID
    country: str
    origin: str
    code: str
    title: Words
    publisher: Words
    author: str
    kind: str
    distance: str
    about: UUID | None
    about_title: Words
    dated: date | None
    date_note: Words
    language: str
    address: str
    licence: str
    file: FileFacts | None
    characters: int
    notes: tuple[str, ...]
    page_starts: tuple[int, ...]
    read: bool
    current: bool
    job: UUID | None
    may_work: bool


@dataclass(frozen=True, slots=True)
class SourceFilters:
    """How a list of sources is narrowed: to a kind, and to those whose title, publisher or code has these letters, in any language."""

    kind: str = ""
    text: str = ""


NO_FILTERS = SourceFilters()


def narrowed(by: Actor, country: str, filters: SourceFilters) -> list[Source]:
    """The sources that the actor may see and the filters leave. One query."""
    found = Source.objects.visible_to(by, country)
    wanted = filters.text.casefold().strip()
    rows = found.filter(kind=filters.kind) if filters.kind else found
    return [row for row in rows if not wanted or any(wanted in each.casefold() for each in (row.code, *dict(row.title.texts).values(), *dict(row.publisher.texts).values()))]


def source_count(*, by: Actor, country: str, filters: SourceFilters = NO_FILTERS) -> int:
    """How many sources the same list holds. One query."""
    return len(narrowed(by, country, filters))


def sources(
    *, by: Actor, country: str, filters: SourceFilters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> list[Line]:
    """Sources of the country, the newest date first (`order` "dated": the oldest), those without a date last: all, or `size` of them from the one
    numbered `start`. Five queries, however many there are."""
    way = 1 if order == "dated" else -1
    ordered = sorted(narrowed(by, country, filters), key=lambda row: (row.dated is None, way * (row.dated.toordinal() if row.dated else 0), row.code, str(row.pk)))
    rows = ordered[start : None if size is None else start + size]
    figures = _counted(Proposal.objects.filter(extraction__source__in=rows), "extraction__source")
    failing = _counted(ProposedCheck.objects.filter(extraction__source__in=rows, verdict="does_not_follow"), "extraction__source")
    decided = _counted(Decision.objects.standing().filter(source__in=rows), "source")
    read = set(Extraction.objects.filter(source__in=rows).values_list("source", flat=True))
    return [
        Line(
            row.pk, row.code, row.title, row.publisher, row.kind, row.distance, row.dated, row.text_id is not None, row.pk in read,
            figures.get(row.pk, 0), decided.get(row.pk, 0), failing.get(row.pk, 0), row.origin,
        )
        for row in rows
    ]  # fmt: skip


def _counted(rows: "QuerySet[Any]", source: str) -> dict[UUID, int]:
    """How many of these rows each source has."""
    return dict(rows.order_by().values_list(source).annotate(many=Count("pk")))


def source_called(code: str, *, by: Actor, country: str) -> UUID | None:
    """The id of the source with this code whose figures are read; None where there is none. One query."""
    return Source.objects.visible_to(by, country).filter(code=code, extraction__isnull=False).values_list("pk", flat=True).first()


def alike(source_id: UUID, *, by: Actor, country: str) -> list[Alike]:
    """The sources that a source is like, the likest first, whoever published them; none for whoever may not see it. One query."""
    of = Likeness.objects.filter(source__in=Source.objects.visible_to(by, country).filter(pk=source_id)).select_related("other")
    rows = of.order_by("-share", "other")
    return [Alike(one.other_id, one.other.code, one.other.title, one.other.publisher, one.other.dated, one.share, one.longest) for one in rows]


def text_of(source_id: UUID, *, by: Actor, country: str) -> str:
    """The text of a source, as it was read. Raises NotFound, also where its text is not held. One query; its memory grows with the source."""
    row = Source.objects.visible_to(by, country).filter(pk=source_id).select_related("text").first()
    if row is None or row.text is None:
        raise NotFound
    return fetch(row.text.sha256).decode()


def source(source_id: UUID, *, by: Actor, country: str) -> SourceFacts:
    """One source. Raises NotFound."""
    row = Source.objects.visible_to(by, country).filter(pk=source_id).select_related("file", "about", "extraction").first()
    if row is None:
        raise NotFound
    extraction = getattr(row, "extraction", None)
    return SourceFacts(
        id=row.pk, country=row.country, origin=row.origin, code=row.code, title=row.title, publisher=row.publisher, author=row.author, kind=row.kind,
        distance=row.distance, about=row.about_id, about_title=row.about.title if row.about else Words(), dated=row.dated, date_note=row.date_note,
        language=row.language, address=row.address, licence=row.licence, file=facts_of(row.file) if row.file else None, characters=row.characters,
        notes=tuple(row.notes), page_starts=tuple(row.page_starts), read=extraction is not None,
        current=extraction is not None and extraction.rules == rules_digest(), job=row.job, may_work=may_work(by, row.country),
    )  # fmt: skip
