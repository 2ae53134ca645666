"""Reading visits: the plan, lists, one visit and what was seen; always cut to what the reader may know."""

from tirek.records.visits.models import meetings_revision, talk_revision
from tirek.records.visits.queries.as_issued import RestoredFacts, changed_since_issue, restorations
from tirek.records.visits.queries.coverage import PlaceStanding, planned_ahead, standings
from tirek.records.visits.queries.findings import (
    FindingFacts,
    HitFacts,
    finding,
    findings,
    must_say_why,
    taken_back,
    to_take_back,
    undecided_hits,
)
from tirek.records.visits.queries.history import HistoryLine, history, measure_writers
from tirek.records.visits.queries.kept import KeptFacts, kept_about, kept_in_visits, kept_passages, recorded_visits
from tirek.records.visits.queries.lists import (
    VisitFilters,
    VisitLine,
    begun_by_month,
    begun_cells,
    busy_members,
    last_visits,
    own_roles,
    visit_count,
    visits,
    visits_of_place,
)
from tirek.records.visits.queries.plan import (
    EntryFacts,
    EntryFilters,
    approvable,
    approvers,
    entries,
    entry_count,
    plan_entries,
    plan_entry,
    planned_by_month,
    planned_cells,
    proposed_entries,
    unapprovable_entries,
)
from tirek.records.visits.queries.record import (
    AccessFacts,
    MeasureFacts,
    MeetingFacts,
    PromiseFacts,
    TalkFacts,
    access_facts,
    closing_talk,
    meetings,
    urgent_measures,
)
from tirek.records.visits.queries.visit import (
    BeginningFacts,
    DelegateFacts,
    PartFacts,
    VisitFacts,
    WarningFacts,
    beginning_notes,
    delegation_accounts,
    leader_without_account,
    organisers,
    part,
    visit,
    warnings,
)
from tirek.records.visits.queries.waiting import Leaderless, RunningMeasure, WaitingTexts, leaderless, running_measures, waiting_texts

__all__ = [
    "AccessFacts", "BeginningFacts", "DelegateFacts", "EntryFacts", "EntryFilters", "FindingFacts", "HistoryLine", "HitFacts", "KeptFacts", "Leaderless", "MeasureFacts", "MeetingFacts",
    "PartFacts", "PlaceStanding", "PromiseFacts", "RestoredFacts", "RunningMeasure", "TalkFacts", "VisitFacts", "VisitFilters", "VisitLine", "WaitingTexts", "WarningFacts",
    "access_facts", "approvable", "approvers", "beginning_notes", "begun_by_month", "begun_cells", "busy_members", "changed_since_issue",
    "closing_talk", "delegation_accounts", "entries", "entry_count", "finding", "findings", "history", "kept_about", "kept_in_visits", "kept_passages", "last_visits", "leader_without_account", "leaderless", "measure_writers", "meetings", "meetings_revision", "must_say_why", "organisers", "own_roles", "part", "plan_entries", "plan_entry", "planned_ahead", "planned_by_month", "planned_cells", "proposed_entries", "recorded_visits", "restorations",
    "running_measures", "standings", "taken_back", "talk_revision", "to_take_back", "unapprovable_entries", "undecided_hits", "urgent_measures", "visit", "visit_count", "visits", "visits_of_place", "waiting_texts", "warnings",
]  # fmt: skip
