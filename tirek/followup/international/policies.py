"""What one's role allows towards missions, reports and links of international bodies. It reads no row but who is named."""

from tirek.followup.international.models import reads_all
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


def may_enter(by: Actor, country: str) -> bool:
    """Head and secretariat enter missions, reports, steps and recommendations; they read every report."""
    return reads_all(by, country)


def check_may_enter(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_enter(by, country):
        raise NotAllowed


def may_link(by: Actor, country: str) -> bool:
    """The office and group leaders link what they may see themselves."""
    return by == SYSTEM or by.has(*OFFICE, Role.LEADER, country=country)


def check_may_link(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_link(by, country):
        raise NotAllowed


def may_name_readers(by: Actor, country: str) -> bool:
    """The head alone says who else reads a report that is not public."""
    return by.has(Role.HEAD, country=country)


def check_may_name_readers(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_name_readers(by, country):
        raise NotAllowed
