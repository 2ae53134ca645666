"""Rows of the tables that come in and go out: a sheet is the office's, a list as a file belongs to whoever asked for it."""

from tests.access.rows_registers import ELSEWHERE, both
from tests.access.table import CAST, MECHANISM, OFFICE, Road, posts
from tests.foundation.sheets.bringing import ended, no_step, tried
from tirek.foundation.sheets import services
from tirek.foundation.sheets.models import TakenOut

ROWS = (
    ["Reference", "Name in Russian", "Kind of place", "Region"],
    ["S-1", "Дом у моста", "prison", "LU-TA"],
    ["S-2", "Дом без вида", None, "LU-TA"],
)
ASKER = frozenset({"secretary"})


def sheet(scene):
    """A sheet that was tried, with a good row and a bad one."""
    if "sheet" not in scene.things:
        scene.things["sheet"] = tried("places", ROWS, CAST["secretary"]).id
    return {"sheet_id": scene.things["sheet"]}


def taken(scene):
    """A list that the secretary asked for and that is made."""
    if "taken" not in scene.things:
        made = services.ask_for_list(kind="places", ending="xlsx", purpose="check", country="demo", by=CAST["secretary"]).value
        services.make_list(list_id=made, by=CAST["secretary"], step=no_step)
        ended(made, TakenOut)
        scene.things["taken"] = made
    return {"list_id": scene.things["taken"]}


def of(kind):
    return lambda scene: {"kind": kind}


ROADS = [
    Road("desk:sheets", MECHANISM | ELSEWHERE, kind="list"),
    *both("desk:sheet-bring", OFFICE | ELSEWHERE, of("places")),
    Road("desk:sheet-template", MECHANISM | ELSEWHERE, of("places"), kind="file"),
    *both("desk:sheet-take", MECHANISM | ELSEWHERE, of("places")),
    Road("desk:sheet-list", ASKER, taken),
    Road("desk:sheet-list-file", ASKER, taken, kind="export"),
    Road("desk:sheet", OFFICE, sheet, kind="detail"),
    *both("desk:sheet-columns", OFFICE, sheet),
    Road("desk:sheet-refused", OFFICE, sheet, kind="export"),
    *posts(["desk:sheet-try", "desk:sheet-enter", "desk:sheet-take-back", "desk:sheet-discard"], OFFICE, sheet),
]
