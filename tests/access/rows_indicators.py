"""Rows of the indicators: the mechanism reads values, analyst and office enter, check and supersede them."""

from tests.access.rows_sources import DECIDE, ELSEWHERE, source
from tests.access.table import CAST, MECHANISM, NOONE, Road, posts
from tirek.insight.indicators import services
from tirek.insight.indicators.services import NewValue


def value(scene):
    """A value of the invented country, entered by the head, made at first need."""
    if "value" not in scene.things:
        new = NewValue(indicator="complaints", year=2024, source=source(scene)["source_id"], quote="120 жалоб", amount="120")
        scene.things["value"] = services.enter_value(country="demo", new=new, by=CAST["head"]).value
    return {"value_id": scene.things["value"]}


def nothing(scene):
    return {"value_id": scene.nothing}


def no_break(scene):
    return {"break_id": "none", "indicator": "complaints"}


ROADS = [
    Road("desk:indicators", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:breaks", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:value-new", DECIDE | ELSEWHERE, kind="form"),
    *posts(["desk:value-new"], DECIDE | ELSEWHERE),
    *posts(["desk:profiles-publish"], ELSEWHERE),
    Road("desk:value", MECHANISM, value, kind="detail"),
    Road("desk:value", NOONE, nothing, about="not there"),
    Road("desk:value-supersede", DECIDE, value, kind="form"),
    *posts(["desk:value-check", "desk:value-supersede"], DECIDE, value),
    *posts(["desk:value-check", "desk:value-supersede"], NOONE, nothing, "not there"),
    Road("desk:break-override", NOONE, no_break, about="no such break"),
    *posts(["desk:break-override"], NOONE, no_break, "no such break"),
]
