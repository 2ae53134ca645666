"""Checks of a document's edition as plain values for programs, with their sentences in the active language. It knows no address."""

from collections.abc import Mapping
from typing import Any

from tirek.insight.claims.printing import worded


def worded_checks(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The checks of an edition, in its order; figures are named by their ids."""
    return [_plain(check) for check in worded(found)["checks"]]


def _plain(check: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "kind": check["kind"],
        "verdict": str(check["verdict"]),
        "reading": check["reading"],
        "calculation": check["calculation"],
        "sentence": check["sentence"],
        "figures": list(check["claims"]),
        "roles": {name: list(keys) for name, keys in check["roles"].items()},
        "smallest_changes": [{"figure": one["claim"], "from": str(one["from"]), "to": str(one["to"])} for one in check["repairs"]],
    }
