"""Rows of the international missions: each country's mechanism reads those to its own country."""

from tests.access.table import CAST, MECHANISM, NOONE, Road
from tirek.followup.recommendations import queries, services
from tirek.ground.rules.actors import SYSTEM

ELSEWHERE = frozenset({"foreigner"})


def mission(scene):
    """A mission of the record; it went to the foreigner's country."""
    if "mission" not in scene.things:
        services.load_missions(by=SYSTEM)
        scene.things["mission"] = queries.missions(by=CAST["foreigner"], country="kz")[0].id
    return {"mission_id": scene.things["mission"]}


ROADS = [
    Road("desk:missions", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:mission", ELSEWHERE, mission, kind="detail", about="to another country"),
    Road("desk:mission", NOONE, lambda scene: {"mission_id": scene.nothing}, kind="detail", about="not there"),
]
