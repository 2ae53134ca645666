"""The figures of a sheet for a speech: a part of a whole on a day, or an interval of one. What is too small to be told is not told. It knows no table and no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tirek.ground.rules.small_cells import LEAST

FIGURES = (
    "visits_made", "places_visited", "places_never", "places_past", "reports_issued", "reports_answered", "answered", "carried_out", "repeated", "overdue",
)  # fmt: skip
"""The ten, in the order of the sheet: what was done, what came of it, what is open."""
OF_THE_PLAN = frozenset({"visits_made"})
"""Figures whose rest is planned visits that were not made: one or two of these would point at them. With the whole, and all visits of the year beside it, the rest of a figure that
is not told could be had by subtraction: it is not told either."""
OF_THE_REST = OF_THE_PLAN | {"places_visited"}
"""Figures whose rest is not told where it is one or two: of places that nobody visited yet, because it bounds how many were never visited, and because the next visit goes there."""
Beside = tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted: `part` of `whole` on the day `on`; with `upper` an interval from `part` up to it. `beside`: other counts of the same things, by name."""

    code: str
    on: date
    part: int
    whole: int
    upper: int | None = None
    beside: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The same as it may be told: None where a count is too small. `interval`: whether there are two ends, told or not."""

    code: str
    on: date
    part: int | None
    whole: int | None
    upper: int | None = None
    interval: bool = False
    beside: Beside = ()

    @property
    def low(self) -> Decimal | None:
        """The share, or the lower end of it, of one; None where it is not told or there is nothing to count."""
        return share(self.part, self.whole)

    @property
    def high(self) -> Decimal | None:
        """The upper end of an interval; None elsewhere."""
        return share(self.upper, self.whole)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing of which a part could be told."""
        return self.whole == 0

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "code": self.code, "on": self.on.isoformat(), "part": self.part, "whole": self.whole, "upper": self.upper, "interval": self.interval,
            "beside": [list(each) for each in self.beside],
        }  # fmt: skip

    @classmethod
    def of_json(cls, plain: Mapping[str, Any]) -> "Told":
        """From what `to_json` gave."""
        return cls(plain["code"], date.fromisoformat(plain["on"]), plain["part"], plain["whole"], plain["upper"], plain["interval"], tuple((name, count) for name, count in plain["beside"]))


def share(part: int | None, whole: int | None) -> Decimal | None:
    """A part of a whole, exactly; None where one is not told or the whole is nothing."""
    return Decimal(part) / Decimal(whole) if part is not None and whole else None


def small(count: int | None) -> bool:
    """Whether a count is too small to be told: one or two point at what is meant. A nought points at nothing."""
    return count is not None and 0 < count < LEAST


def told(counted: Counted) -> Told:
    """What may be told of it. Of a whole that is too small nothing is; of an interval both ends or none, since one alone would flatter or blame."""
    ends = [counted.part] if counted.upper is None else [counted.part, counted.upper]
    rests = [counted.whole - end for end in ends] if counted.code in OF_THE_REST else []
    hidden = small(counted.whole) or any(map(small, [*ends, *rests]))
    whole = None if small(counted.whole) or (hidden and counted.code in OF_THE_PLAN) else counted.whole
    return Told(
        counted.code, counted.on, None if hidden else counted.part, whole,
        None if hidden else counted.upper, counted.upper is not None, tuple((name, None if small(count) else count) for name, count in counted.beside),
    )  # fmt: skip
