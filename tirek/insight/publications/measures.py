"""Values and definitions of a frozen profile in the reader's words. From plain values of an edition; it knows no page."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from tirek.foundation.ui import formats
from tirek.ground.rules.series_breaks import Change
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.words import HEDGES

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
SERIES = "series"
"""The key of the edition that holds what is drawn over the years."""
PLACES = 2
"""Decimal places of a computed figure on a page."""


def words(told: Mapping[str, str]) -> Words:
    """A frozen text of several languages."""
    return Words.of({code: told[code] for code in (*LANGUAGES, *told) if code in told})


def amount(value: Plain, unit: str) -> str:
    """A stated number with its hedge, and the same sum in other money: "342 500 000 000 KZT (733 718 937 EUR)"."""
    if not value["amount"]:
        return ""
    said = number(value["amount"])
    hedge = HEDGES.get(value["hedge"])
    hedged = _(hedge) % {"number": said} if hedge else said
    also = ", ".join(measured(number(each), unit, currency) for each, currency in value["also"])
    whole = measured(hedged, unit, value["currency"])
    return f"{whole} ({also})" if also else whole


def measured(said: str, unit: str, currency: str) -> str:
    """A number with the sign of per cent or its currency; any other unit stands beside the number, not in it."""
    if unit == "percent":
        return f"{said}{formats.NARROW_SPACE}%"
    return f"{said} {currency}" if currency else said


def number(told: str, places: int | None = None) -> str:
    """Exact decimal text as the reader's language writes it."""
    value = Decimal(told)
    whole = value == value.to_integral_value()
    return formats.number(int(value) if whole and places is None else value, places)


def computed(derived: Plain, unit: str) -> str:
    """What a formula gives."""
    return "; ".join(measured(number(one["amount"], PLACES), unit, one["currency"]) for one in derived["results"])


def changed(change: Change, why: str) -> str:
    """A change in signs, "−81 (−10,6 %)", with the reasons of overrides; or why it is not computed."""
    if change.difference is None:
        return _("Not computed: %(why)s") % {"why": why}
    told = signed(change.difference, formats.number(told_decimal(abs(change.difference))))
    if change.share is not None:
        told += " (" + signed(change.share, formats.percent(told_decimal(abs(change.share), 4), 1)) + ")"
    return " ".join([told, *(_("Computed over a break: %(reason)s") % {"reason": reason} for reason in change.overridden)])


def signed(value: Fraction, said: str) -> str:
    """A number with its sign before it; none before nothing."""
    return ("+" if value > 0 else "\u2212" if value < 0 else "") + said


def told_decimal(value: Fraction, places: int = 2) -> Decimal:
    """A number of a page: with as many places as it has, at most so many."""
    return Decimal(round(value * 10**places)).scaleb(-places).normalize() + 0


def silence(missing: str) -> str:
    """Why there is no value."""
    return _(SILENCES[missing])


def no_step(different: int, stated: bool, missing: str) -> str:
    """Why an ordinal value has no step that the index may take."""
    if different > 1:
        return _("Sources give different steps; the index takes neither.")
    if stated and not missing:
        return _("The source says it in words; no step of the scale is assigned.")
    return silence(missing)


def said(told: Words) -> str:
    """A text in the reader's language."""
    return told.best(get_language() or "en")


def measure(code: str) -> str:
    """The class of an indicator."""
    return _(MEASURES[code])
