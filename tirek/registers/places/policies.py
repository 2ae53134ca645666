"""Who may write the register of places; who may see it stands in `models.PlaceQuerySet.visible_to`."""

from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed


def may_write_places(by: Actor, country: str) -> bool:
    """Head and secretariat of the country; loaders."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def check_may_write_places(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_write_places(by, country):
        raise NotAllowed()
