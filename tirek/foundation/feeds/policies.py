"""Who may have a calendar read by a program, how many addresses, and how often. It reads nothing of a calendar."""

from datetime import timedelta

from tirek.ground.rules.actors import MECHANISM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed

MOST = 5
"""Addresses of one person in a country at once: a telephone, a desk's calendar, and some more."""
TIMES = 60
HOUR = timedelta(hours=1)


def may_have_calendar(by: Actor, country: str) -> bool:
    """Everybody of the country's mechanism."""
    return bool(by.id) and by.has(*MECHANISM, country=country)


def check_may_have_calendar(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_have_calendar(by, country):
        raise NotAllowed


def check_may_count(by: Actor, country: str) -> None:
    """Who looks after accounts may know how many addresses somebody has. Raises NotAllowed."""
    if not by.has(Role.ADMINISTRATOR, Role.HEAD, country=country):
        raise NotAllowed
