"""Marks by the ledger's key on what leaves the house in a file and comes back. Every key that has signed this log is known when it comes back."""

from collections.abc import Mapping

from tirek.foundation.ledger.checkpoints import signing_key, verifiers
from tirek.ground.proof.marks import holds, mark


def marked(values: Mapping[str, object]) -> str:
    """The mark of these values. Raises KeyRefused where the key is damaged."""
    return mark(signing_key(), values)


def mark_holds(values: Mapping[str, object], given: str) -> bool:
    """Whether a mark was made here over exactly these values."""
    return holds([each.public for each in verifiers()], values, given)
