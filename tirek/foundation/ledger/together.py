"""Doing the same to several things in one transaction, each by an act of its own: what is refused of one keeps no other back. It knows no thing.

The rows are locked before the first act: an act locks its row and then the ledger's head, so that a second row locked after the first act
could wait for somebody who waits for the head.
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from tirek.foundation.ledger.services import rehearsed
from tirek.ground.rules.refusals import Refusal

Outcomes = dict[UUID, Refusal | None]
"""What was refused of each thing, by its id; None where nothing was."""


def together(
    ids: Iterable[UUID], work: Callable[[UUID], object], *, rows: "QuerySet[Any]", tried: bool, stops: tuple[type[Refusal], ...] = ()
) -> Outcomes:
    """Each thing with what is refused of it. `tried`: all of it is taken back. `rows` are locked, as far as they are named; `stops` are refusals of the whole.

    Raises those that stop.
    """
    ids = list(dict.fromkeys(ids))
    found: Outcomes = {}
    with rehearsed() if tried else transaction.atomic():
        list(rows.filter(pk__in=ids).order_by("pk").select_for_update(of=("self",), no_key=True).values_list("pk"))
        for each in ids:
            try:
                work(each)
                found[each] = None
            except stops:
                raise
            except Refusal as refusal:
                found[each] = refusal
    return found
