"""Who follows what is recorded: rooms that keep something beside the rows, such as an index, and bring it up within the act that changed them.

It knows no follower's meaning. A follower writes no ledgered row: the act's entry is written already, and the ledger's head is held until it commits.
"""

from collections.abc import Callable, Mapping

from tirek.foundation.ledger.acts import OpenAct
from tirek.foundation.ledger.models import Head

Touched = Mapping[str, list[str]]
"""Model label -> ids of its rows that the act saved or deleted."""
_followers: list[Callable[[Touched], None]] = []


def follow(follower: Callable[[Touched], None]) -> None:
    """Calls it at the end of every act that touched rows, in the act's transaction: what it raises undoes the act. For apps' ready()."""
    if follower not in _followers:
        _followers.append(follower)


def tell_of_rows(act: OpenAct) -> None:
    """Tells all followers what an act touched."""
    touched: dict[str, list[str]] = {}
    for model, row in act.touched:
        touched.setdefault(model._meta.label, []).append(row)
    if touched:
        for follower in _followers:
            follower(touched)


def hold_acts() -> None:
    """Lets no act end before the caller's transaction does: what is read now is what stands until then. Hold no other lock."""
    list(Head.objects.select_for_update().filter(pk=1))
