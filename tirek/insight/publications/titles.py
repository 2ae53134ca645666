"""What a published thing is called: a document as the record has it, any other thing as its edition says. It asks no table."""

from collections.abc import Mapping
from typing import Any

from tirek.foundation.jurisdictions.queries import document
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.ground.rules.words import Words


def title_of(kind: str, key: str, body: Mapping[str, Any]) -> Words:
    """The title in its languages; the key alone where nothing says it."""
    if kind == "document":
        try:
            return document(key).title
        except UnknownThing:
            return Words.of({"en": key})
    told = body.get("title") or {}
    found = Words.from_json(told) if "texts" in told else Words.of(told if isinstance(told, Mapping) else {"en": str(told)})
    return found or Words.of({"en": key})
