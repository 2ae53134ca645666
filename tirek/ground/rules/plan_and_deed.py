"""A year's plan beside what was done: how each entry ended, and the counts of a year with their denominators. It knows no table and no clock."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tirek.ground.rules.visit_states import BEGUN

Ending = Literal["begun", "dropped", "cancelled", "ahead", "missed"]
"""How an entry ended: its visit has begun; it was dropped; its visit was cancelled; its days are still to come or run; or they went by."""


def ending(*, state: str, visit_state: str, last_day: date, today: date) -> Ending:
    """How an entry ended; `visit_state` is "" where no visit was opened, or where its reader may not know of it."""
    if visit_state in BEGUN:
        return "begun"
    if state == "dropped":
        return "dropped"
    if visit_state == "cancelled":
        return "cancelled"
    return "ahead" if last_day >= today else "missed"


@dataclass(frozen=True, slots=True)
class YearDeeds:
    """What was planned for a year and what was done in it.

    `planned` are its entries (dropped ones too), each of which is `begun`, `ahead`, or was not made. `visits` have begun in the year, `outside` of them
    without an entry of this year, or with one that was added after the plan was approved. `reported` of the visits have an issued report; of
    `advised` of those, with recommendations, `answered` have at least one answer.
    """

    year: int
    planned: int = 0
    begun: int = 0
    ahead: int = 0
    dropped: int = 0
    cancelled: int = 0
    missed: int = 0
    visits: int = 0
    outside: int = 0
    reported: int = 0
    advised: int = 0
    answered: int = 0

    @property
    def not_made(self) -> int:
        """Entries whose visit was not made and will not be."""
        return self.dropped + self.cancelled + self.missed

    @property
    def made_share(self) -> Decimal | None:
        """Of the entries whose time has come, those whose visit has begun; None without any."""
        return share(self.begun, self.begun + self.not_made)

    @property
    def report_share(self) -> Decimal | None:
        """Of the visits of the year, those with an issued report."""
        return share(self.reported, self.visits)

    @property
    def answer_share(self) -> Decimal | None:
        """Of the visits with a report and recommendations, those with an answer."""
        return share(self.answered, self.advised)


def share(part: int, whole: int) -> Decimal | None:
    """A share of one; None of nothing."""
    return Decimal(part) / Decimal(whole) if whole else None
