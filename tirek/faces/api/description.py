"""The description of the addresses, as OpenAPI 3.1: what is served at /api/v1/openapi.json and stands in docs/reference. It knows no request."""

from functools import cache
from typing import Any

from tirek.faces.api.schemas import SCHEMAS
from tirek.insight.publications.queries import KINDS

ABOUT = (
    "Editions of the public pages: what the public was given on a day, frozen. Read only, no sign-in, no cookie. Countries are never mixed: every list is "
    "of one country. Figures are exact decimal text. A language may stand before every address (/kk/api/v1/…); sentences come in it, texts of the house "
    "in all four. Answers bear an ETag: ask again with If-None-Match. What follows from arithmetic is judged, never people or bodies: a verdict says "
    "whether figures of one text agree, not whether they are true."
)
COUNTRY = {"name": "country", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z]{2}$"}, "description": "Code of a country."}
KIND = {"name": "kind", "in": "path", "required": True, "schema": {"type": "string", "enum": list(KINDS)}}
KEY = {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}, "description": "The key of the thing within its kind."}
VERSION = {"name": "version", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}


def query(name: str, schema: dict[str, Any], words: str) -> dict[str, Any]:
    """A parameter that may be left out."""
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": words}


def told(words: str, schema: str) -> dict[str, Any]:
    """An answer in JSON of a shape."""
    return {"description": words, "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def file(words: str, content_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    """An answer that is a file."""
    return {"description": words, "content": {content_type: {"schema": schema}}}


def reading(name: str, words: str, parameters: list[dict[str, Any]], answer: dict[str, Any], *faults: int) -> dict[str, Any]:
    """An address that is read."""
    failing = {str(code): told(FAULTS[code], "Fault") for code in (*faults, 405)}
    answers = {"200": answer, "304": {"description": "Not changed since the ETag of If-None-Match."}, **failing}
    return {"get": {"operationId": name, "summary": words, "parameters": parameters, "responses": answers}}


FAULTS = {400: "A parameter cannot be meant.", 404: "Not published, or not there.", 405: "Only GET and HEAD are answered.", 410: "This edition is withheld."}
NARROWED = [query("kind", {"type": "string", "enum": list(KINDS)}, "Only editions of this kind."), query("page", {"type": "integer", "minimum": 1}, "A hundred editions each.")]
TABLE = {"type": "string", "description": "UTF-8 with a byte order mark, semicolons; no cell is a formula."}
PATHS = {
    "/api/v1/": reading("root", "Countries with editions.", [], told("The countries.", "Root")),
    "/api/v1/openapi.json": reading("openapi", "This description.", [], file("OpenAPI 3.1.", "application/json", {"type": "object"})),
    "/api/v1/{country}/editions/": reading("editions", "Editions of a country, the latest first.", [COUNTRY, *NARROWED], told("A list.", "Editions"), 400, 404),
    "/api/v1/{country}/editions/{kind}/{key}/": reading("edition", "The newest edition of a thing.", [COUNTRY, KIND, KEY], told("It.", "Edition"), 404),
    "/api/v1/{country}/editions/{kind}/{key}/{version}/": reading(
        "editionVersion", "One version of a thing; it stays what it was.", [COUNTRY, KIND, KEY, VERSION], told("It.", "Edition"), 404, 410
    ),
    "/api/v1/{country}/documents/{key}/figures/": reading(
        "figures", "The figures of a document with their checks.",
        [COUNTRY, KEY, query("version", {"type": "integer", "minimum": 1}, "An earlier edition.")], told("The figures.", "Figures"), 400, 404, 410,
    ),
    "/api/v1/{country}/bulk/editions.csv": reading("bulkEditionsTable", "All editions, a line each.", [COUNTRY], file("A table.", "text/csv", TABLE), 404),
    "/api/v1/{country}/bulk/editions.json": reading(
        "bulkEditions", "All editions whole, streamed.", [COUNTRY], told("They.", "AllEditions"), 404
    ),
    "/api/v1/{country}/bulk/figures.csv": reading(
        "bulkFigures", "The figures of the newest edition of each document, a line each.", [COUNTRY], file("A table.", "text/csv", TABLE), 404
    ),
}  # fmt: skip


@cache
def description() -> dict[str, Any]:
    """The whole description."""
    info = {"title": "Tirek: editions of the public pages", "version": "1", "description": ABOUT}
    return {"openapi": "3.1.0", "info": info, "servers": [{"url": "/"}], "paths": PATHS, "components": {"schemas": SCHEMAS}}
