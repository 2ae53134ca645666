"""Writing visits: the only way that plans, visits and what was seen come to be and change."""

from tirek.records.visits.services.access import add_meeting, record_access, record_closing_talk, remove_meeting
from tirek.records.visits.services.beginning import begin, correct_beginning
from tirek.records.visits.services.correcting import close_after_correction, open_for_correction, restore_as_issued, settle_correction
from tirek.records.visits.services.findings import (
    add_finding,
    decide_hit,
    edit_finding,
    move_finding,
    release_medical_wording,
    translate_finding,
)
from tirek.records.visits.services.measures import (
    answer_urgent_measure,
    correct_urgent_measure,
    send_urgent_measure,
    translate_urgent_measure,
)
from tirek.records.visits.services.organisers import name_organisers
from tirek.records.visits.services.past import amend_past_visit, enter_past_visit, remove_past_visit
from tirek.records.visits.services.plan import approve_plan_entry, change_plan_entry, drop_plan_entry, plan_visit, plan_visits
from tirek.records.visits.services.taking_back import bring_back_finding, take_back_finding
from tirek.records.visits.services.team import accept_warning, set_delegation
from tirek.records.visits.services.together import enter_together
from tirek.records.visits.services.visit import (
    cancel,
    end,
    mark_reported,
    open_visit,
    postpone,
    prepare_visit,
)
from tirek.records.visits.undecided import count_passages, uncounted

__all__ = [
    "accept_warning",
    "add_finding",
    "add_meeting",
    "amend_past_visit",
    "answer_urgent_measure",
    "approve_plan_entry",
    "begin",
    "bring_back_finding",
    "cancel",
    "change_plan_entry",
    "close_after_correction",
    "correct_beginning",
    "correct_urgent_measure",
    "count_passages",
    "decide_hit",
    "drop_plan_entry",
    "edit_finding",
    "end",
    "enter_past_visit",
    "enter_together",
    "mark_reported",
    "move_finding",
    "name_organisers",
    "open_for_correction",
    "open_visit",
    "plan_visit",
    "plan_visits",
    "postpone",
    "prepare_visit",
    "record_access",
    "record_closing_talk",
    "release_medical_wording",
    "remove_meeting",
    "remove_past_visit",
    "restore_as_issued",
    "send_urgent_measure",
    "set_delegation",
    "settle_correction",
    "take_back_finding",
    "translate_finding",
    "translate_urgent_measure",
    "uncounted",
]  # fmt: skip
