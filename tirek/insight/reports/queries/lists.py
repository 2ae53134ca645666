"""Lists of reports, signatures that are awaited from the reader, and what waits to be written, reviewed or issued."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q
from django.db.models.functions import Coalesce

from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor
from tirek.ground.rules.words import Words
from tirek.insight.reports.models import OPEN, Report, ReportQuerySet, Signature
from tirek.insight.reports.reach import standings, visible, visible_settled
from tirek.records.visits import queries as visits


@dataclass(frozen=True, slots=True)
class Line:
    """A report in a list. `signed` of `signers` have signed, `awaited` have still to; `corrects` is the number of the report a correction corrects."""

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
    awaited: int = 0
    corrects: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """How the list is narrowed. Superseded and abandoned versions are shown only when asked for."""

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
ENDED = ("superseded", "abandoned")


ORDERS = {
    "": ("settled", "-day", "-version", "pk"),
    "issued": (F("issued_on").asc(nulls_last=True), "number", "pk"),
    "-issued": (F("issued_on").desc(nulls_last=True), "-number", "pk"),
}
SORTED: dict[str, Any] = {"settled": ExpressionWrapper(~Q(state__in=OPEN), BooleanField()), "day": Coalesce("issued_on", "visit__ends_on")}
PRINTED = ("country", "visit", "number", "version", "state", "issued_on", "frozen_on", "corrects__number")
"""What a line is made of: a list reads no summary."""


def reports(
    *, by: Actor, country: str, filters: Filters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> tuple[Line, ...]:
    """Reports that the reader may know of: open ones first, then issued ones, the newest first, or by day of issue (`order`); all, or `size` of them from the one numbered
    `start`. Cost: 5 queries.
    """
    ordered = narrowed(by, country, filters).annotate(**SORTED).order_by(*ORDERS[order])
    if size is not None:  # the ids of the page are sorted out first: whole rows would be carried along
        in_parts = not order and filters.state in ("", "issued")
        keys = keys_in_parts(by, country, filters, start, size) if in_parts else list(ordered.values_list("pk", flat=True)[start : start + size])
        ordered, start = Report.objects.filter(pk__in=keys).annotate(**SORTED).order_by(*ORDERS[order]), 0
    return lines(ordered.select_related("corrects").only(*PRINTED)[start:])


def keys_in_parts(by: Actor, country: str, filters: Filters, start: int, size: int) -> list[UUID]:
    """The ids of a page in the usual order, from its two parts: the few in work, put in order, and the issued ones, which stand in order in an index."""
    found = narrowed(by, country, filters).annotate(**SORTED)
    begun = list(found.filter(state__in=OPEN).order_by(*ORDERS[""]).values_list("pk", flat=True))
    page, ahead = begun[start : start + size], max(0, start - len(begun))
    if len(page) < size:
        issued = narrowed(by, country, filters, settled=True).filter(state="issued").order_by("-issued_on", "-version", "pk").values_list("pk", flat=True)
        page += issued[ahead : ahead + size - len(page)]
    return page


def report_count(*, by: Actor, country: str, filters: Filters = NO_FILTERS) -> int:
    """How many reports the same list holds. Cost: 1 query beside those of `visible`."""
    return narrowed(by, country, filters).count()


def narrowed(by: Actor, country: str, filters: Filters, settled: bool = False) -> ReportQuerySet:
    """The reports that the reader may know of and the filters leave; `settled`: of the issued ones and those that were, as any of the mechanism's people sees them."""
    found = visible_settled(by, country) if settled else visible(by, country)
    found = found.filter(state=filters.state) if filters.state else found.exclude(state__in=ENDED)
    if filters.number:
        found = found.filter(number=filters.number.strip())
    if filters.year:
        found = found.filter(issued_on__year=filters.year)
    return found


def lines(found: Iterable[Report]) -> tuple[Line, ...]:
    """Rows as lines."""
    rows = list(found)
    return told(rows, visit_lines(rows))


def told(rows: list[Report], seen: dict[UUID, visits.VisitLine]) -> tuple[Line, ...]:
    """Rows as lines; those whose visit was not seen are left out."""
    counted = Signature.objects.filter(report__in=rows).exclude(state="voided").order_by().values_list("report")
    states = {"signed": Q(state="signed"), "awaited": Q(state="awaited")}
    found = counted.annotate(Count("pk"), **{name: Count("pk", filter=those) for name, those in states.items()})
    tallies = {key: (signed, signers, awaited) for key, signers, signed, awaited in found}
    return tuple(line(row, seen[row.visit_id], *tallies.get(row.pk, (0, 0, 0))) for row in rows if row.visit_id in seen)


@once
def open_lines(by: Actor, country: str) -> tuple[Line, ...]:
    """The reports in work that the reader may know of, as `visible` has it, in order of their ids. Cost: 3 queries."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    rows = list(Report.objects.filter(country=country).open().select_related("corrects").only(*PRINTED).order_by("pk"))
    only = visits.VisitFilters(ids=frozenset(row.visit_id for row in rows))
    return told(rows, {each.id: each for each in visits.visits(by=by, country=country, filters=only)})


def visit_lines(rows: Iterable[Report]) -> dict[UUID, visits.VisitLine]:
    """The visits of reports that their reader may see."""
    wanted = {row.visit_id for row in rows}
    countries = {row.country for row in rows}
    only = visits.VisitFilters(ids=frozenset(wanted))
    return {each.id: each for code in countries for each in visits.visits(by=SYSTEM, country=code, filters=only)}


def line(row: Report, seen: visits.VisitLine, signed: int, signers: int, awaited: int) -> Line:
    """A row as a line."""
    return Line(
        row.pk, row.visit_id, seen.place_name, seen.starts_on, seen.ends_on, row.number, row.version, row.state, row.issued_on,
        row.frozen_on, signed, signers, awaited, row.corrects.number if row.corrects else "",
    )  # fmt: skip


def awaiting_signature(*, by: Actor, country: str) -> tuple[AwaitedSignature, ...]:
    """Reports that wait for the reader's own signature, the most urgent first. Cost: one query beside `open_lines`."""
    if not by.id or not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    own = Signature.objects.filter(account=by.id, state="awaited", country=country, report__state="for_signature")
    awaited = set(own.values_list("report_id", flat=True))
    found = [each for each in open_lines(by, country) if each.id in awaited]
    made = [
        AwaitedSignature(
            each.id, each.place_name, each.version, each.frozen_on, due(country, "signature", each.frozen_on), each.signed, each.signers
        )
        for each in found
        if each.frozen_on
    ]
    return tuple(sorted(made, key=lambda each: each.due_on))


def waiting_for(*, by: Actor, country: str) -> Waiting:
    """What waits for the reader: the delegation writes, the office reviews and issues. Cost: 5 queries."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return Waiting()
    found = open_lines(by, country)
    office = by.has(*OFFICE, country=country)
    begun = [each for each in found if each.state == "draft"]
    bare = without_report(by, country)
    mine = standings([*(each.visit_id for each in begun), *(each.id for each in bare)], country, by)
    return Waiting(
        visits=to_report((each for each in bare if mine[each.id].writes), country),
        drafts=tuple(each for each in begun if mine[each.visit_id].writes),
        reviews=tuple(each for each in found if each.state == "in_review" and office),
        to_issue=issuable(found) if office else (),
    )


def issuable(found: Iterable[Line]) -> tuple[Line, ...]:
    """Those of which no signature is awaited any more."""
    return tuple(each for each in found if each.state == "for_signature" and each.signed and not each.awaited)


def without_report(by: Actor, country: str) -> list[visits.VisitLine]:
    """Concluded visits that the reader may know of and of which no report was begun. Cost: one query beside `open_lines`.

    A concluded visit's report is one in work: issuing it makes the visit reported in the same transaction.
    """
    concluded = visits.visits(by=by, country=country, filters=visits.VisitFilters(state="concluded"))
    begun = {each.visit_id for each in open_lines(by, country)}
    return [each for each in concluded if each.id not in begun]


def to_report(left: Iterable[visits.VisitLine], country: str) -> tuple[VisitToReport, ...]:
    """Visits to report on, each with the day on which the draft falls due, the most urgent first."""
    made = [VisitToReport(each.id, each.place_name, each.ends_on, due(country, "report", each.ends_on)) for each in left]
    return tuple(sorted(made, key=lambda each: each.due_on))
