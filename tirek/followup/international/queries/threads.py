"""A thread: recommendations of reports that go on from each other over years, with what of the mechanism's own bears on each; cut to the reader at every end."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.international.models import Link, Paragraph
from tirek.followup.international.queries.lists import ParagraphLine, paragraph_line
from tirek.followup.international.reach import reach_paragraph
from tirek.followup.recommendations.queries import Filters, Line, recommendations
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import FindingFilters, FoundLine, findings_across

LONGEST = 200
"""Recommendations of one thread; a longer one is cut, which no real thread comes near."""


@dataclass(frozen=True, slots=True)
class NationalLink:
    """A recommendation of the mechanism that bears on it, both axes as they stand."""

    link_id: UUID
    linked_on: date
    line: Line


@dataclass(frozen=True, slots=True)
class FindingLink:
    """A finding that bears on it, which the reader may read."""

    link_id: UUID
    linked_on: date
    line: FoundLine


@dataclass(frozen=True, slots=True)
class ThreadPart:
    """One recommendation of a report in a thread. `goes_on_from`: links to earlier ones, by the id of these."""

    paragraph: ParagraphLine
    report_state: str
    report_title: Words
    review_id: UUID
    review_name: Words
    review_first_day: date | None
    goes_on_from: tuple[tuple[UUID, UUID], ...]
    national: tuple[NationalLink, ...]
    findings: tuple[FindingLink, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """The whole thread, the oldest report first. `about` is the recommendation it was asked for."""

    country: str
    about: UUID
    parts: tuple[ThreadPart, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """A recommendation of a report on which a thing of the mechanism bears."""

    paragraph_id: UUID
    symbol: str
    title: Words
    number: str
    year: int


def thread(paragraph_id: UUID, *, by: Actor, today: date) -> Thread:
    """The thread of a recommendation; raises NotFound. Cost: 14 queries and 1 for each generation of it."""
    row = reach_paragraph(paragraph_id, by)
    keys = connected(row, by)
    rows = Paragraph.objects.filter(pk__in=keys).select_related("report__review").prefetch_related("links")
    ordered = sorted(rows, key=lambda one: (one.report.review.year, str(one.report.review.first_day or ""), str(one.report.dated or ""), one.place, one.number))
    links = [link for one in ordered for link in one.links.all() if link.ended_on is None]
    national = national_of(links, by, row.country, today)
    seen = findings_of(links, by, row.country)
    return Thread(row.country, row.pk, tuple(part_of(one, keys, national, seen) for one in ordered))


def all_parts(*, by: Actor, country: str, today: date) -> tuple[ThreadPart, ...]:
    """Every recommendation that the reader may read, with what it goes on from and the mechanism's own that bear on it, without findings. Cost: 7 queries."""
    rows = list(Paragraph.objects.readable_by(by, country).select_related("report__review").prefetch_related("links").order_by("report__review__year", "report", "place", "number"))
    links = [link for one in rows for link in one.links.all() if link.ended_on is None]
    national, keys = national_of(links, by, country, today), {one.pk for one in rows}
    return tuple(part_of(one, keys, national, {}) for one in rows)


def connected(row: Paragraph, by: Actor) -> set[UUID]:
    """All that the reader can go to from it, from one that he or she may read to the next."""
    found, edge = {row.pk}, {row.pk}
    while edge and len(found) < LONGEST:
        pairs = Link.objects.filter(ended_on=None, earlier__isnull=False).order_by()
        there = set(pairs.filter(paragraph__in=edge).values_list("earlier_id", flat=True)) | set(pairs.filter(earlier__in=edge).values_list("paragraph_id", flat=True))
        edge = set(Paragraph.objects.readable_by(by, row.country).filter(pk__in=there - found).order_by().values_list("pk", flat=True)) if there - found else set()
        found |= edge
    return found


def national_of(links: Iterable[Link], by: Actor, country: str, today: date) -> dict[UUID, Line]:
    """The mechanism's recommendations that are linked, as the reader may see them."""
    wanted = frozenset(each.recommendation_id for each in links if each.recommendation_id)
    found = recommendations(by=by, country=country, today=today, filters=Filters(ids=wanted)) if wanted else ()
    return {each.id: each for each in found}


def findings_of(links: Iterable[Link], by: Actor, country: str) -> dict[UUID, FoundLine]:
    """The findings that are linked and that the reader may read."""
    wanted = frozenset(each.finding_id for each in links if each.finding_id)
    found = findings_across(by=by, country=country, filters=FindingFilters(ids=wanted)) if wanted else ()
    return {each.id: each for each in found}


def part_of(row: Paragraph, keys: set[UUID], national: dict[UUID, Line], seen: dict[UUID, FoundLine]) -> ThreadPart:
    """One recommendation with what bears on it, in order of date."""
    links = [link for link in row.links.all() if link.ended_on is None]
    own = [NationalLink(each.pk, each.linked_on, national[each.recommendation_id]) for each in links if each.recommendation_id in national]
    found = [FindingLink(each.pk, each.linked_on, seen[each.finding_id]) for each in links if each.finding_id in seen]
    return ThreadPart(
        paragraph_line(row), row.report.state, row.report.title, row.report.review_id, row.report.review.name, row.report.review.first_day,
        tuple((each.earlier_id, each.pk) for each in links if each.earlier_id in keys),
        tuple(sorted(own, key=lambda one: str(one.line.issued_on or ""))), tuple(sorted(found, key=lambda one: one.line.starts_on)),
    )  # fmt: skip


@once
def bearing_on(recommendation_id: UUID, *, by: Actor, country: str) -> tuple[Bearing, ...]:
    """The recommendations of reports on which one of the mechanism bears, of those that the reader may read. Cost: 1 query."""
    linked = Link.objects.filter(ended_on=None, recommendation=recommendation_id).order_by().values("paragraph")
    found = Paragraph.objects.readable_by(by, country).filter(pk__in=linked).select_related("report__review").order_by("report__review__year", "place")
    return tuple(bearing(each) for each in found)


def bearing_on_findings(finding_ids: Collection[UUID], *, by: Actor, country: str) -> dict[UUID, tuple[Bearing, ...]]:
    """The same of findings, of which the caller knows that the reader may read them; those on which nothing bears are left out. Cost: at most 2 queries."""
    links = list(Link.objects.filter(ended_on=None, finding__in=finding_ids).order_by().values_list("finding_id", "paragraph_id")) if finding_ids else []
    wanted = {paragraph for _finding, paragraph in links}
    found = Paragraph.objects.readable_by(by, country).filter(pk__in=wanted).select_related("report__review").order_by("report__review__year", "place") if wanted else ()
    told: dict[UUID, tuple[Bearing, ...]] = {}
    for each in found:
        for finding in {finding for finding, paragraph in links if paragraph == each.pk}:
            told[finding] = (*told.get(finding, ()), bearing(each))
    return told


def bearing(row: Paragraph) -> Bearing:
    """A recommendation of a report on which something bears."""
    return Bearing(row.pk, row.report.symbol, row.report.title, row.number, row.report.review.year)
