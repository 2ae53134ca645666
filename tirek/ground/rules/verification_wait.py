"""When the mechanism should look for itself: an authority said something that can be looked at, and nobody has looked since.

It reads days and words; it knows no calendar and never turns a word of the authority into a finding.
"""

from collections.abc import Iterable
from datetime import date

LOOKABLE = frozenset({"accepted", "partly_accepted", "in_progress", "claimed_implemented"})
"""Words after which there is something to look at. After a mere receipt or a refusal there is not."""
REFUSED = "rejected"
"""The word that takes back what was said before it."""
CLOSED = "obsolete"
"""The outcome after which nobody looks again, unless something newer was found."""


def awaits_verification(answers: Iterable[tuple[str, date, date]], verifications: Iterable[tuple[str, date]]) -> date | None:
    """The day since which a verification is awaited, or None. Triples of (word, day written, day received) and pairs of (outcome, day verified), each
    in any order.

    It is the day on which the first lookable answer was received after everything that was verified, unless a refusal came after it, so that
    writing again does not put the look off. An answer received on the very day of a verification counts as looked at. Letters are ordered as they
    were written, of one day as they were received; a refusal of both the same days takes back. What is entered late stands where its days put it.
    """
    told, looked = tuple(answers), tuple(verifications)
    last = max((on for _, on in looked), default=date.min)
    if (CLOSED, last) in looked:
        return None
    refused = max(((written, received) for word, written, received in told if word == REFUSED), default=(date.min, date.min))
    waiting = (received for word, written, received in told if word in LOOKABLE and received > last and (written, received) > refused)
    return min(waiting, default=None)
