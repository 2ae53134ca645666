"""An extraction in the format of docs/reference/claims.md, its sentences in the reader's language."""

from typing import Any

from tirek.insight.claims.extracting import FORMAT, Check, Claim, Extraction, days, number
from tirek.insight.claims.sentences import sentence


def as_json(extraction: Extraction) -> dict[str, Any]:
    """Plain values for `json.dumps`."""
    return {
        "format": FORMAT,
        "source": {"sha256": extraction.digest, "characters": extraction.characters, "language": extraction.language},
        "claims": [_claim(one) for one in extraction.claims],
        "checks": [_check(one) for one in extraction.checks],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    figure = claim.figure
    quantity = figure.quantity
    return {
        "id": claim.key,
        "span": [figure.start, figure.end],
        "quote": claim.quote,
        "value": number(quantity.value),
        "interval": None if figure.missing else [number(quantity.interval.low), number(quantity.interval.high)],
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "hedge": quantity.hedge.value if quantity.hedge else None,
        "period": days(figure.period),
        "of": figure.noun or None,
        "missing": figure.missing.value if figure.missing else None,
        "confidence": claim.confidence,
    }


def _check(check: Check) -> dict[str, Any]:
    outcome, keys = check.outcome, check.claims
    return {
        "kind": check.relation.kind,
        "claims": list(keys),
        "roles": {name: list(of_role) for name, of_role in check.roles},
        "verdict": outcome.verdict.value,
        "reading": check.relation.reading or None,
        "calculation": outcome.calculation,
        "sentence": sentence(outcome),
        "repairs": [{"claim": keys[one.operand], "from": number(one.stated), "to": number(one.instead)} for one in outcome.repairs if one.operand < len(keys)],
    }
