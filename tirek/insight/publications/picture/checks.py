"""What was checked of a fact: the checks of its figure in the edition of its document. It knows no page."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tirek.foundation.jurisdictions.pack import Fact
from tirek.insight.publications.figures import speaks_of
from tirek.insight.publications.models import Edition, standing
from tirek.insight.publications.words import LIKELY, VERDICTS, class_of


@dataclass(frozen=True, slots=True)
class Found:
    """What an edition of a document holds of figures and checks."""

    version: int
    text: str
    notes: list[str]
    found: Mapping[str, Any]


def found_of(country: str, code: str, version: int | None = None) -> Found | None:
    """The figures and checks of a document's newest edition, or of that version; nothing before the first or for a withheld one. Costs one query."""
    rows = Edition.objects.filter(country=country, kind="document", key=code).annotate(held=standing()).filter(held=None)
    row = (rows if version is None else rows.filter(version=version)).first()
    if row is None:
        return None
    body = json.loads(row.body)
    return Found(row.version, body["text"], body["notes"], body["found"])


def claims_at(found: Mapping[str, Any], start: int, end: int, value: Decimal | None) -> list[str]:
    """Keys of the figures with that value inside a stretch of the text."""
    if value is None:
        return []
    inside = (claim for claim in found["claims"] if start <= claim["span"][0] and claim["span"][1] <= end)
    return [claim["id"] for claim in inside if claim["value"] is not None and Decimal(repr(claim["value"])) == value]


def checks_of(found: Mapping[str, Any], keys: Iterable[str]) -> list[Mapping[str, Any]]:
    """The checks in which any of the figures has a part."""
    wanted = set(keys)
    return [check for check in found["checks"] if wanted & set(check["claims"])]


def verdicts_at(found: Found | None, fact: Fact) -> list[str]:
    """The verdicts of the checks of a fact's figure, each once, in the order of the page; remarks on wording are one of them."""
    if found is None:
        return []
    keys = claims_at(found.found, fact.start, fact.end, fact.value)
    checks = [each for each in checks_of(found.found, keys) if any(speaks_of(each, key) for key in keys)]
    said = {class_of(check) for check in checks} - {LIKELY}
    return [code for code in VERDICTS if code in said]
