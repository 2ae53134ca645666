"""Where a series breaks: a change from one year to another is computed only where no break lies between them.

A change over a break is explained, not computed, unless somebody overrode that break with a reason that stands beside the result.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class BreakDay:
    """A day at which a series breaks: what a source says changed then; whether things are counted alike before and after it need not say."""

    id: str
    on: date


@dataclass(frozen=True, slots=True)
class Change:
    """From one year to another: the difference and, where the earlier is not nothing, the change as a share of it. Both None where it is not computed.

    `crossed` are the breaks between the two; `overridden` the reasons that were given for computing all the same.
    """

    difference: Fraction | None
    share: Fraction | None
    crossed: tuple[BreakDay, ...]
    overridden: tuple[str, ...] = ()

    @property
    def computed(self) -> bool:
        """Whether there is a result."""
        return self.difference is not None


def crossed(first: int, last: int, breaks: Iterable[BreakDay]) -> tuple[BreakDay, ...]:
    """The breaks between the figures of two years, in order of time. A break within a year lies between that year and both its neighbours."""
    early, late = sorted((first, last))
    if early == late:
        return ()
    found = [one for one in breaks if date(early, 1, 1) < one.on <= date(late, 12, 31)]
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def change(before: tuple[int, Fraction], after: tuple[int, Fraction], breaks: Iterable[BreakDay], reasons: Mapping[str, str] | None = None) -> Change:
    """The change from one year's figure to another's. `reasons` are those recorded for overriding a break, by its id; a blank one does not count."""
    between = crossed(before[0], after[0], breaks)
    told = {key: reason.strip() for key, reason in (reasons or {}).items()}
    if any(not told.get(one.id) for one in between):
        return Change(None, None, between)
    difference = after[1] - before[1]
    share = difference / before[1] if before[1] else None
    return Change(difference, share, between, tuple(told[one.id] for one in between))
