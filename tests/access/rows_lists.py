"""Rows of the saved views: an own one is its owner's, a shared one is the staff's; the owner changes it, the head too may remove it."""

from tests.access.rows_registers import ELSEWHERE, both
from tests.access.table import CAST, MECHANISM, Road, posts
from tirek.foundation.listviews.services import save_view


def view(shared):
    """A view of the secretary's."""

    def needs(scene):
        key = f"view shared {shared}"
        if key not in scene.things:
            made = save_view(of_list="places", name=key, query="kind=prison", shared=shared, country="demo", by=CAST["secretary"])
            scene.things[key] = made.value
        return {"view_id": scene.things[key]}

    return needs


def of_places(scene):
    return {"of_list": "places"}


OWNER = frozenset({"secretary"})
ROADS = [
    Road("desk:lately", MECHANISM | ELSEWHERE, kind="list"),
    *both("desk:views", MECHANISM | ELSEWHERE, of_places),
    Road("desk:list-file", MECHANISM | ELSEWHERE, of_places, kind="form"),
    Road("desk:list-file", MECHANISM | ELSEWHERE, of_places, "post", kind="write", data={"holds": "shown", "ending": "csv", "purpose": "report"}),
    Road("desk:columns", MECHANISM | ELSEWHERE, of_places),
    *posts(["desk:views-whole"], MECHANISM | ELSEWHERE, of_places),
    Road("desk:view", MECHANISM, view(True), about="shared", kind="detail"),
    Road("desk:view", OWNER, view(False), about="own", kind="detail"),
    *both("desk:view-change", OWNER, view(False)),
    *posts(["desk:view-begin"], MECHANISM, view(True)),
    *posts(["desk:view-begin"], OWNER, view(False), about="own"),
    *posts(["desk:view-remove"], OWNER | {"head"}, view(True), about="shared"),
    *posts(["desk:view-remove"], OWNER, view(False), about="own"),
]
