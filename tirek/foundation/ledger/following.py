"""Who follows what is recorded: rooms that keep something beside the rows, such as an index, and bring it up within the act that changed them.

It knows no follower's meaning. A follower writes no ledgered row: the act's entry is written already, and the ledger's head is held until it commits.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from tirek.foundation.ledger.acts import OpenAct
from tirek.foundation.ledger.models import Head

Touched = Mapping[str, list[str]]
"""Model label -> ids of its rows that the act saved or deleted; and `whole_of(model)` -> ids of the things that those rows are, or were, parts of."""
_followers: list[Callable[[Touched], None]] = []
_kept: ContextVar[dict[str, dict[str, None]] | None] = ContextVar("kept", default=None)
"""What the acts of a block told together have touched so far."""


def follow(follower: Callable[[Touched], None]) -> None:
    """Calls it at the end of every act that touched rows, in the act's transaction: what it raises undoes the act. For apps' ready()."""
    if follower not in _followers:
        _followers.append(follower)


@contextmanager
def told_together() -> Iterator[None]:
    """Tells the followers once, at the end, of all that the acts inside touch: for many acts within one transaction, which the block must be in.

    An exception inside tells nobody: the transaction that the acts stand in is taken back with them. Raises RuntimeError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("Acts are told together only within one transaction: what was committed before a failure would never be told.")
    mark = _kept.set({})
    try:
        yield
        touched = {label: list(rows) for label, rows in (_kept.get() or {}).items()}
    finally:
        _kept.reset(mark)
    tell_followers(touched)


def tell_of_rows(act: OpenAct) -> None:
    """Tells all followers what an act touched, or keeps it for the end of the block that tells together."""
    kept = _kept.get()
    touched: dict[str, list[str]] = {}
    for model, row in act.touched:
        touched.setdefault(model._meta.label, []).append(row)
    touched |= {column: list(things) for column, things in act.wholes.items()}
    if kept is None:
        tell_followers(touched)
        return
    for label, rows in touched.items():
        kept.setdefault(label, {}).update(dict.fromkeys(rows))


def tell_followers(touched: Touched) -> None:
    """Each follower in turn, unless nothing was touched."""
    if touched:
        for follower in _followers:
            follower(touched)


def hold_acts() -> None:
    """Lets no act end before the caller's transaction does: what is read now is what stands until then. Hold no other lock."""
    list(Head.objects.select_for_update().filter(pk=1))
