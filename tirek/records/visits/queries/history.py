"""What happened to a visit, and who wrote its urgent measures: the ledger's entries about it, its entry of the plan and its findings, for those who may see the visit."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tirek.foundation.ledger import queries as ledger
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.models import UrgentMeasure
from tirek.records.visits.policies import sees_people
from tirek.records.visits.reach import part_of, reach_visit

FOR_A_CORRECTION = frozenset({
    "visit.access-recorded", "visit.meeting-added", "visit.meeting-removed", "visit.closing-talk-recorded", "visit.urgent-measure",
    "visit.urgent-measure-corrected", "visit.urgent-measure-translated", "visit.restored-as-issued",
})  # fmt: skip
"""Acts that nobody does once the report is issued, unless it is being corrected."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, which verb, by which account (opaque), and for a reading why."""

    at: datetime
    verb: str
    actor: str
    purpose: str


def measure_writers(visit_id: UUID, *, by: Actor) -> dict[UUID, str]:
    """Which account wrote each urgent measure of a visit; raises NotFound, and NotAllowed for a reader whom people of a visit do not concern."""
    row = reach_visit(visit_id, by)
    if not sees_people(row.country, part_of(row, by).member_id, by):
        raise NotAllowed
    ids = tuple(row.urgent_measures.values_list("pk", flat=True))
    written = ledger.first_writers(UrgentMeasure._meta.db_table, ids) if ids else {}
    return {each: written[str(each)] for each in ids if str(each) in written}


def history(visit_id: UUID, *, by: Actor) -> tuple[HistoryLine, ...]:
    """Everything recorded about the visit in order of time; for who does not write its record without what was entered for a correction, of which
    they may not know. Raises NotFound. Cost: about 9 queries, whatever the number of findings.
    """
    row = reach_visit(visit_id, by)
    findings = row.findings.values_list("pk", flat=True)
    found = [*ledger.histories("visit", [row.pk]), *ledger.histories("finding", findings)]
    if row.plan_entry_id:
        found += ledger.histories("plan_entry", [row.plan_entry_id])
    if row.reported_on and not part_of(row, by).records:
        found = without_corrections(found)
    return tuple(HistoryLine(each.at, each.verb, each.actor, each.purpose) for each in sorted(found, key=lambda one: one.seq) if each.at)


def without_corrections(found: list[ledger.EntryFacts]) -> list[ledger.EntryFacts]:
    """The entries without what was entered since the report was issued."""
    issued = min((each.seq for each in found if each.verb == "visit.reported"), default=None)
    return [each for each in found if issued is None or each.seq < issued or each.verb not in FOR_A_CORRECTION]
