"""What a plan holds, as values and as the plain JSON in which an amendment keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tirek.ground.rules.annual_plan import Line, Target
from tirek.ground.rules.revisions import revision_of


@dataclass(frozen=True, slots=True)
class Content:
    """What is written into a plan; targets in order of kind and region."""

    targets: tuple[Target, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: str = ""

    @property
    def revision(self) -> str:
        """The sign of the content: a writer who began from another is told. The same money has the same sign however many noughts it ends in."""
        return revision_of(*(str(each) for each in self.as_json()["targets"]), "", *(str(each) for each in self.as_json()["lines"]), self.notes)

    def as_json(self) -> dict[str, Any]:
        """The content in plain values; money as exact decimal text."""
        targets = [[each.place_kind, each.region, each.visits, each.days, each.travel_days, money(each.cost)] for each in self.targets]
        return {"targets": targets, "lines": [[each.what, money(each.amount)] for each in self.lines], "notes": self.notes}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Content":
        """The content that was kept."""
        targets = tuple(
            Target(kind, region, visits, days, travel, Decimal(cost)) for kind, region, visits, days, travel, cost in kept.get("targets", ())
        )
        return cls(targets, tuple(Line(what, Decimal(amount)) for what, amount in kept.get("lines", ())), kept.get("notes", ""))


def content(targets: Iterable[Target], lines: Iterable[Line], notes: str) -> Content:
    """The content, its targets in order, its texts without room around them."""
    ordered = tuple(sorted(targets, key=lambda each: each.cell))
    return Content(ordered, tuple(Line(each.what.strip(), each.amount) for each in lines), "\n".join(notes.split("\r\n")).strip())


def money(amount: Decimal) -> str:
    """Money as text, to the hundredth."""
    return format(amount.quantize(Decimal("0.01")), "f")
