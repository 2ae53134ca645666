"""Shapes of the api's answers, as JSON Schema. They know no request; a test holds real answers against them."""

from typing import Any

from tirek.insight.publications.queries import KINDS

Shape = dict[str, Any]
TEXT: Shape = {"type": "string"}
MAYBE: Shape = {"type": ["string", "null"]}
NUMBER: Shape = {"type": "integer"}
YES_NO: Shape = {"type": "boolean"}
MOMENT: Shape = {"type": "string", "format": "date-time"}
EXACT: Shape = {"type": ["string", "null"], "description": "An exact decimal number as text."}
WORDS: Shape = {"type": ["object", "null"], "additionalProperties": TEXT, "description": "A text by language: ru, kk, ky, en."}


def thing(**properties: Shape) -> Shape:
    """An object with exactly these properties, all of them always there."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def many(items: Shape) -> Shape:
    """A list."""
    return {"type": "array", "items": items}


def shape(name: str) -> Shape:
    """A shape told elsewhere in the description."""
    return {"$ref": f"#/components/schemas/{name}"}


WITHHELD: Shape = {
    "type": ["object", "null"], "properties": {"since": MOMENT, "note": WORDS}, "required": ["since", "note"], "additionalProperties": False,
    "description": "Since when an edition is withheld, and why in words; null for every other. Its content and its note are then not given.",
}  # fmt: skip
VERSION = {"version": NUMBER, "published_at": MOMENT, "change": MAYBE, "note": WORDS, "withheld": WITHHELD}
KIND: Shape = {"type": "string", "enum": list(KINDS)}
LINE = {"kind": KIND, "key": TEXT, **VERSION, "origin": {"type": "string", "enum": ["sourced", "entered"]}, "address": TEXT}
BODY: Shape = {"type": "object", "description": "The content as it was frozen; its shape is that of its kind."}
PERIOD: Shape = {"type": ["object", "null"], "properties": {"from": MAYBE, "to": MAYBE}, "description": "Days, either may be open; null where the text gives none."}
VERDICT: Shape = {"type": "string", "enum": ["holds", "holds_with_rounding", "does_not_follow", "cannot_be_checked"]}
SCHEMAS: dict[str, Shape] = {
    "Fault": thing(error=thing(code=TEXT, message=TEXT)),
    "Root": thing(countries=many(thing(code=TEXT, name=WORDS, editions=TEXT)), openapi=TEXT),
    "Version": thing(**VERSION),
    "Line": thing(**LINE),
    "Editions": thing(country=TEXT, editions=many(shape("Line")), next=MAYBE),
    "Edition": thing(country=TEXT, kind=KIND, key=TEXT, **VERSION, versions=many(shape("Version")), reply_exists=YES_NO, body=BODY),
    "AllEditions": thing(format=TEXT, country=TEXT, editions=many(thing(**LINE, body={**BODY, "type": ["object", "null"]}))),
    "Check": thing(
        kind=TEXT, verdict=VERDICT, reading=MAYBE, calculation=TEXT, sentence=TEXT, figures=many(TEXT),
        roles={"type": "object", "additionalProperties": many(TEXT)},
        smallest_changes=many({"type": "object", "properties": {"figure": TEXT, "from": TEXT, "to": TEXT}, "required": ["figure", "from", "to"]}),
    ),
    "Figure": thing(
        id=TEXT, span=many(NUMBER), quote=TEXT, value=EXACT, interval=many(EXACT), unit=MAYBE, hedge=MAYBE, of=MAYBE, missing=MAYBE, period=PERIOD,
        checks=many(shape("Check")),
    ),
    "Figures": thing(country=TEXT, document=TEXT, **VERSION, sha256=TEXT, language=TEXT, reply_exists=YES_NO, figures=many(shape("Figure"))),
}  # fmt: skip
