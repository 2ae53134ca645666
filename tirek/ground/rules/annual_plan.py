"""A year's plan as values: targets by kind of place and region, lines of the budget, and what they come to beside what is planned and done.

Money is exact: decimals, never floats. It knows no table, no clock and no country.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal(0)
ANYWHERE = ""
"""The region of a target that holds for the whole country."""
Cell = tuple[str, str]
"""A kind of place and a region."""


@dataclass(frozen=True, slots=True)
class Target:
    """How many visits to one kind of place in one region (`ANYWHERE`: in all regions without a target of their own).

    `days` and `travel_days` are those of one visit; `cost` is the money for all visits of the line.
    """

    place_kind: str
    region: str
    visits: int
    days: int = 1
    travel_days: int = 0
    cost: Decimal = NOTHING

    @property
    def cell(self) -> Cell:
        """What the target is for."""
        return self.place_kind, self.region


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the budget that belongs to no target."""

    what: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of something in a cell, and the days that they take."""

    number: int = 0
    days: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.number + other.number, self.days + other.days)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the summary. `target` is None for what is planned or done outside all targets."""

    place_kind: str
    region: str
    target: int | None
    planned: int
    done: int
    days: int
    travel_days: int
    cost: Decimal
    planned_days: int = 0

    @property
    def left(self) -> int:
        """How many visits of the target are still to be made; never below nought, for more than the target owes nobody anything back."""
        return max(0, (self.target or 0) - self.done)


@dataclass(frozen=True, slots=True)
class Summary:
    """The lines, and what they come to together. `money` holds the lines of the budget too."""

    rows: tuple[Row, ...]
    target: int
    planned: int
    done: int
    left: int
    days: int
    travel_days: int
    money: Decimal


def summed(
    targets: Iterable[Target], lines: Iterable[Line], planned: Mapping[Cell, Counted], done: Mapping[Cell, int]
) -> Summary:
    """Targets beside what is planned and done. Each visit counts at one line: its region's, else the whole country's, else one without a target."""
    given = {each.cell: each for each in targets}
    counted: dict[Cell, Counted] = {}
    made: dict[Cell, int] = {}
    for cell, found in planned.items():
        at = line_of(cell, given)
        counted[at] = counted.get(at, Counted()) + found
    for cell, number in done.items():
        at = line_of(cell, given)
        made[at] = made.get(at, 0) + number
    cells = [*given, *sorted((counted.keys() | made.keys()) - given.keys())]
    rows = tuple(row_of(cell, given.get(cell), counted.get(cell, Counted()), made.get(cell, 0)) for cell in cells)
    money = sum((each.cost for each in rows), NOTHING) + sum((each.amount for each in lines), NOTHING)
    return Summary(
        rows, money=money, target=sum(each.target or 0 for each in rows), planned=sum(each.planned for each in rows), done=sum(each.done for each in rows),
        left=sum(each.left for each in rows), days=sum(each.days for each in rows), travel_days=sum(each.travel_days for each in rows),
    )  # fmt: skip


def line_of(cell: Cell, given: Mapping[Cell, Target]) -> Cell:
    """The line at which a visit in the cell counts."""
    kind, _region = cell
    return (kind, ANYWHERE) if cell not in given and (kind, ANYWHERE) in given else cell


def row_of(cell: Cell, target: Target | None, planned: Counted, done: int) -> Row:
    """One line of the summary."""
    kind, region = cell
    if target is None:
        return Row(kind, region, None, planned.number, done, 0, 0, NOTHING, planned.days)
    days, travel = target.visits * target.days, target.visits * target.travel_days
    return Row(kind, region, target.visits, planned.number, done, days, travel, target.cost, planned.days)


@dataclass(frozen=True, slots=True)
class Change:
    """What an amendment did to one target: as it was, as it is; None where there was, or is, none."""

    before: Target | None
    after: Target | None


def changes(before: Iterable[Target], after: Iterable[Target]) -> tuple[Change, ...]:
    """The targets that differ, in the order of the later ones, those that went last."""
    held = {each.cell: each for each in before}
    now = {each.cell: each for each in after}
    kept = [Change(held.get(cell), each) for cell, each in now.items() if held.get(cell) != each]
    return (*kept, *(Change(each, None) for cell, each in held.items() if cell not in now))
