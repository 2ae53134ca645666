"""Reading the plans of years, cut to those who plan."""

from tirek.insight.planning.queries.comparing import deeds
from tirek.insight.planning.queries.kept import kept_in_plans
from tirek.insight.planning.queries.plan import AmendmentFacts, PlanFacts, annual_plan, plan_years, proposed_targets, year_summary

__all__ = [
    "AmendmentFacts",
    "PlanFacts",
    "annual_plan",
    "deeds",
    "kept_in_plans",
    "plan_years",
    "proposed_targets",
    "year_summary",
]
