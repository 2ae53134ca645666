"""Passages of a visit's texts that could name somebody and stay, each with its recorded reason. Of a passage only its digest is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Value

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.models import ClosingTalk, HitDecision, KeptPassage, Visit
from tirek.records.visits.reach import is_doctor, part_of, reach_visit

TOLD = ("about", "digest", "reason", "decided_by", "decided_at")


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """That a passage stays: in which of the visit's texts, its digest, why, by which account and when."""

    noun: str
    digest: str
    reason: str
    decided_by: str
    decided_at: datetime


def kept_passages(visit_id: UUID, *, by: Actor) -> tuple[KeptFacts, ...]:
    """All of a visit in order of time, for those who write its record; those of a medical finding for the doctor alone.

    Raises NotFound, and NotAllowed for other readers. Cost: 3 queries, whatever their number.
    """
    visit = reach_visit(visit_id, by)
    if not part_of(visit, by).records:
        raise NotAllowed
    nouns = dict(rows_of(visit, is_doctor(visit, by)))
    findings = [UUID(key) for key, noun in nouns.items() if noun == "finding"]
    decided = HitDecision.objects.filter(finding__in=findings, decision="kept").annotate(about=Value("finding", models.CharField()))
    rows = KeptPassage.objects.filter(about__in=nouns).values_list(*TOLD).union(decided.values_list(*TOLD), all=True)
    found = (KeptFacts(nouns.get(about, about), *told) for about, *told in rows)
    return tuple(sorted(found, key=lambda each: each.decided_at))


def rows_of(visit: Visit, doctor: bool) -> Iterator[tuple[str, str]]:
    """The rows of a visit that hold open texts, each with its noun."""
    yield str(visit.pk), "visit"
    related: dict[str, models.QuerySet[Any]] = {
        "access": visit.access_items.all(), "meeting": visit.meetings.all(), "measure": visit.urgent_measures.all(),
        "warning": visit.warning_decisions.all(), "beginning": visit.beginning_notes.all(), "talk": ClosingTalk.objects.filter(visit=visit),
        "finding": visit.findings.all() if doctor else visit.findings.filter(medical=False),
    }  # fmt: skip
    first, *others = (rows.order_by().annotate(noun=Value(noun, models.CharField())).values_list("pk", "noun") for noun, rows in related.items())
    for key, noun in first.union(*others, all=True):
        yield str(key), noun
