"""Reading sources, their proposals and decisions, cut to what the reader may see."""

from tirek.insight.claims.parts import Part, parts_of
from tirek.insight.claims.policies import may_work
from tirek.insight.claims.queries.analysis import (
    Analysis,
    CheckFacts,
    DecisionFacts,
    Figure,
    Progress,
    Whole,
    analysis,
    history,
    part_of,
    progress_of,
    whole,
)
from tirek.insight.claims.queries.kept import kept_in_decisions
from tirek.insight.claims.queries.sources import Alike, Line, SourceFacts, alike, source, source_called, sources, text_of
from tirek.insight.claims.queries.topics import (
    DecidedFigure,
    StatementFacts,
    TopicFacts,
    TopicLine,
    decided_figures,
    statement,
    topic,
    topics,
)

__all__ = [
    "Alike", "Analysis", "CheckFacts", "DecidedFigure", "DecisionFacts", "Figure", "Line", "Part", "Progress", "SourceFacts", "StatementFacts", "TopicFacts",
    "TopicLine", "Whole", "alike", "analysis", "decided_figures", "history", "kept_in_decisions", "may_work", "part_of", "parts_of", "progress_of", "source", "source_called", "sources", "statement",
    "text_of", "topic", "topics", "whole",
]  # fmt: skip
