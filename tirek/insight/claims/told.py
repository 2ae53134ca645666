"""An extraction as plain values: what the process apart answers and what `printing` prints. It knows no language and no framework."""

from typing import Any

from tirek.insight.claims.extracting import FORMAT, Check, Claim, Extraction, days, number


def told(extraction: Extraction) -> dict[str, Any]:
    """All of it for `json.dumps`; a check has the name of its remark with its values instead of a sentence."""
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
        "unit": claim.unit,
        "kind": claim.kind,
        "hedge": quantity.hedge.value if quantity.hedge else None,
        "period": days(None if figure.earlier else figure.period),
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
        "remark": outcome.remark,
        "values": dict(outcome.values),
        "repairs": [{"claim": keys[one.operand], "from": number(one.stated), "to": number(one.instead)} for one in outcome.repairs if one.operand < len(keys)],
    }
