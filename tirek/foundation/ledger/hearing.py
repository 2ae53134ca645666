"""Who hears of an act in the act's own transaction. Rooms above register for verbs at start; the ledger knows nothing of what they do.

What a hearer writes stands or falls with the act: an outbox needs no second look for what was lost between the two.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """What was recorded: the verb, by whom, about what, and whose country it is."""

    verb: str
    actor: str
    noun: str
    subject: str
    country: str


Hearer = Callable[[Act], None]
_hearers: dict[str, Hearer] = {}


def hear(verbs: Iterable[str], hearer: Hearer) -> None:
    """Registers who hears of these verbs; each verb has one hearer."""
    for verb in verbs:
        _hearers[verb] = hearer


def tell(act: Act) -> None:
    """Tells the verb's hearer, if there is one; within the act's transaction."""
    hearer = _hearers.get(act.verb)
    if hearer is not None:
        hearer(act)
