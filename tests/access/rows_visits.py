"""Rows of the visits: hidden ones (unannounced, not begun) for delegation and organisers alone; announced, begun and reported ones by role.

The deputy, who stands outside the cast of the table, organises them, so that head and secretary are outside a hidden visit.
"""

from tests import world
from tests.access.table import MECHANISM, OFFICE, Road
from tests.people import leader
from tirek.records.visits import services

ELSEWHERE = frozenset({"foreigner"})
DELEGATION = frozenset({"leader", "member", "doctor"})
INSIDE = OFFICE | DELEGATION
"""Who opens a page of a visit that is no secret within the mechanism."""


def of(state):
    """The arguments of a visit in that state: hidden, announced, begun, concluded or reported."""

    def needs(scene):
        key = f"visit_{state}"
        if key not in scene.things:
            scene.things[key] = make(state, scene.prison, scene.team)
        return {"visit_id": scene.things[key]}

    return needs


def make(state, place, team):
    """A visit brought to the state."""
    if state in ("hidden", "announced"):
        return world.planned(place, team, announced=state == "announced")
    if state == "begun":
        return world.begun(place, team)
    visit = world.concluded(place, team)
    if state == "reported":
        services.mark_reported(visit_id=visit, by=leader)
    return visit


def nothing(scene):
    return {"visit_id": scene.nothing}


def read(name, kind="detail", states=("hidden", "announced", "begun", "reported")):
    """A page of a visit, read in each secrecy."""
    open_to = {"hidden": DELEGATION, "reported": INSIDE | {"analyst"}}
    rows = [Road(name, open_to.get(state, INSIDE), of(state), about=state, kind=kind) for state in states]
    return [*rows, Road(name, frozenset(), nothing, about="not there", kind=kind)]


ROADS = [
    Road("desk:visits", MECHANISM | ELSEWHERE, kind="list"),
    *read("desk:visit"),
]
