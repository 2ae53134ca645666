"""Reading recommendations and missions, cut to what the reader may see; clocks are computed as of the day asked for."""

from tirek.followup.recommendations.queries.lists import (
    DueAnswer,
    Filters,
    Line,
    Tally,
    due_answers,
    recommendations,
    tally,
    visit_recommendations,
)
from tirek.followup.recommendations.queries.missions import MissionFacts, mission, missions
from tirek.followup.recommendations.queries.one import (
    AnswerFacts,
    RecommendationFacts,
    VerificationFacts,
    recommendation,
    suggested_addressee,
)

__all__ = [
    "AnswerFacts", "DueAnswer", "Filters", "Line", "MissionFacts", "RecommendationFacts", "Tally", "VerificationFacts", "due_answers", "mission",
    "missions", "recommendation", "recommendations", "suggested_addressee", "tally", "visit_recommendations",
]  # fmt: skip
