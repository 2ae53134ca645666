"""Which records of a visit stand otherwise than its issued report prints them, and may be put back."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.insight.reports.models import Report
from tirek.records.visits.queries import changed_since_issue


def restorable_records(visit_id: UUID, *, by: Actor) -> tuple[str, ...]:
    """The parts, for those who write the visit's record, once no correction is under way; nothing else. Raises NotFound. Cost: up to 9 queries."""
    changed = changed_since_issue(visit_id, by=by)
    return () if changed and Report.objects.filter(visit_id=visit_id).open().exists() else changed
