"""Rows of the sheet for a speech: head, secretariat and analysts read it, the head freezes it."""

from django.utils import timezone

from tests.access.table import CAST, NOONE, OFFICE, Road, posts
from tirek.foundation.jurisdictions.queries import today
from tirek.insight.speeches.queries import live_sheet
from tirek.insight.speeches.services import freeze_sheet

ELSEWHERE = frozenset({"foreigner"})
READERS = OFFICE | {"analyst"}
HEAD = frozenset({"head"})
TEXT = {"text": "5 recommendations were answered."}


def of_year(scene):
    return {"year": timezone.localdate().year}


def of_none(scene):
    return {"year": timezone.localdate().year + 1}


def frozen(scene):
    """A sheet that the head froze, made at first need."""
    if "speech_sheet" not in scene.things:
        day = today("demo")
        counts = live_sheet(by=CAST["head"], country="demo", year=day.year, today=day)[1]
        scene.things["speech_sheet"] = freeze_sheet(country="demo", year=day.year, counts=counts, by=CAST["head"]).value
    return {"sheet_id": scene.things["speech_sheet"]}


def nothing(scene):
    return {"sheet_id": scene.nothing}


ROADS = [
    Road("desk:speeches", READERS | ELSEWHERE),
    Road("desk:speech", READERS | ELSEWHERE, of_year),
    Road("desk:speech", NOONE, of_none, about="a year that has not begun"),
    *posts(["desk:speech-freeze"], HEAD | ELSEWHERE, of_year),
    Road("desk:speech-check", READERS | ELSEWHERE, of_year, kind="form"),
    Road("desk:speech-check", READERS | ELSEWHERE, of_year, "post", kind="form", data=TEXT),
    Road("desk:speech-check", NOONE, of_none, kind="form", about="a year that has not begun"),
    Road("desk:speech-frozen", READERS, frozen, kind="detail"),
    Road("desk:speech-frozen", NOONE, nothing, about="not there"),
    *[Road("desk:speech-file", READERS, lambda scene, of=form: {**frozen(scene), "language": "ru", "form": of}, kind="file") for form in ("pdf", "docx")],
    Road("desk:speech-file", NOONE, lambda scene: {**frozen(scene), "language": "xx", "form": "pdf"}, kind="file", about="no such language"),
    Road("desk:speech-file", NOONE, lambda scene: {**nothing(scene), "language": "ru", "form": "pdf"}, kind="file", about="not there"),
]
