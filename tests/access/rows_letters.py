"""Rows of the register of letters: the office keeps it, the mechanism's other people read what is about recommendations."""

from tests.access.rows_recommendations import ANSWERERS, ELSEWHERE, both, issued
from tests.access.table import MECHANISM, NOONE, OFFICE, Road
from tests.followup.letters import making


def letter(scene, **given):
    """A letter about an issued recommendation, with a page that can be shown."""
    name = f"letter_of_register_{sorted(given)}"
    if name not in scene.things:
        about = [] if given.get("alone") else [issued(scene)["recommendation_id"]]
        direction = given.get("direction", "in")
        scene.things[name] = making.letter(about, direction=direction, pages=1, number=f"{direction}-{len(scene.things)}")
    return {"letter_id": scene.things[name]}


def came(scene):
    return letter(scene)


def went(scene):
    return letter(scene, direction="out")


def alone(scene):
    """A letter about nothing yet: the office's."""
    return letter(scene, alone=True)


def not_there(scene):
    return {"letter_id": scene.nothing}


ROADS = [
    Road("desk:letters", MECHANISM | ELSEWHERE, kind="list"),
    *[road for direction in ("in", "out") for road in both("desk:letter-new", ANSWERERS | ELSEWHERE, lambda scene, way=direction: {"direction": way})],
    Road("desk:letter-new", NOONE, lambda scene: {"direction": "up"}, kind="form", about="no direction"),
    Road("desk:letter", MECHANISM, came, kind="detail", about="about a recommendation"),
    Road("desk:letter", OFFICE, alone, kind="detail", about="about nothing yet"),
    Road("desk:letter", NOONE, not_there, kind="detail", about="not there"),
    *both("desk:letter-read", OFFICE, came),
    Road("desk:letter-read", NOONE, not_there, kind="form", about="not there"),
    *both("desk:letter-parts", OFFICE, came, {"numbers": "1"}),
    *both("desk:letter-acknowledge", OFFICE, went),
    Road("desk:letter-file", MECHANISM, came, kind="file"),
    Road("desk:letter-file", OFFICE, alone, kind="file", about="about nothing yet"),
    Road("desk:letter-page", NOONE, lambda scene: {**came(scene), "number": 1}, kind="file", about="without a key"),
]
