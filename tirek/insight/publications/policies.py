"""Who may work with what is published: replies, requests, corrections. Who sees such rows stands in `models.open_to`."""

from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


def may_publish(by: Actor, country: str) -> bool:
    """Analyst, head and secretariat."""
    return by == SYSTEM or by.has(*OFFICE, Role.ANALYST, country=country)


def check_may_publish(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_publish(by, country):
        raise NotAllowed()
