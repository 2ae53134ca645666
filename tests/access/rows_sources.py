"""Rows of the sources: the mechanism reads them, analyst and office enter them and decide about their figures."""

from tests.access.table import CAST, MECHANISM, NOONE, OFFICE, Road, posts
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries, services
from tirek.insight.claims.services import NewSource

ELSEWHERE = frozenset({"foreigner"})
DECIDE = OFFICE | {"analyst"}
TEXT = "В 2024 году поступило 120 жалоб: 70 от мужчин и 40 от женщин."


def source(scene):
    """A source of the invented country whose figures are read, made at first need."""
    if "source" not in scene.things:
        by = CAST["analyst"]
        made = services.add_source(country="demo", new=NewSource(title=Words.of({"ru": "Сводка"}), kind="press"), pasted=TEXT, by=by).value
        services.make_proposals(source_id=made, by=by)
        scene.things["source"] = made
    return {"source_id": scene.things["source"]}


def figure(scene):
    """One of its figures."""
    found = queries.analysis(source(scene)["source_id"], 1, by=CAST["analyst"], country="demo").figures[1]
    return {**source(scene), "start": found.start, "end": found.end}


def nothing(scene):
    return {"source_id": scene.nothing}


def no_figure(scene):
    return {**source(scene), "start": 0, "end": 2}


ROADS = [
    Road("desk:sources", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:source-new", DECIDE | ELSEWHERE, kind="form"),
    *posts(["desk:source-new"], DECIDE | ELSEWHERE),
    *[Road(name, MECHANISM, source, kind="detail") for name in ("desk:source", "desk:source-about", "desk:source-left")],
    *[Road(name, NOONE, nothing, about="not there") for name in ("desk:source", "desk:source-about", "desk:source-left", "desk:source-file")],
    Road("desk:source-file", MECHANISM, source, kind="file"),
    *posts(["desk:source-again"], DECIDE, source),
    *posts(["desk:source-again"], NOONE, nothing, "not there"),
    Road("desk:figure-add", DECIDE, source, kind="form"),
    *posts(["desk:figure-add"], DECIDE, source),
    *[Road(name, DECIDE, figure, kind="form") for name in ("desk:figure", "desk:figure-reject")],
    *posts(["desk:figure", "desk:figure-confirm", "desk:figure-reject"], DECIDE, figure),
    Road("desk:figure", NOONE, no_figure, kind="form", about="no figure there"),
]
