"""Lists of reports, signatures that are awaited from the reader, and what waits to be written, reviewed or issued."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from tirek.foundation.jurisdictions.queries import due
from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor
from tirek.ground.rules.words import Words
from tirek.insight.reports.models import OPEN, Report, Signature
from tirek.insight.reports.reach import standing, visible
from tirek.records.visits import queries as visits


@dataclass(frozen=True, slots=True)
class Line:
    """A report in a list. `signed` of `signers` have signed."""

    id: UUID
    visit_id: UUID
    place_name: Words
    starts_on: date
    ends_on: date
    number: str
    version: int
    state: str
    issued_on: date | None
    frozen_on: date | None
    signed: int
    signers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """How the list is narrowed. Superseded versions are shown only when asked for."""

    state: str = ""
    number: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class AwaitedSignature:
    """A report that waits for the reader's signature, and the last day of the term."""

    report_id: UUID
    place_name: Words
    version: int
    frozen_on: date
    due_on: date
    signed: int
    signers: int


@dataclass(frozen=True, slots=True)
class VisitToReport:
    """A concluded visit without a report, and the day on which the draft falls due."""

    visit_id: UUID
    place_name: Words
    ends_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the reader: visits without a report, drafts to finish, reviews to do, reports to issue."""

    visits: tuple[VisitToReport, ...] = ()
    drafts: tuple[Line, ...] = ()
    reviews: tuple[Line, ...] = ()
    to_issue: tuple[Line, ...] = ()


NO_FILTERS = Filters()


def reports(*, by: Actor, country: str, filters: Filters = NO_FILTERS) -> tuple[Line, ...]:
    """Reports that the reader may know of: open ones first, then issued ones, the newest first. Cost: at most 8 queries."""
    found = visible(by, country)
    found = found.filter(state=filters.state) if filters.state else found.exclude(state="superseded")
    if filters.number:
        found = found.filter(number=filters.number.strip())
    if filters.year:
        found = found.filter(issued_on__year=filters.year)
    made = lines(found)
    return tuple(sorted(made, key=lambda each: (each.state not in OPEN, -(each.issued_on or each.ends_on).toordinal())))


def lines(found: Iterable[Report]) -> tuple[Line, ...]:
    """Rows as lines."""
    rows = list(found)
    seen = visit_lines(rows)
    tallies = {
        key: (signed, signers)
        for key, signed, signers in Signature.objects.filter(report__in=rows)
        .exclude(state="voided")
        .order_by()
        .values_list("report")
        .annotate(signed=Count("pk", filter=Q(state="signed")), signers=Count("pk"))
    }
    return tuple(line(row, seen[row.visit_id], *tallies.get(row.pk, (0, 0))) for row in rows)


def visit_lines(rows: Iterable[Report]) -> dict[UUID, visits.VisitLine]:
    """The visits of reports that their reader may see."""
    wanted = {row.visit_id for row in rows}
    countries = {row.country for row in rows}
    return {each.id: each for code in countries for each in visits.visits(by=SYSTEM, country=code) if each.id in wanted}


def line(row: Report, seen: visits.VisitLine, signed: int, signers: int) -> Line:
    """A row as a line."""
    return Line(
        row.pk, row.visit_id, seen.place_name, seen.starts_on, seen.ends_on, row.number, row.version, row.state, row.issued_on,
        row.frozen_on, signed, signers,
    )  # fmt: skip


def awaiting_signature(*, by: Actor, country: str) -> tuple[AwaitedSignature, ...]:
    """Reports that wait for the reader's own signature, the most urgent first. Cost: 5 queries."""
    if not by.id or not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    own = Signature.objects.filter(account=by.id, state="awaited", country=country, report__state="for_signature")
    found = lines(Report.objects.filter(pk__in=own.values("report")))
    made = [
        AwaitedSignature(
            each.id, each.place_name, each.version, each.frozen_on, due(country, "signature", each.frozen_on), each.signed, each.signers
        )
        for each in found
        if each.frozen_on
    ]
    return tuple(sorted(made, key=lambda each: each.due_on))


def waiting_for(*, by: Actor, country: str) -> Waiting:
    """What waits for the reader: the delegation writes, the office reviews and issues. Cost: a few queries for each open report."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return Waiting()
    found = lines(visible(by, country).open().order_by("pk"))
    office = by.has(*OFFICE, country=country)
    drafts = tuple(each for each in found if each.state == "draft" and standing(each.visit_id, country, by).writes)
    reviews = tuple(each for each in found if each.state == "in_review" and office)
    return Waiting(to_report(by, country), drafts, reviews, tuple(each for each in found if office and issuable(each)))


def issuable(each: Line) -> bool:
    """Whether nothing is awaited any more."""
    if each.state != "for_signature" or not each.signed:
        return False
    return not Signature.objects.filter(report=each.id, state="awaited").exists()


def to_report(by: Actor, country: str) -> tuple[VisitToReport, ...]:
    """Concluded visits without a report whose draft the reader could begin."""
    concluded = visits.visits(by=by, country=country, filters=visits.VisitFilters(state="concluded"))
    reported = set(Report.objects.filter(visit__in=[each.id for each in concluded]).values_list("visit_id", flat=True))
    left = [each for each in concluded if each.id not in reported and standing(each.id, country, by).writes]
    made = [VisitToReport(each.id, each.place_name, each.ends_on, due(country, "report", each.ends_on)) for each in left]
    return tuple(sorted(made, key=lambda each: each.due_on))
