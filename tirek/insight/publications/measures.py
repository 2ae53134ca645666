"""Values and definitions of a frozen profile in the reader's words. From plain values of an edition; it knows no page."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tirek.foundation.ui import formats
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.words import HEDGES, unit_word

Plain = Mapping[str, Any]
SILENCES = {
    "": gettext_noop("Unknown: no source of the record states it for this year."),
    "no_data": gettext_noop("The source says that there is no data. It does not say why."),
    "not_collected": gettext_noop("The source says that this is not collected."),
    "not_published": gettext_noop("The source says that this is not published."),
    "closed": gettext_noop("The source says that the data are closed."),
    "not_applicable": gettext_noop("The source says that this does not apply."),
}
MEASURES = {
    "structural": gettext_noop("structure: laws, bodies, means"),
    "process": gettext_noop("process: what is done"),
    "outcome": gettext_noop("outcome: what comes of it"),
    "context": gettext_noop("context"),
}
PLACES = 2
"""Decimal places of a computed figure on a page."""


def words(told: Mapping[str, str]) -> Words:
    """A frozen text of several languages."""
    return Words.of({code: told[code] for code in (*LANGUAGES, *told) if code in told})


def amount(value: Plain, unit: str) -> str:
    """A stated number with its hedge and unit, and the same sum in other money: "342 500 000 000 KZT (733 718 937 EUR)"."""
    if not value["amount"]:
        return ""
    said = number(value["amount"])
    hedge = HEDGES.get(value["hedge"])
    hedged = _(hedge) % {"number": said} if hedge else said
    also = ", ".join(measured(number(each), unit, currency) for each, currency in value["also"])
    whole = measured(hedged, unit, value["currency"])
    return f"{whole} ({also})" if also else whole


def measured(said: str, unit: str, currency: str) -> str:
    """A number with its unit: money by its currency, a share with the sign of per cent."""
    if unit == "percent":
        return f"{said}{formats.NARROW_SPACE}%"
    shown = unit_word(unit.replace("money", currency) if currency else unit)
    return f"{said} {shown}" if shown else said


def number(told: str, places: int | None = None) -> str:
    """Exact decimal text as the reader's language writes it."""
    value = Decimal(told)
    whole = value == value.to_integral_value()
    return formats.number(int(value) if whole and places is None else value, places)


def computed(derived: Plain, unit: str) -> str:
    """What a formula gives."""
    return "; ".join(measured(number(one["amount"], PLACES), unit, one["currency"]) for one in derived["results"])


def silence(missing: str) -> str:
    """Why there is no value."""
    return _(SILENCES[missing])


def measure(code: str) -> str:
    """The class of an indicator."""
    return _(MEASURES[code])
