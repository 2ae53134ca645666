"""Passages of a brought file that could name a person: shown once, and confirmed as they were shown. It judges no text itself."""

from collections.abc import Iterable

from django.http import HttpRequest

from tirek.followup.exchange.services import RowOutcome
from tirek.followup.exchange.services.bringing import passages_of

MOST = 500


def shown_passages(found: Iterable[RowOutcome]) -> list[str]:
    """What of the rows that were refused for it could name a person, each once."""
    refused = (each.row for each in found if each.refusal is not None and each.refusal.code == "row-may-name")
    return sorted({passage for row in refused for passage in passages_of(row)})[:MOST]


def confirmed_passages(request: HttpRequest) -> frozenset[str]:
    """The passages that stood on the page, if the person says of them that they name nobody."""
    return frozenset(request.POST.getlist("looked")[:MOST]) if request.POST.get("confirmed") else frozenset()
