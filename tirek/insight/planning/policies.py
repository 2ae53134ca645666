"""Who reads, writes and approves the plan of a year."""

from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.policies import check_may_plan, may_plan

__all__ = ["check_may_approve_plan", "check_may_plan", "check_may_write_plan", "may_approve_plan", "may_plan", "may_write_plan"]


def may_write_plan(by: Actor, country: str) -> bool:
    """The head and the secretariat write the plan and hand it in."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def check_may_write_plan(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_write_plan(by, country):
        raise NotAllowed


def may_approve_plan(by: Actor, country: str) -> bool:
    """The head alone approves the plan, and amends it afterwards."""
    return by == SYSTEM or by.has(Role.HEAD, country=country)


def check_may_approve_plan(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_approve_plan(by, country):
        raise NotAllowed
