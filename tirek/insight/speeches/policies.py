"""Who reads the sheet for a speech, and who freezes it. They know no figure."""

from tirek.ground.rules.actors import SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.speeches.models import READERS


def may_read_sheets(by: Actor, country: str) -> bool:
    """The head, the secretariat that prepares the speech, and the analysts who look it through."""
    return by == SYSTEM or by.has(*READERS, country=country)


def check_may_read_sheets(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_read_sheets(by, country):
        raise NotAllowed


def may_freeze_sheets(by: Actor, country: str) -> bool:
    """The head alone, who answers for what is said."""
    return by == SYSTEM or by.has(Role.HEAD, country=country)


def check_may_freeze_sheets(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_freeze_sheets(by, country):
        raise NotAllowed
