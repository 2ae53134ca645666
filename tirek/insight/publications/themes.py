"""Of which themes a published thing speaks, for those who follow one theme alone: areas of examination of a report, as its public edition prints them.

It reads the edition's content and the packs, never the records below: what was taken out of an edition is no theme of it.
"""

from collections.abc import Mapping
from typing import Any

from tirek.foundation.jurisdictions.queries import areas


def themes_of(kind: str, body: Mapping[str, Any]) -> frozenset[str]:
    """Codes of the areas. Only a report has any: its sections bear the names of areas, and good practices say theirs."""
    if kind != "report":
        return frozenset()
    report = body.get("report", {})
    named = [each.get("title") for each in report.get("sections", ())] + [each.get("area") for each in report.get("good_practices", ())]
    printed = {(code, text.casefold()) for words in named if words for code, text in words["texts"].items()}
    return frozenset(area.code for area in areas() if any((code, text.casefold()) in printed for code, text in area.name.texts))
