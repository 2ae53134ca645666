"""Rows of the register of letters: the office keeps it, the mechanism's other people read what is about recommendations."""

from tests import world
from tests.access.rows_recommendations import ANSWERERS, ELSEWHERE, both, issued
from tests.access.table import MECHANISM, NOONE, OFFICE, Road
from tests.followup.letters import making
from tests.followup.recommendations import making as recommendations
from tests.people import head, secretary
from tirek.followup.letters import services


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


def decision(scene):
    """A recommendation that was refused and taken to the head of its body."""
    if "decision_of_letters" not in scene.things:
        refused = recommendations.issued(world.concluded(world.prison("Дом отказа"), scene.team, announced=True), number="Р-11")
        recommendations.answer(refused, "rejected", days=1)
        scene.things["decision_of_letters"] = services.take_further(
            country="demo", rung="head_of_body", body="lum-prison-service", about=[refused], reason="Отказ без причины.", by=head,
        ).value  # fmt: skip
    return {"escalation_id": scene.things["decision_of_letters"]}


def written(scene):
    """A letter that the house wrote, with its files."""
    if "written_letter" not in scene.things:
        made = services.write_paper(
            country="demo", kind="transmittal", body="lum-prison-service", language="ru", about=[issued(scene)["recommendation_id"]], by=secretary,
        ).value  # fmt: skip
        services.make_paper(paper_id=made, by=secretary)
        scene.things["written_letter"] = made
    return {"paper_id": scene.things["written_letter"]}


HEAD = frozenset({"head"})
ROADS = [
    Road("desk:letters", MECHANISM | ELSEWHERE, kind="list"),
    *[road for direction in ("in", "out") for road in both("desk:letter-new", ANSWERERS | ELSEWHERE, lambda scene, way=direction: {"direction": way})],
    Road("desk:letter-new", NOONE, lambda scene: {"direction": "up"}, kind="form", about="no direction"),
    Road("desk:letter", MECHANISM, came, kind="detail", about="about a recommendation"),
    Road("desk:letter", OFFICE, alone, kind="detail", about="about nothing yet"),
    Road("desk:letter", NOONE, not_there, kind="detail", about="not there"),
    *both("desk:letter-read", OFFICE, came),
    Road("desk:letter-read", NOONE, not_there, kind="form", about="not there"),
    *both("desk:letter-mend", OFFICE, came),
    Road("desk:letter-mend", NOONE, not_there, kind="form", about="not there"),
    *both("desk:letter-take-out", OFFICE, came),
    Road("desk:letter-take-out", NOONE, not_there, kind="form", about="not there"),
    *both("desk:letter-parts", OFFICE, came, {"numbers": "1"}),
    *both("desk:letter-acknowledge", OFFICE, went),
    Road("desk:letter-file", MECHANISM, came, kind="file"),
    Road("desk:letter-file", OFFICE, alone, kind="file", about="about nothing yet"),
    Road("desk:escalations", MECHANISM | ELSEWHERE, kind="list"),
    *both("desk:escalation-new", HEAD | ELSEWHERE, lambda scene: {}),
    Road("desk:escalation", MECHANISM, decision, kind="detail"),
    Road("desk:escalation", NOONE, lambda scene: {"escalation_id": scene.nothing}, kind="detail", about="not there"),
    *both("desk:escalation-mend", HEAD, decision),
    Road("desk:escalation-mend", NOONE, lambda scene: {"escalation_id": scene.nothing}, kind="form", about="not there"),
    *both("desk:escalation-letter", OFFICE, decision),
    Road("desk:papers", OFFICE | ELSEWHERE, kind="list"),
    *[road for kind in ("transmittal", "reminder") for road in both("desk:paper-new", OFFICE | ELSEWHERE, lambda scene, of=kind: {"kind": of})],
    Road("desk:paper-new", NOONE, lambda scene: {"kind": "escalation"}, kind="form", about="no kind"),
    Road("desk:paper", OFFICE, written, kind="detail"),
    Road("desk:paper", NOONE, lambda scene: {"paper_id": scene.nothing}, kind="detail", about="not there"),
    Road("desk:paper-again", OFFICE, written, "post", kind="write"),
    *[Road("desk:paper-file", OFFICE, lambda scene, of=form: {**written(scene), "form": of}, kind="file") for form in ("docx", "pdf")],
    Road("desk:letter-page", NOONE, lambda scene: {**came(scene), "number": 1}, kind="file", about="without a key"),
]
