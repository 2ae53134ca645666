"""What an edition on international bodies would hold now, for the desk. It asks rooms that the process of the public does not have, so nothing else imports it."""

from tirek.ground.rules.actors import Actor
from tirek.insight.publications.bodies import content
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.queries.bodies import Bodies


def bodies_now(country: str, *, by: Actor) -> Bodies:
    """What would be published now, for those who publish. Raises NotAllowed. Costs some queries a recommendation."""
    check_may_publish(by, country)
    return Bodies(content(country))
