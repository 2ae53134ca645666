"""Writing the plans of years: begin, write, hand in, return, approve, amend."""

from tirek.insight.planning.services.moving import approve_plan, return_plan, submit_plan
from tirek.insight.planning.services.writing import begin_plan, write_plan

__all__ = ["approve_plan", "begin_plan", "return_plan", "submit_plan", "write_plan"]
