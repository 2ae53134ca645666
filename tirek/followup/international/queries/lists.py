"""Missions and reviews, their reports with the steps told, and the recommendations in these. It writes nothing."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch

from tirek.followup.international.models import BodyReport, Document, Paragraph, Review, Step, goes_before, sees_reviews
from tirek.followup.international.policies import check_may_enter, check_may_name_readers
from tirek.followup.international.reach import reach_report, reach_review
from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step of confidentiality with its source: words, or the code of a source of the pack."""

    id: UUID
    state: str
    on: date
    by_then: bool
    source: str
    source_code: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report as the reader may know of it. `readable`: the reader may read its recommendations; `count` is how many, None where not. `sourced`: it came of a pack."""

    id: UUID
    review_id: UUID
    country: str
    symbol: str
    title: Words
    dated: date | None
    state: str
    steps: tuple[StepFacts, ...]
    readable: bool
    count: int | None
    sourced: bool


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A mission or a review with its reports. `mission_id` leads to its sourced record."""

    id: UUID
    country: str
    procedure: str
    body: Words
    name: Words
    year: int
    first_day: date | None
    last_day: date | None
    joint: bool
    mission_id: UUID | None
    sourced: bool
    reports: tuple[ReportFacts, ...]


@dataclass(frozen=True, slots=True)
class ParagraphLine:
    """A recommendation of a report, which is called by its `symbol` or, where it has none, by its `title`."""

    id: UUID
    report_id: UUID
    symbol: str
    title: Words
    year: int
    number: str
    text: Words
    addressee: str


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """Somebody whom the head named."""

    account: str
    name: str
    named_on: date


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A report's text as a file."""

    id: UUID
    report_id: UUID
    file_id: UUID
    language: str
    brought_on: date


def reviews(*, by: Actor, country: str) -> tuple[ReviewFacts, ...]:
    """Missions and reviews of the country for its mechanism's people, the newest first. Cost: 4 queries."""
    return _reviews(by, country)


def review(review_id: UUID, *, by: Actor) -> ReviewFacts:
    """One of them; raises NotFound. Cost: 5 queries."""
    row = reach_review(review_id, by)
    return _reviews(by, row.country, pk=row.pk)[0]


def _reviews(by: Actor, country: str, **narrow: object) -> tuple[ReviewFacts, ...]:
    if not sees_reviews(by, country):
        return ()
    counted = BodyReport.objects.annotate(counted=Count("paragraphs")).order_by("dated", "symbol", "pk")
    rows = Review.objects.filter(country=country, **narrow).prefetch_related(Prefetch("reports", counted), "reports__steps")
    readable = set(BodyReport.objects.readable_by(by, country).order_by().values_list("pk", flat=True))
    return tuple(
        ReviewFacts(
            row.pk, row.country, row.procedure, row.body, row.name, row.year, row.first_day, row.last_day, row.joint, row.mission_id, row.origin == "sourced" or row.mission_id is not None,
            tuple(report_facts(each, each.pk in readable) for each in row.reports.all()),
        )
        for row in rows
    )  # fmt: skip


def report_facts(row: BodyReport, readable: bool) -> ReportFacts:
    """A report as frozen values; its `counted` recommendations for its readers alone."""
    count: int | None = getattr(row, "counted", None) if readable else None
    steps = tuple(step_facts(each) for each in row.steps.all())
    return ReportFacts(row.pk, row.review_id, row.country, row.symbol, row.title, row.dated, row.state, steps, readable, count, row.origin == "sourced")


def step_facts(row: Step) -> StepFacts:
    """A step as frozen values."""
    return StepFacts(row.pk, row.state, row.on, row.by_then, row.source, row.source_code)


def reports(*, by: Actor, country: str) -> tuple[ReportFacts, ...]:
    """All reports that the reader may know of. Cost: 4 queries."""
    return tuple(each for one in _reviews(by, country) for each in one.reports)


def report(report_id: UUID, *, by: Actor) -> ReportFacts:
    """One report; raises NotFound. Cost: 6 queries."""
    row = reach_report(report_id, by)
    found = _reviews(by, row.country, pk=row.review_id)[0]
    return next(each for each in found.reports if each.id == row.pk)


def paragraphs(report_id: UUID, *, by: Actor) -> tuple[ParagraphLine, ...]:
    """The recommendations of a report in their order, for its readers; none for others. Cost: 3 queries."""
    row = reach_report(report_id, by)
    found = Paragraph.objects.readable_by(by, row.country).filter(report=row).select_related("report__review").order_by("place", "number")
    return tuple(paragraph_line(each) for each in found)


def paragraph_line(row: Paragraph) -> ParagraphLine:
    """A recommendation as frozen values."""
    return ParagraphLine(row.pk, row.report_id, row.report.symbol, row.report.title, row.report.review.year, row.number, row.text, row.addressee)


def earlier_paragraphs(paragraph_id: UUID, *, by: Actor, country: str) -> tuple[ParagraphLine, ...]:
    """What it could go on from: recommendations of earlier reports that the reader may read. Cost: 2 queries."""
    row = Paragraph.objects.readable_by(by, country).select_related("report__review").filter(pk=paragraph_id).first()
    if row is None:
        raise NotFound
    found = Paragraph.objects.readable_by(by, country).filter(report__review__year__lte=row.report.review.year).exclude(report=row.report_id)
    rows = found.select_related("report__review").order_by("-report__review__year", "report", "place", "number")
    return tuple(paragraph_line(each) for each in rows if goes_before(each.report, row.report))


def readers(report_id: UUID, *, by: Actor) -> tuple[ReaderFacts, ...]:
    """Whom the head named and who reads it still, for the head. Raises NotFound, NotAllowed. Cost: 4 queries."""
    row = reach_report(report_id, by)
    check_may_name_readers(by, row.country)
    found = list(row.readers.filter(ended_on=None))
    names = names_of({each.account for each in found})
    return tuple(ReaderFacts(each.account, names.get(each.account, ""), each.named_on) for each in found)


def documents(report_id: UUID, *, by: Actor) -> tuple[DocumentFacts, ...]:
    """The files of a report's text, for those who enter. Raises NotFound, NotAllowed."""
    row = reach_report(report_id, by, reading=True)
    check_may_enter(by, row.country)
    return tuple(document_facts(each) for each in row.documents.all())


def document(document_id: UUID, *, by: Actor) -> DocumentFacts:
    """One of them; raises NotFound, NotAllowed."""
    row = Document.objects.filter(pk=document_id).first()
    if row is None:
        raise NotFound
    check_may_enter(by, reach_report(row.report_id, by, reading=True).country)
    return document_facts(row)


def document_facts(row: Document) -> DocumentFacts:
    """A document as frozen values."""
    return DocumentFacts(row.pk, row.report_id, row.file_id, row.language, row.brought_on)
