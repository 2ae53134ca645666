"""Rows of the catalogue of standards and of the findings of all visits and the charts: the mechanism reads them, each country its own law."""

from tests.access.table import MECHANISM, NOONE, Road

ELSEWHERE = frozenset({"foreigner"})


def rule(text, id):
    """The arguments of a rule's page."""
    return lambda _scene: {"text": text, "rule": id}


ROADS = [
    Road("desk:standards", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:standards-suggested", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:standards-of", MECHANISM | ELSEWHERE, lambda _scene: {"text": "mandela"}, kind="detail"),
    Road("desk:standards-of", MECHANISM, lambda _scene: {"text": "demo-houses-law"}, kind="detail", about="national"),
    Road("desk:standards-of", NOONE, lambda _scene: {"text": "nothing"}, kind="detail", about="not there"),
    Road("desk:standard", MECHANISM | ELSEWHERE, rule("mandela", "mandela-24"), kind="detail"),
    Road("desk:standard", MECHANISM, rule("demo-houses-law", "demo-houses-law-12"), kind="detail", about="national"),
    Road("desk:standard", ELSEWHERE, rule("kz-custody-law", "kz-custody-law-353"), kind="detail", about="of another country"),
    Road("desk:standard", NOONE, rule("mandela", "mandela-999"), kind="detail", about="not there"),
    Road("desk:map", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:map-points", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:charts", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:findings", MECHANISM | ELSEWHERE, kind="list"),
]
