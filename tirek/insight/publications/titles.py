"""What a published thing is called: a document as the record has it, any other thing as its edition says. It asks no table."""

from collections.abc import Mapping
from typing import Any

from tirek.foundation.jurisdictions.queries import country_name, document
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.ground.rules.words import Words

BODIES = Words.of({
    "ru": "Международные органы: миссии, доклады, рекомендации", "kk": "Халықаралық органдар: сапарлар, баяндамалар, ұсынымдар",
    "ky": "Эл аралык органдар: миссиялар, баяндамалар, сунуштар", "en": "International bodies: missions, reports, recommendations",
})  # fmt: skip


def title_of(kind: str, country: str, key: str, body: Mapping[str, Any]) -> Words:
    """The title in its languages: a document's is the record's, a topic's its question, a report's its title without what was redacted, a picture's its own, a profile's the country's name."""
    if kind in ("topic", "report"):
        return Words.from_json(body.get("title")) or Words.of({"en": key})
    if kind == "bodies":
        return BODIES
    if kind == "picture" and body.get("title"):
        return Words.of(body["title"], "ru")
    if kind != "document":
        year = f", {key}" if key.isdecimal() else ""
        return Words.of({code: f"{name}{year}" for code, name in country_name(country).texts})
    try:
        return document(key).title
    except UnknownThing:
        return Words.of({"en": key})
