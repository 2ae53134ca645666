"""The units of docs/reference/claims.md as words. It knows nothing else."""

from django.utils.translation import pgettext_lazy

UNITS = {
    "persons": pgettext_lazy("unit", "persons"),
    "members": pgettext_lazy("unit", "members"),
    "cases": pgettext_lazy("unit", "cases"),
    "complaints": pgettext_lazy("unit", "complaints"),
    "statements": pgettext_lazy("unit", "statements"),
    "decisions": pgettext_lazy("unit", "decisions"),
    "sentences": pgettext_lazy("unit", "court sentences"),
    "recommendations": pgettext_lazy("unit", "recommendations"),
    "reports": pgettext_lazy("unit", "reports"),
    "visits": pgettext_lazy("unit", "visits"),
    "places": pgettext_lazy("unit", "places"),
    "cameras": pgettext_lazy("unit", "cameras"),
    "badges": pgettext_lazy("unit", "body badges"),
    "terminals": pgettext_lazy("unit", "terminals"),
    "bodies": pgettext_lazy("unit", "bodies and organisations"),
    "countries": pgettext_lazy("unit", "countries"),
    "languages": pgettext_lazy("unit", "languages"),
    "cells": pgettext_lazy("unit", "cells"),
    "beds": pgettext_lazy("unit", "beds"),
    "deaths": pgettext_lazy("unit", "deaths"),
    "interviews": pgettext_lazy("unit", "interviews"),
    "findings": pgettext_lazy("unit", "findings"),
    "trainings": pgettext_lazy("unit", "trainings"),
    "inspections": pgettext_lazy("unit", "inspections"),
    "proceedings": pgettext_lazy("unit", "proceedings"),
    "calls": pgettext_lazy("unit", "calls"),
    "years": pgettext_lazy("unit", "years"),
    "months": pgettext_lazy("unit", "months"),
    "weeks": pgettext_lazy("unit", "weeks"),
    "days": pgettext_lazy("unit", "days"),
    "hours": pgettext_lazy("unit", "hours"),
    "minutes": pgettext_lazy("unit", "minutes"),
    "square_metres": pgettext_lazy("unit", "square metres"),
    "kilometres": pgettext_lazy("unit", "kilometres"),
    "percent": pgettext_lazy("unit", "per cent"),
    "percentage_points": pgettext_lazy("unit", "percentage points"),
    "times": pgettext_lazy("unit", "times (a ratio)"),
    "points": pgettext_lazy("unit", "points"),
}
MONEY = pgettext_lazy("unit", "money")
"""The unit of an indicator whose values say which money they are."""


def unit_word(unit: str | None) -> str:
    """What is counted; money and units unknown to the list stand as they are, a rate is "persons / day"."""
    if not unit:
        return ""
    return " / ".join(str({**UNITS, "money": MONEY}.get(each, each)) for each in unit.split("/"))
