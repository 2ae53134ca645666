"""Two profiles side by side, because the reader asked for these two: years of one country, or two countries. Nothing is ranked.

A change is computed between two years of one country alone, and only where the definition is the same and no break in the series lies between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from tirek.ground.rules.words import Words
from tirek.insight.publications.queries.editions import edition
from tirek.insight.publications.queries.profiles import ShownLine, shown_profile
from tirek.insight.publications.queries.series import changed_over, told_change

Plain = Mapping[str, Any]
Side = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ShownPair:
    """One definition on both sides, and what may be said of the change: "" where nothing is to be said. `fell`: a fall that has rival explanations."""

    name: Words
    left: ShownLine
    right: ShownLine
    change: str
    fell: bool


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """Two profiles side by side, heading by heading."""

    left: Side
    right: Side
    headings: tuple[tuple[Words, tuple[ShownPair, ...]], ...]

    @property
    def one_country(self) -> bool:
        """Whether both sides are of one country."""
        return self.left[0] == self.right[0]


def compared(left: Side, right: Side) -> ShownComparison:
    """Two years that were published, the left one first. Raises NotFound. Costs four queries."""
    sides = [edition("profile", country, str(year)) for country, year in (left, right)]
    shown = [shown_profile(country, one) for (country, _year), one in zip((left, right), sides, strict=True)]
    others = {line.code: line for line in shown[1].lines}
    told = [{line["code"]: line for line in one.body["lines"]} for one in sides]
    headings = []
    for heading in shown[0].headings:
        pairs = [pair(line, others[line.code], [side[line.code] for side in told], (left, right)) for line in heading.lines if line.code in others]
        headings.append((heading.name, tuple(pairs)))
    return ShownComparison(left, right, tuple(headings))


def pair(left: ShownLine, right: ShownLine, told: Sequence[Plain], sides: tuple[Side, Side]) -> ShownPair:
    """One definition on both sides."""
    said, fell = changing(told, sides)
    return ShownPair(left.name, left, right, said, fell)


def changing(told: Sequence[Plain], sides: tuple[Side, Side]) -> tuple[str, bool]:
    """What may be said of the change, and whether it is a fall with rival explanations."""
    amounts = [alone(line) for line in told]
    if sides[0][0] != sides[1][0] or sides[0][1] == sides[1][1] or None in amounts:
        return "", False
    if told[0]["version"] != told[1]["version"]:
        return _("Not computed: %(why)s") % {"why": _("the two years have different definitions.")}, False
    (first, before), (last, after) = sorted(zip((side[1] for side in sides), (amount or Fraction(0) for amount in amounts), strict=True))
    found = changed_over((first, before), (last, after), told[1]["breaks"])
    return told_change(found, told[1]["breaks"]), after < before and told[1]["series"]


def alone(line: Plain) -> Fraction | None:
    """The one exact number of a line."""
    exact = [one["amount"] for one in line["values"] if one["amount"] and one["hedge"] == "exact"]
    return Fraction(exact[0]) if len(exact) == 1 and len(line["values"]) == 1 else None

