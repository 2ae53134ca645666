"""What a figure was read as, in the reader's words: "more than 45 000 · cameras · 13 May 2025". From plain values of an extraction; it knows no page."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tirek.foundation.ui import formats
from tirek.insight.publications.words import HEDGES, MISSING, unit_word

LONGEST = 8
"""Places after the comma that are written out."""


def read_as(claim: Mapping[str, Any]) -> str:
    """Value with its hedge, unit and time, as far as the text gives them."""
    return " · ".join(filter(None, (amount(claim), unit_word(claim["unit"]), when(claim["period"]))))


def speaks_of(check: Mapping[str, Any], key: str) -> bool:
    """Whether a check's verdict is about this figure: that something listed does not belong to a whole says nothing of the whole's own number."""
    return check["kind"] != "category" or key in check["roles"].get("part", ())


def amount(claim: Mapping[str, Any]) -> str:
    """The value, the interval where only that is stated, or in words why there is neither."""
    words = {**MISSING, **HEDGES}.get(claim["missing"] or claim["hedge"], "")
    if claim["missing"]:
        return _(words)
    if claim["value"] is None:
        low, high = (plain(end) if end is not None else "…" for end in claim["interval"])
        return f"{low}–{high}"
    said = plain(claim["value"])
    return _(words) % {"number": said} if words else said


def plain(value: float) -> str:
    """A number of an extraction as the reader's language writes it; of one that no text prints whole, as two thirds, two places."""
    if isinstance(value, int):
        return formats.number(value)
    exact = Decimal(repr(value))
    return formats.number(exact, 2 if int(exact.as_tuple().exponent) < -LONGEST else None)


def when(period: Mapping[str, str | None] | None) -> str:
    """A year, years, a day or days in words; nothing where the text gives none."""
    if period is None:
        return ""
    first, last = (date.fromisoformat(day) if day else None for day in (period["from"], period["to"]))
    if first is None or last is None:
        known = first or last
        words = _("from %(day)s") if first else _("until %(day)s")
        return words % {"day": formats.day(known)} if known else ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return formats.span(first, last)
