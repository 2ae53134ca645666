"""Reading visits: the plan, lists, one visit and what was seen; always cut to what the reader may know."""

from tirek.records.visits.queries.findings import FindingFacts, HitFacts, finding, findings, undecided_hits
from tirek.records.visits.queries.lists import (
    EntryFacts,
    VisitFilters,
    VisitLine,
    last_visits,
    plan_entries,
    plan_entry,
    visits,
    visits_of_place,
)
from tirek.records.visits.queries.visit import (
    AccessFacts,
    DelegateFacts,
    MeasureFacts,
    MeetingFacts,
    PartFacts,
    PromiseFacts,
    TalkFacts,
    VisitFacts,
    WarningFacts,
    access_facts,
    closing_talk,
    delegation_accounts,
    meetings,
    part,
    urgent_measures,
    visit,
    warnings,
)

__all__ = [
    "AccessFacts", "DelegateFacts", "EntryFacts", "FindingFacts", "HitFacts", "MeasureFacts", "MeetingFacts", "PartFacts", "PromiseFacts",
    "TalkFacts", "VisitFacts", "VisitFilters", "VisitLine", "WarningFacts", "access_facts", "closing_talk", "delegation_accounts", "finding",
    "findings", "last_visits", "meetings", "part", "plan_entries", "plan_entry", "undecided_hits", "urgent_measures", "visit", "visits",
    "visits_of_place", "warnings",
]  # fmt: skip
