"""Decisions to take recommendations further, and letters that the house wrote, for their pages. It writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from tirek.followup.letters.models import Escalated, Escalation, Letter, Mending, Paper
from tirek.followup.letters.policies import may_register
from tirek.followup.recommendations.queries import Filters, Line, recommendations
from tirek.foundation.ledger.mending import MendedFacts, mendings_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.ladder import RUNGS
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """A letter that the house wrote. `letters` are those of the register that were sent of it: id, number, date."""

    id: UUID
    country: str
    kind: str
    rung: str
    body: str
    language: str
    answer_by: date | None
    escalation_id: UUID | None
    written_on: date
    job: UUID | None
    docx: UUID | None
    pdf: UUID | None
    letters: tuple[tuple[UUID, str, date], ...]
    about: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class EscalationFacts:
    """A decision: to which rung and body, why, when, by whom; what it is about; the letters that the house wrote of it, for the office."""

    id: UUID
    country: str
    rung: str
    body: str
    reason: str
    decided_on: date
    decided_by: str
    about: tuple[Line, ...]
    papers: tuple[PaperFacts, ...]
    mendings: tuple[MendedFacts, ...]


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """A decision in a list, with how many recommendations it is about."""

    id: UUID
    rung: str
    body: str
    decided_on: date
    count: int


def escalations(*, by: Actor, country: str, start: int = 0, size: int | None = None) -> tuple[EscalationLine, ...]:
    """Decisions, newest first. Cost: 2 queries."""
    rows = Escalation.objects.visible_to(by, country)
    found = list(rows[start : start + size] if size is not None else rows[start:])
    counts = dict(Escalated.objects.filter(escalation__in=found).order_by().values_list("escalation").annotate(Count("pk"))) if found else {}
    return tuple(EscalationLine(row.pk, row.rung, row.body, row.decided_on, counts.get(row.pk, 0)) for row in found)


def escalation_count(*, by: Actor, country: str) -> int:
    """How many decisions there are. Cost: 1 query."""
    return Escalation.objects.visible_to(by, country).order_by().count()


def escalation(escalation_id: UUID, *, by: Actor, today: date) -> EscalationFacts:
    """One decision; raises NotFound. Cost: 9 queries."""
    row = Escalation.objects.filter(pk=escalation_id).first()
    if row is None or not Escalation.objects.visible_to(by, row.country).filter(pk=row.pk).exists():
        raise NotFound
    about = lines(row.items.values_list("recommendation_id", flat=True), by, row.country, today)
    papers = row.papers.prefetch_related("letters") if may_register(by, row.country) else ()
    return EscalationFacts(
        row.pk, row.country, row.rung, row.body, row.reason, row.decided_on, row.decided_by, about, tuple(paper_facts(each) for each in papers),
        mendings_of(Mending.objects.filter(thing=row.pk)).get(row.pk, ()),
    )  # fmt: skip


def ladder_of(recommendation_id: UUID, *, by: Actor, country: str) -> tuple[EscalationLine, ...]:
    """The rungs to which a recommendation was taken, the lowest first: none is taken downwards. Cost: 1 query."""
    found = Escalated.objects.filter(recommendation=recommendation_id, escalation__in=Escalation.objects.visible_to(by, country).order_by().values("pk"))
    rows = sorted((each.escalation for each in found.select_related("escalation")), key=lambda each: RUNGS.index(each.rung))
    return tuple(EscalationLine(each.pk, each.rung, each.body, each.decided_on, 1) for each in rows)


def papers(*, by: Actor, country: str, start: int = 0, size: int | None = None) -> tuple[PaperFacts, ...]:
    """Letters that the house wrote, newest first, for the office. Cost: 2 queries."""
    rows = Paper.objects.filter(country=country).select_related("escalation").prefetch_related("letters") if may_register(by, country) else Paper.objects.none()
    return tuple(paper_facts(each) for each in (rows[start : start + size] if size is not None else rows[start:]))


def paper_count(*, by: Actor, country: str) -> int:
    """How many there are. Cost: 1 query."""
    return Paper.objects.filter(country=country).order_by().count() if may_register(by, country) else 0


def paper(paper_id: UUID, *, by: Actor, today: date) -> PaperFacts:
    """One letter that the house wrote, with what it is about; raises NotFound. Cost: 5 queries."""
    row = Paper.objects.select_related("escalation").prefetch_related("letters").filter(pk=paper_id).first()
    if row is None or not may_register(by, row.country):
        raise NotFound
    return paper_facts(row, lines(row.items.values_list("recommendation_id", flat=True), by, row.country, today))


def paper_facts(row: Paper, about: tuple[Line, ...] = ()) -> PaperFacts:
    """A row as frozen values."""
    sent: list[Letter] = [each for each in row.letters.all() if each.taken_out_on is None]
    return PaperFacts(
        row.pk, row.country, row.kind, row.escalation.rung if row.escalation else "", row.body, row.language, row.answer_by, row.escalation_id, row.written_on,
        row.job, row.docx_id, row.pdf_id, tuple((each.pk, each.number, each.dated_on) for each in sent), about,
    )  # fmt: skip


def lines(ids: Iterable[UUID], by: Actor, country: str, today: date) -> tuple[Line, ...]:
    """The recommendations with these ids, by their issue and number."""
    wanted = frozenset(ids)
    found = recommendations(by=by, country=country, today=today, filters=Filters(ids=wanted)) if wanted else ()
    return tuple(sorted(found, key=lambda each: (each.issued_on or today, each.number)))
