"""Who may work with what is published: replies, requests, corrections. Who sees such rows stands in `models.open_to`."""

from tirek.foundation.jurisdictions.queries import publishes_own_records
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.publications.refusals import OwnRecordsClosed


def may_publish(by: Actor, country: str) -> bool:
    """Analyst, head and secretariat."""
    return by == SYSTEM or by.has(*OFFICE, Role.ANALYST, country=country)


def check_may_publish(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_publish(by, country):
        raise NotAllowed()


def may_withhold(by: Actor, country: str) -> bool:
    """Head and secretariat: whoever publishes does not take back from the public alone what the public was given."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def check_may_withhold(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_withhold(by, country):
        raise NotAllowed()


def check_own_records(by: Actor, country: str) -> None:
    """For whatever would publish figures from the mechanism's own records (visits, complaints): nothing does yet. Raises NotAllowed, OwnRecordsClosed."""
    check_may_publish(by, country)
    if not publishes_own_records(country):
        raise OwnRecordsClosed
