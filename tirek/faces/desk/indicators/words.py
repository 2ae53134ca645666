"""Codes of values in the reader's words. It knows no value."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions import queries as packs
from tirek.insight.indicators.queries import ValueFacts
from tirek.insight.publications.measures import amount

MISSING = {
    "no_data": gettext_lazy("there is no data, it does not say why"),
    "not_collected": gettext_lazy("it is not collected"),
    "not_published": gettext_lazy("it is not published"),
    "closed": gettext_lazy("the data are closed"),
    "not_applicable": gettext_lazy("it does not apply"),
}


def told(one: ValueFacts) -> str:
    """The value in one line: the number with its hedge as the public page writes it, the step, the words, or why there is none."""
    if one.missing:
        return str(MISSING[one.missing])
    if one.amount:
        stated = {"amount": one.amount, "hedge": one.hedge, "currency": one.currency, "also": one.also}
        return amount(stated, packs.indicator(one.indicator).unit or "")
    step = step_words(one.indicator, one.step)
    return step or said(one.said)


def step_words(code: str, step: int | None) -> str:
    """A step of an indicator's scale with its number."""
    scale = next((one for one in packs.scales() if one.code == packs.indicator(code).scale), None)
    return f"{step}: {said(scale.steps[step])}" if scale and step is not None else ""


def state_of(one: ValueFacts) -> str:
    """How far a value is: of the record, checked, or waiting for a second person; superseded."""
    if one.superseded_by:
        return _("superseded")
    if one.origin == "sourced":
        return _("of the sourced record")
    return _("checked") if one.checked_by else _("waits for a second person")
