"""Refusals of rows as they are kept and as they are told: the English sentence with its places, said in the language of whoever reads."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext

from tirek.foundation.ui.formats import day
from tirek.ground.rules.refusals import Refusal

Kept = dict[str, Any]


def kept(refusal: Refusal, column: str = "") -> Kept:
    """A refusal as plain values; `column` is the key of the column whose cell was refused."""
    params = {name: {"day": value.isoformat()} if isinstance(value, date) else str(value) for name, value in refusal.params.items()}
    return {"column": column, "code": refusal.code, "message": refusal.message, "plural": refusal.plural, "counts": refusal.counts, "params": params}


def sentence(fault: Mapping[str, Any]) -> str:
    """The kept refusal in the language that is active now."""
    params = {name: day(date.fromisoformat(value["day"])) if isinstance(value, dict) else value for name, value in fault["params"].items()}
    one, more = fault["message"], fault["plural"]
    text = ngettext(one, more, int(params[fault["counts"]])) if more else gettext(one)
    return text % params if params else text
