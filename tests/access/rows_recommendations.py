"""Rows of the recommendations: drafts go with their visit, issued ones with the mechanism; answers are the office's, verifications also the leader's."""


from tests import world
from tests.access.table import MECHANISM, NOONE, OFFICE, Road
from tests.followup.recommendations import making
from tests.people import secretary
from tirek.followup.recommendations import services
from tirek.foundation.files.services import NewFile

ELSEWHERE = frozenset({"foreigner"})
DELEGATION = frozenset({"leader", "member", "doctor"})
WRITERS = DELEGATION | OFFICE
ANSWERERS = OFFICE
VERIFIERS = OFFICE | {"leader"}
FILE = NewFile(b"%PDF-1.7 letter", "letter.pdf", "application/pdf")
DRAFT = {"addressee": "lum-prison-service", "kind": "practice", "priority": "high", "text_ru": "Установить светильники до лета."}


def visit_of(scene):
    """A concluded visit with a draft, made at first need."""
    if "visit_of_recommendations" not in scene.things:
        made = world.concluded(world.prison("Дом рекомендаций"), scene.team, announced=True)
        scene.things["visit_of_recommendations"] = made
        scene.things["draft_of_recommendations"] = making.draft(made)
    return {"visit_id": scene.things["visit_of_recommendations"]}


def a_draft(scene):
    visit_of(scene)
    return {"recommendation_id": scene.things["draft_of_recommendations"]}


def a_new_draft(scene):
    """One that may be dropped: each walker finds another."""
    return {"recommendation_id": making.draft(visit_of(scene)["visit_id"])}


def a_passage(scene):
    return {**a_draft(scene), "digest": "0" * 64}


def issued(scene):
    """An issued recommendation with a letter and evidence."""
    if "issued_of_recommendations" not in scene.things:
        seen = world.concluded(world.prison("Дом ответов"), scene.team, announced=True)
        made = making.issued(seen, number="Р-9")
        scene.things["issued_of_recommendations"] = made
        scene.things["letter"] = making.answer(made, letter=FILE)
        scene.things["evidence"] = making.verify(made, "partially_implemented", evidence=FILE)
    return {"recommendation_id": scene.things["issued_of_recommendations"]}


def a_letter(scene):
    return {**issued(scene), "answer_id": scene.things["letter"]}


def evidence(scene):
    return {**issued(scene), "verification_id": scene.things["evidence"]}


def hidden(scene):
    """An unannounced visit that has not begun: for its people alone."""
    if "hidden_of_recommendations" not in scene.things:
        scene.things["hidden_of_recommendations"] = world.planned(world.prison("Дом тишины"), scene.team)
    return {"visit_id": scene.things["hidden_of_recommendations"]}


def linked(scene):
    """An issued recommendation that repeats an earlier one: each walker finds another."""
    later, earlier = issued(scene)["recommendation_id"], scene.things.get("earlier_of_recommendations")
    if earlier is None:
        seen = world.concluded(world.prison("Дом повторов"), scene.team, announced=True)
        earlier = scene.things["earlier_of_recommendations"] = making.issued(seen, number="Р-8", days=400)
        services.link(recommendation_id=later, earlier_id=earlier, reason="То же самое.", by=secretary)
    return {"recommendation_id": later, "earlier_id": earlier}


def both(name, open_to, needs, data=None, about=""):
    """A form and its sending."""
    return [Road(name, open_to, needs, kind="form", about=about), Road(name, open_to, needs, "post", kind="write", data=data or {}, about=about)]


ROADS = [
    Road("desk:recommendations", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:recommendations-board", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:recommendations-timeline", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:recommendations-rates", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:recommendations-bodies", MECHANISM | ELSEWHERE, kind="list"),
    *both("desk:recommendations-export", MECHANISM | ELSEWHERE, lambda scene: {}, {"purpose": "report"}),
    Road("desk:recommendation", MECHANISM, issued, kind="detail", about="issued"),
    Road("desk:recommendation", WRITERS, a_draft, kind="detail", about="draft"),
    Road("desk:recommendation", NOONE, lambda scene: {"recommendation_id": scene.nothing}, kind="detail", about="not there"),
    Road("desk:recommendation-letter", MECHANISM, a_letter, kind="file"),
    Road("desk:recommendation-evidence", MECHANISM, evidence, kind="file"),
    Road("desk:recommendation-letter", NOONE, lambda scene: {**issued(scene), "answer_id": scene.nothing}, kind="file", about="not there"),
    *both("desk:recommendation-answer", ANSWERERS, issued),
    *both("desk:recommendation-verify", VERIFIERS, issued),
    *both("desk:recommendation-withdraw", ANSWERERS, issued),
    *[road for name in ("due", "care", "theme", "labels") for road in both(f"desk:recommendation-{name}", ANSWERERS, issued)],
    *both("desk:recommendation-labels", WRITERS, a_draft),
    Road("desk:recommendation-thread", MECHANISM, issued, kind="detail"),
    *both("desk:recommendation-link", ANSWERERS, issued),
    *both("desk:recommendation-unlink", ANSWERERS, linked),
    Road("desk:recommendation-unlink", NOONE, lambda scene: {**linked(scene), "earlier_id": scene.nothing}, kind="form", about="not there"),
    Road("desk:recommendation-before", WRITERS, visit_of, "post", kind="write", data=DRAFT),
    Road("desk:recommendation-before", NOONE, hidden, "post", kind="write", data=DRAFT, about="hidden visit: nobody drafts before it begins"),
    *both("desk:recommendations-several", ANSWERERS | ELSEWHERE, lambda scene: {}),
    Road("desk:visit-recommendations", WRITERS, visit_of, kind="list", about="visit that has begun"),
    Road("desk:visit-recommendations", DELEGATION, hidden, kind="list", about="hidden visit"),
    Road("desk:visit-recommendation-passages", WRITERS, visit_of, kind="list"),
    Road("desk:visit-recommendation-passages", DELEGATION, hidden, kind="list", about="hidden visit"),
    *both("desk:recommendation-new", WRITERS, visit_of, DRAFT),
    Road("desk:recommendation-new", NOONE, hidden, kind="form", about="hidden visit: nobody drafts before it begins"),
    *both("desk:recommendation-edit", WRITERS, a_draft, DRAFT),
    *both("desk:recommendation-translate", WRITERS, a_draft),
    Road("desk:recommendation-drop", WRITERS, a_new_draft, "post", kind="write"),
    Road("desk:recommendation-passage", WRITERS, a_passage, "post", kind="write", data={"decision": "kept"}),
]
