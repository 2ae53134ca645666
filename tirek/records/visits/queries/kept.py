"""Passages of a visit's texts that could name somebody and stay, each with its recorded reason. Of a passage only its digest is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.models import (
    AccessItem,
    BeginningNote,
    ClosingTalk,
    Delegate,
    Finding,
    HitDecision,
    KeptPassage,
    Meeting,
    PlanEntry,
    RecordAsIssued,
    UrgentMeasure,
    Visit,
    VisitQuerySet,
    WarningDecision,
)
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


def kept_in_visits(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's visits, for those who write their records, and of the plan for those who may know of the entry.

    Those of a medical finding are for its doctor alone. Cost: 12 queries, whatever their number.
    """
    rows = kept_of_country(country)
    abouts = {UUID(row.about) for row in rows}
    mine = Visit.objects.visible_to(by, country).filter(VisitQuerySet.recorded_by(by, country))
    findings = own_findings(mine, by)
    pages = {str(key): ("plan", str(key)) for key in PlanEntry.objects.visible_to(by, country).filter(pk__in=abouts).values_list("pk", flat=True)}
    pages |= {str(key): ("visit", str(key)) for key in mine.filter(pk__in=abouts).values_list("pk", flat=True)}
    for sort, model in OF_A_VISIT.items():
        pages |= {str(key): (sort, str(visit)) for key, visit in model.objects.filter(pk__in=abouts, visit__in=mine).values_list("pk", "visit_id")}
    pages |= {str(key): ("finding", str(visit)) for key, visit in findings.filter(pk__in=abouts).values_list("pk", "visit_id")}
    kept = [KeptText(*pages[row.about], row.reason, row.decided_by, row.decided_at, row.digest) for row in rows if row.about in pages]
    readable = Exists(findings.filter(pk=OuterRef("finding")))  # asked of the decisions, not of every finding
    decided = HitDecision.objects.filter(readable, country=country, decision="kept").annotate(visit=F("finding__visit_id"))
    kept += [KeptText("finding", str(row.visit), row.reason, row.decided_by, row.decided_at, row.digest) for row in decided]
    return tuple(kept)


OF_A_VISIT: dict[str, type[AccessItem | Meeting | UrgentMeasure | WarningDecision | BeginningNote | ClosingTalk | RecordAsIssued]] = {
    "access": AccessItem, "meeting": Meeting, "measure": UrgentMeasure, "warning": WarningDecision, "beginning": BeginningNote, "talk": ClosingTalk,
    "restored": RecordAsIssued,
}  # fmt: skip
"""The rows that belong to a visit and hold open texts, beside its findings."""


def own_findings(mine: VisitQuerySet, by: Actor) -> models.QuerySet[Finding]:
    """The findings of these visits whose decisions the actor may read: medical ones as the doctor of the delegation."""
    treats = Delegate.objects.filter(visit=OuterRef("visit"), member__account__pk=by.id, left=False, role="doctor")
    return Finding.objects.filter(Q(medical=False) | Q(Exists(treats)) if by != SYSTEM else Q(), visit__in=mine)


def kept_about(abouts: Iterable[object]) -> tuple[KeptPassage, ...]:
    """What stays in texts of these rows; the caller has made sure that its reader may know of them. Cost: 1 query."""
    return tuple(KeptPassage.objects.filter(about__in=[str(each) for each in abouts]))


@once
def kept_of_country(country: str) -> tuple[KeptPassage, ...]:
    """What stays in texts of a country, for rooms above: they show of it what belongs to rows that its reader may know of. Cost: 1 query."""
    return tuple(KeptPassage.objects.filter(country=country))


def recorded_visits(ids: Iterable[UUID], *, by: Actor, country: str) -> frozenset[UUID]:
    """Of these visits those whose records the actor writes and may know of. Cost: 1 query, none where there is nothing to ask about."""
    asked = set(ids)
    found = Visit.objects.visible_to(by, country).filter(VisitQuerySet.recorded_by(by, country), pk__in=asked).order_by()
    return frozenset(found.values_list("pk", flat=True)) if asked else frozenset()


def rows_of(visit: Visit, doctor: bool) -> Iterator[tuple[str, str]]:
    """The rows of a visit that hold open texts, each with its noun."""
    yield str(visit.pk), "visit"
    related: dict[str, models.QuerySet[Any]] = {
        "access": visit.access_items.all(), "meeting": visit.meetings.all(), "measure": visit.urgent_measures.all(),
        "warning": visit.warning_decisions.all(), "beginning": visit.beginning_notes.all(), "talk": ClosingTalk.objects.filter(visit=visit),
        "restored": RecordAsIssued.objects.filter(visit=visit),
        "finding": visit.findings.all() if doctor else visit.findings.filter(medical=False),
    }  # fmt: skip
    first, *others = (rows.order_by().annotate(noun=Value(noun, models.CharField())).values_list("pk", "noun") for noun, rows in related.items())
    for key, noun in first.union(*others, all=True):
        yield str(key), noun
