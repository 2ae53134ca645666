"""Who makes bundles, and who may know that one was made. They know no content."""

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.bundles.models import knows_of_bundles, makes_bundles

__all__ = ["check_knows_of_bundles", "check_makes_bundles", "knows_of_bundles", "makes_bundles"]


def check_makes_bundles(by: Actor, country: str) -> None:
    """Raises NotFound: to everybody but the head it is not there."""
    if not makes_bundles(by, country):
        raise NotFound


def check_knows_of_bundles(by: Actor, country: str) -> None:
    """Raises NotFound."""
    if not knows_of_bundles(by, country):
        raise NotFound
