"""Rows of the registers: places and members. A head elsewhere opens his own country's lists and forms, and nothing of this one."""

from datetime import date
from uuid import UUID

from tests.access.table import CAST, MECHANISM, NOONE, OFFICE, VISITORS, Road, posts
from tirek.faces.desk.members.changes import CHANGES as OF_MEMBERS
from tirek.faces.desk.places.changes import CHANGES as OF_PLACES
from tirek.ground.rules.words import Words
from tirek.registers.mandate.services import declare_conflict, enter_absence
from tirek.registers.places.services import register_place

ELSEWHERE = frozenset({"foreigner"})
COLLEAGUES = OFFICE | VISITORS
DECLARERS = OFFICE | {"conflicted"}


def place(scene):
    """A place of the invented country, made at first need."""
    if "place_of_registers" not in scene.things:
        name = Words.of({"ru": "Дом Тарнобор"})
        made = register_place(country="demo", name=name, kind="prison", region="LU-TA", by=CAST["secretary"])
        scene.things["place_of_registers"] = made.value
    return {"place_id": scene.things["place_of_registers"]}


def member(scene):
    """The member with a conflict of interest, declared at first need."""
    if "member_of_registers" not in scene.things:
        made = scene.team["conflicted"]
        scene.things["member_of_registers"] = made
        told = declare_conflict(member_id=made, reason="contract", authority="lum-law", by=CAST["conflicted"])
        scene.things["conflict_of_registers"] = told.value
    return {"member_id": scene.things["member_of_registers"]}


def conflict(scene):
    return {**member(scene), "conflict_id": scene.things["conflict_of_registers"]}


def absence(scene):
    """Days away of the same member."""
    if "absence_of_registers" not in scene.things:
        day = date(2026, 2, 2)
        made = enter_absence(member_id=scene.team["conflicted"], since=day, until=day, by=CAST["conflicted"])
        scene.things["absence_of_registers"] = made.value
    return {"member_id": scene.team["conflicted"], "absence_id": scene.things["absence_of_registers"]}


def nobody_there(scene):
    return {"place_id": UUID(int=0)}


def both(name, open_to, needs):
    """A form and its sending."""
    return [Road(name, open_to, needs, kind="form"), Road(name, open_to, needs, "post", kind="write")]


ROADS = [
    Road("desk:places", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:place", MECHANISM, place, kind="detail"),
    Road("desk:place", NOONE, nobody_there, about="not there"),
    *[road for name in ("places", "members") for road in both(f"desk:{name}-several", OFFICE | ELSEWHERE, lambda scene: {})],
    *both("desk:place-new", OFFICE | ELSEWHERE, lambda scene: {}),
    *both("desk:map-outline", OFFICE | ELSEWHERE, lambda scene: {}),
    *posts(["desk:map-outline-away"], OFFICE | ELSEWHERE),
    *[road for what in (*OF_PLACES, "correct") for road in both(f"desk:place-{what}", OFFICE, place)],
    Road("desk:members", COLLEAGUES | ELSEWHERE, kind="list"),
    Road("desk:members-public", COLLEAGUES | ELSEWHERE, kind="export"),
    Road("desk:member", COLLEAGUES, member, kind="detail"),
    *both("desk:member-new", OFFICE | ELSEWHERE, lambda scene: {}),
    *[road for what in (*OF_MEMBERS, "correct") for road in both(f"desk:member-{what}", OFFICE, member)],
    *both("desk:member-conflict", DECLARERS, member),
    *both("desk:member-away", DECLARERS, member),
    Road("desk:member-away-back", DECLARERS, absence, "post", kind="write"),
    Road("desk:member-away-back", NOONE, lambda scene: {**member(scene), "absence_id": scene.nothing}, "post", "not there", "error"),
    *both("desk:member-conflict-end", DECLARERS, conflict),
]
