"""Checks at start: the ledger refuses models whose rows could change behind its back."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db import models

from tirek.foundation.ledger.rows import LedgeredRow


@register()
def rows_can_be_followed(**_: Any) -> list[CheckMessage]:
    """Cascades, automatic many-to-many tables and floats cannot be followed or written exactly: refuse to start with them."""
    found: list[CheckMessage] = []
    for model in apps.get_models():
        if not issubclass(model, LedgeredRow):
            continue
        for field in model._meta.get_fields(include_parents=False):
            fault = fault_of(field)
            if fault:
                found.append(Error(f"{model._meta.label}.{field.name} {fault}", id="tirek.L001"))
    return found


def fault_of(field: Any) -> str:
    """Why the ledger cannot follow a field; an empty string when it can."""
    if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is not models.PROTECT:
        return "must use on_delete=PROTECT: the ledger does not see cascades."
    if isinstance(field, models.ManyToManyField) and field.remote_field.through and field.remote_field.through._meta.auto_created:
        return "must name its own through model: the ledger does not see automatic tables."
    if isinstance(field, models.FloatField):
        return "must be a DecimalField: floats have no exact form."
    return ""
