"""What was proposed or decided of a figure, with numbers as exact decimal text: the form that rows and the ledger hold. It knows no table."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from tirek.insight.claims.refusals import NumberUnclear, PeriodReversed

TYPED = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,6})?")
KEPT = ("value", "interval", "unit", "kind", "hedge", "period", "of", "missing")
"""What of a claim is a person's to decide about; its place, words and confidence are not."""


def exact(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a told claim that can be decided about; numbers become text."""
    found = {name: claim[name] for name in KEPT}
    interval = found["interval"]
    return found | {"value": as_text(found["value"]), "interval": None if interval is None else [as_text(end) for end in interval]}


def digest_of(claim: Mapping[str, Any]) -> str:
    """SHA-256 in hexadecimal of what of a told claim can be decided about: whether two readings of one stretch say the same."""
    return sha256(json.dumps(exact(claim), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def as_text(value: float | None) -> str | None:
    """A number of an extraction as decimal text without exponent."""
    return None if value is None else format(Decimal(repr(value)), "f")


def told_again(held: Mapping[str, Any]) -> dict[str, Any]:
    """The held form as an extraction tells it: numbers as JSON has them."""
    interval = held["interval"]
    return {**held, "value": as_number(held["value"]), "interval": None if interval is None else [as_number(end) for end in interval]}


def as_number(text: str | None) -> int | float | None:
    """The number of a held text."""
    if text is None:
        return None
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)


def number_typed(given: str) -> str:
    """A number that a person typed, as decimal text: spaces between thousands, a comma or a point before decimals. Raises NumberUnclear."""
    plain = "".join(given.split()).replace(",", ".")
    if not TYPED.fullmatch(plain):
        raise NumberUnclear(given=given[:60])
    return format(Decimal(plain), "f")


def period_typed(first: date | None, last: date | None) -> dict[str, str | None] | None:
    """Two days as a period, open where one is missing, or none. Raises PeriodReversed."""
    if first and last and last < first:
        raise PeriodReversed
    return {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None} if first or last else None
