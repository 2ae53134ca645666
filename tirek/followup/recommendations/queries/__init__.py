"""Reading recommendations and missions, cut to what the reader may see; clocks are computed as of the day asked for."""

from tirek.followup.recommendations.queries.advice import (
    StretchFacts,
    WaitingStretches,
    answer_term,
    hints_of,
    undecided_stretches,
    waiting_stretches,
)
from tirek.followup.recommendations.queries.due import (
    DueAnswer,
    DueVerification,
    clock_of,
    due_answer_count,
    due_answers,
    due_verification_count,
    due_verifications,
    verification_clock,
)
from tirek.followup.recommendations.queries.kept import kept_in_recommendations
from tirek.followup.recommendations.queries.lists import (
    Counts,
    Filters,
    Line,
    ProposalFacts,
    Tally,
    Whole,
    answered_by_time,
    counts,
    places_recommended_for,
    proposals,
    recommendations,
    repeatable,
    stands_under,
    tally,
    verified_by_time,
    visit_recommendations,
    whole,
)
from tirek.followup.recommendations.queries.missions import MissionFacts, mission, missions
from tirek.followup.recommendations.queries.one import (
    AnswerFacts,
    RecommendationFacts,
    VerificationFacts,
    WordingFacts,
    recommendation,
    suggested_addressee,
    verifying_visits,
)
from tirek.followup.recommendations.reach import may_draft
from tirek.followup.recommendations.texts import stretches

__all__ = [
    "AnswerFacts", "Counts", "DueAnswer", "DueVerification", "Filters", "Line", "MissionFacts", "ProposalFacts", "RecommendationFacts", "StretchFacts", "Tally",
    "VerificationFacts", "WaitingStretches", "Whole", "WordingFacts", "answer_term", "answered_by_time", "clock_of", "counts", "due_answer_count", "due_answers", "due_verification_count", "due_verifications", "hints_of", "kept_in_recommendations", "may_draft", "mission", "missions", "places_recommended_for", "proposals",
    "recommendation", "recommendations", "repeatable", "stands_under", "stretches", "suggested_addressee", "tally", "undecided_stretches", "verification_clock", "verified_by_time", "verifying_visits",
    "visit_recommendations", "waiting_stretches", "whole",
]  # fmt: skip
