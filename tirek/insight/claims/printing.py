"""An extraction in the format of docs/reference/claims.md, its sentences in the reader's language."""

from collections.abc import Mapping
from typing import Any

from tirek.insight.claims.extracting import Extraction
from tirek.insight.claims.sentences import sentence_of
from tirek.insight.claims.told import told


def as_json(extraction: Extraction) -> dict[str, Any]:
    """Plain values for `json.dumps`."""
    return worded(told(extraction))


def worded(plain: Mapping[str, Any]) -> dict[str, Any]:
    """What `told` gives, with a sentence for each check."""
    return {**plain, "checks": [_worded(one) for one in plain["checks"]]}


def _worded(check: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in check.items() if name not in {"remark", "values", "repairs"}}
    said = sentence_of(check["verdict"], check["calculation"], check["remark"], check["values"])
    return {**kept, "sentence": said, "repairs": check["repairs"]}
