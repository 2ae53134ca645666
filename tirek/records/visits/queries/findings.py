"""Findings as their readers see them: a medical one without a released wording shows that it waits for the doctor, nothing else.

Why a medical finding has one source only is the doctor's for good: others never read it and no report prints it; the wording may say it.
"""

from dataclasses import dataclass
from uuid import UUID

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.text_cuts import surroundings
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Finding, Visit
from tirek.records.visits.policies import may_bring_back, may_take_back, reads_from_outside
from tirek.records.visits.reach import is_doctor, reach_finding, reach_visit
from tirek.records.visits.texts import FoundHit, undecided


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A finding; `position` is its place in the visit's list. `waits_for_doctor`: medical and not released; all but that is empty for others."""

    id: UUID
    visit_id: UUID
    position: int
    area: str
    text: Words
    seriousness: str
    good_practice: bool
    standards: tuple[str, ...]
    sources: tuple[str, ...]
    single_source_reason: str
    medical: bool
    released: bool
    author: str
    revision: int

    @property
    def waits_for_doctor(self) -> bool:
        """Whether the doctor has still to release a wording."""
        return self.medical and not self.released


@dataclass(frozen=True, slots=True)
class HitFacts:
    """A stretch that could name somebody and waits for a decision; `before` and `after` are its surroundings."""

    finding_id: UUID
    position: int
    language: str
    kind: str
    why: str
    confidence: str
    before: str
    text: str
    after: str
    digest: str


def findings(visit_id: UUID, *, by: Actor) -> tuple[FindingFacts, ...]:
    """Findings of a visit in their order; raises NotFound. Cost: 2 queries, up to 3 more."""
    visit = reach_visit(visit_id, by)
    doctor = reads_medical(visit, by)
    return tuple(facts(row, doctor) for row in standing(visit))


@once
def standing(visit: Visit) -> tuple[Finding, ...]:
    """The findings of a visit that were not taken back, with the decisions about their texts."""
    return tuple(visit.findings.filter(taken_back=False).prefetch_related("hit_decisions"))


def reads_medical(visit: Visit, by: Actor) -> bool:
    """Whether there are medical ones among a visit's findings, and the actor is the doctor who reads all of them."""
    return any(row.medical for row in standing(visit)) and is_doctor(visit, by)


def to_take_back(visit_id: UUID, *, by: Actor) -> frozenset[UUID]:
    """The findings of a visit that one who records there takes back as this actor; raises NotFound."""
    visit = reach_visit(visit_id, by)
    return frozenset(row.pk for row in standing(visit) if may_take_back(row, visit, by))


def taken_back(visit_id: UUID, *, by: Actor) -> tuple[FindingFacts, ...]:
    """The findings of a visit that were taken back and that one who records there brings back as this actor; raises NotFound. Cost: 1 query, up to 3 more."""
    visit = reach_visit(visit_id, by)
    rows = [row for row in visit.findings.filter(taken_back=True) if may_bring_back(row, visit, by)]
    return tuple(facts(row, is_doctor(visit, by)) for row in rows)


def must_say_why(visit_id: UUID, *, by: Actor) -> bool:
    """Whether this reader says for what he or she reads the visit's findings; raises NotFound. Cost: 2 queries."""
    return reads_from_outside(reach_visit(visit_id, by), by)


def finding(finding_id: UUID, *, by: Actor) -> FindingFacts:
    """One finding; raises NotFound."""
    row = reach_finding(finding_id, by)
    return facts(row, row.medical and is_doctor(row.visit, by))


def withheld(row: Finding) -> bool:
    """Whether the finding is for the doctor's eyes alone."""
    return row.medical and not row.released_by


def facts(row: Finding, doctor: bool) -> FindingFacts:
    """A row as frozen values, of a medical one for the doctor alone all of them."""
    if withheld(row) and not doctor:
        return FindingFacts(row.pk, row.visit_id, row.position, "", Words(), "", False, (), (), "", True, False, row.author, row.revision)
    reason = row.single_source_reason if doctor or not row.medical else ""
    return FindingFacts(
        row.pk, row.visit_id, row.position, row.area, row.text, row.seriousness, row.good_practice, tuple(row.standards), tuple(row.sources),
        reason, row.medical, not row.medical or bool(row.released_by), row.author, row.revision,
    )  # fmt: skip


def undecided_hits(visit_id: UUID, *, by: Actor) -> tuple[HitFacts, ...]:
    """Stretches of all findings that wait for a decision, those of a withheld wording for the doctor alone; raises NotFound.

    The text check helps; it proves nothing.
    """
    visit = reach_visit(visit_id, by)
    return hits_of(visit, reads_medical(visit, by))


@once
def hits_of(visit: Visit, doctor: bool) -> tuple[HitFacts, ...]:
    """The undecided stretches of a visit's findings."""
    return tuple(hit_facts(row, each) for row in standing(visit) if doctor or not withheld(row) for each in undecided(row))


def hit_facts(row: Finding, found: FoundHit, around: int = 60) -> HitFacts:
    """A stretch with its surroundings."""
    text, hit = row.text.in_(found.language), found.hit
    before, after = surroundings(text, hit.start, hit.end, around)
    return HitFacts(row.pk, row.position, found.language, hit.kind, hit.why, hit.confidence.value, before, hit.text, after, found.digest)
