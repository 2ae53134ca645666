"""Who may have a calendar read by a program, how many addresses, and how often."""

from datetime import timedelta

from tirek.ground.rules.actors import MECHANISM, Actor
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
