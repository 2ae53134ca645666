"""Whether a visit's record stands otherwise than in the issued report, and who put it back before."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.records.visits.as_issued import changed_parts
from tirek.records.visits.models import RecordAsIssued
from tirek.records.visits.reach import part_of, reach_visit


@dataclass(frozen=True, slots=True)
class RestoredFacts:
    """That a record was put back as it was issued: why, by which account and when."""

    reason: str
    by: str
    at: datetime


def changed_since_issue(visit_id: UUID, *, by: Actor) -> tuple[str, ...]:
    """The parts of the record that stand otherwise than they were issued, for those who write it; nothing for others. Raises NotFound. Cost: up to 8 queries."""
    visit = reach_visit(visit_id, by)
    return changed_parts(visit) if part_of(visit, by).records else ()


def restorations(visit_id: UUID, *, by: Actor) -> tuple[RestoredFacts, ...]:
    """How often the record was put back, for those who write it; nothing for others. Raises NotFound."""
    visit = reach_visit(visit_id, by)
    if not part_of(visit, by).records:
        return ()
    rows = RecordAsIssued.objects.filter(visit=visit).exclude(restored_at=None)
    return tuple(RestoredFacts(row.reason, row.restored_by, row.restored_at) for row in rows if row.restored_at)
