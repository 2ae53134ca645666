"""Who may enter and check values; who may see them stands in `models.ValueQuerySet.visible_to`."""

from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


def may_work(by: Actor, country: str) -> bool:
    """Analyst, head and secretariat."""
    return by == SYSTEM or by.has(*OFFICE, Role.ANALYST, country=country)


def check_may_work(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_work(by, country):
        raise NotAllowed()
