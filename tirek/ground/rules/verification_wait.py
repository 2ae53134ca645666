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
"""The outcome after which nobody looks again."""


def awaits_verification(answers: Iterable[tuple[str, date]], verifications: Iterable[tuple[str, date]]) -> date | None:
    """The day since which a verification is awaited, or None. Pairs of (word, day received) and (outcome, day verified), each in any order.

    It is the day of the first lookable answer after everything that was verified and after every refusal, so that writing again does not
    put the look off; an answer received on the very day of a verification counts as looked at, one of the day of a refusal as taken back.
    """
    told, looked = tuple(answers), tuple(verifications)
    if any(outcome == CLOSED for outcome, _ in looked):
        return None
    settled = max((*(on for _, on in looked), *(on for word, on in told if word == REFUSED)), default=date.min)
    return min((on for word, on in told if word in LOOKABLE and on > settled), default=None)
