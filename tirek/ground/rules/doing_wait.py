"""Until when a recommendation is to be carried out: the day that the authority itself named, or else so long after it accepted. It knows no calendar.

It reads the authority's words alone. What the mechanism verified is another fact and no part of it: a body that reads its own clock learns nothing by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WILL_DO = frozenset({"accepted", "partly_accepted", "in_progress"})
"""Words by which an authority says that it will do something, or is doing it."""
ENDS = frozenset({"rejected", "claimed_implemented"})
"""Words after which nothing that was named before is waited for: a refusal takes it back, and what is said to be done is no longer to be done."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: its word, who gave it, when it was received, and the last day for carrying it out where it names one."""

    word: str
    speaker: str
    received: date
    named: date | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """What the clock runs from. `named`: `day` is the one that the authority named as its last; else it is the day on which it was first said that it would be done."""

    day: date
    named: bool
    speaker: str


def awaits_doing(answers: Iterable[Told]) -> Doing | None:
    """What the clock of carrying out runs from, or None where nothing is promised. Answers in the order in which they stand, the oldest first.

    The newest day that was named holds, even if it is later than the one before: both stand in the answers. Without any day it is the receipt of the first
    promise, so that writing again puts nothing off. A receipt alone says nothing. A day that was named holds while later answers name none.
    """
    first: Told | None = None
    named: Doing | None = None
    for each in answers:
        if each.word in ENDS:
            first = named = None
        elif each.word in WILL_DO:
            first = first or each
            named = Doing(each.named, True, each.speaker) if each.named else named
    if first is None:
        return None
    return named or Doing(first.received, False, first.speaker)
