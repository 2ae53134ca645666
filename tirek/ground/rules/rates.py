"""How much of what was recommended is carried out: never one number. What the mechanism verified is the lower end, what authorities say beside it the upper.

Nothing is concluded from silence, and what an authority says and the mechanism saw to be otherwise stands apart. It counts; it ranks nobody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

CLAIMED = "claimed_implemented"
SILENT = frozenset({"none", "acknowledged"})


@dataclass(frozen=True, slots=True)
class Rate:
    """Of `total` recommendations in force: how many the mechanism `verified` as carried out; how many were `said` to be, verified or not (the upper end holds
    both); how many it verified as carried out in part; how many are said to be carried out and were verified as not, or as in part (`otherwise`); how many have no answer.
    """

    total: int
    verified: int
    said: int
    partly: int
    otherwise: int
    silent: int

    @property
    def lower(self) -> Decimal | None:
        """The share verified as carried out, of one; None of nothing."""
        return share(self.verified, self.total)

    @property
    def upper(self) -> Decimal | None:
        """The share verified as carried out or said to be, of one; None of nothing."""
        return share(self.said, self.total)


def share(part: int, whole: int) -> Decimal | None:
    """A part of a whole, exactly; None where the whole is nothing."""
    return Decimal(part) / Decimal(whole) if whole else None


def rate(counts: Mapping[tuple[str, str], int]) -> Rate:
    """The rate of recommendations counted by word and verification. What is no longer needed is left out: neither carried out nor open."""
    held = {key: count for key, count in counts.items() if key[1] != "obsolete"}

    def of(fits: Callable[[str, str], bool]) -> int:
        return sum(count for key, count in held.items() if fits(*key))

    return Rate(
        total=sum(held.values()),
        verified=of(lambda _word, found: found == "implemented"),
        said=of(lambda word, found: found == "implemented" or word == CLAIMED),
        partly=of(lambda _word, found: found == "partially_implemented"),
        otherwise=of(lambda word, found: word == CLAIMED and found in ("not_implemented", "partially_implemented")),
        silent=of(lambda word, _found: word in SILENT),
    )
