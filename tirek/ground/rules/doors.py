"""By which face somebody comes in: people of authorities by the authorities' page, everybody else by the desk. It knows no address and no session."""

from collections.abc import Collection

from tirek.ground.rules.actors import ANSWERING, Actor, Role

DESK, RESPOND = "desk", "respond"


def doors_of(actor: Actor) -> frozenset[str]:
    """The faces that are somebody's: of each country's roles those for whose work the face is. Whoever holds no role yet belongs to both, and finds nothing in either."""
    return frozenset(door_of(grant.role) for grant in actor.grants) or frozenset({DESK, RESPOND})


def door_of(role: Role) -> str:
    """The face in which a role has its work."""
    return RESPOND if role in ANSWERING else DESK


def may_come_in(actor: Actor, doors: Collection[str]) -> bool:
    """Whether one of these faces, which stand in one process, is somebody's."""
    return not doors_of(actor).isdisjoint(doors)
