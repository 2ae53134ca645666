"""The reporting calendar: what is due towards which body, and what there is for it: the recommendations of that body, and to how many of them something is linked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from tirek.followup.international.models import BodyReport, Due, Link, Paragraph, sees_reviews
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class Material:
    """A report of the same procedure that the reader may read: how many recommendations, and to how many of them the mechanism linked something of its own."""

    report_id: UUID
    symbol: str
    title: Words
    year: int
    recommendations: int
    linked: int


@dataclass(frozen=True, slots=True)
class DueFacts:
    """Something due, with what there is for it."""

    id: UUID
    procedure: str
    name: Words
    due_on: date
    source: str
    done_on: date | None
    material: tuple[Material, ...]


def calendar(*, by: Actor, country: str) -> tuple[DueFacts, ...]:
    """What is due, the nearest day first, for the mechanism's people. Cost: 3 queries."""
    if not sees_reviews(by, country):
        return ()
    material = material_of(by, country)
    return tuple(
        DueFacts(row.pk, row.procedure, row.name, row.due_on, row.source, row.done_on, material.get(row.procedure, ())) for row in Due.objects.filter(country=country)
    )


def material_of(by: Actor, country: str) -> dict[str, tuple[Material, ...]]:
    """Reports by procedure, the newest mission first. Only links to recommendations are counted: of findings nobody learns here."""
    reports = list(BodyReport.objects.readable_by(by, country).select_related("review").order_by("-review__year", "dated", "symbol"))
    own = Link.objects.filter(paragraph=OuterRef("pk"), ended_on=None, recommendation__isnull=False)
    rows = Paragraph.objects.filter(report__in=[each.pk for each in reports]).order_by().annotate(own=Exists(own)).values_list("report_id", "own")
    counted: dict[UUID, list[bool]] = {}
    for report, linked in rows:
        counted.setdefault(report, []).append(linked)
    found: dict[str, tuple[Material, ...]] = {}
    for each in reports:
        held = counted.get(each.pk, [])
        if held:
            made = Material(each.pk, each.symbol, each.title, each.review.year, len(held), sum(held))
            found[each.review.procedure] = (*found.get(each.review.procedure, ()), made)
    return found
