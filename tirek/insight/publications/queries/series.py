"""Reading what is drawn over the years: points, breaks between them, and each step from year to year, computed or explained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.series_breaks import BreakDay, Change, change
from tirek.ground.rules.words import Words
from tirek.insight.publications import measures
from tirek.insight.publications.measures import SERIES, words
from tirek.insight.publications.queries.editions import Version, edition, newest_of
from tirek.insight.publications.words import unit_word

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A figure of a series, whether its year is inferred, and what is to be said of it. `way` counts the stretches between breaks from 1: it rises at each break."""

    year: int
    amount: str
    value: Fraction
    inferred: bool
    document: str
    speaker: Words
    remark: Words
    way: int


@dataclass(frozen=True, slots=True)
class ShownBreak:
    """A break in the series, by its day; `override` is the reason why changes are computed all the same, "" where there is none."""

    on: date
    why: Words
    document: str
    quote: str
    override: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """From one year's figure to the next: the change in words, or why it is not computed. `fell`: the later figure is the lower."""

    first: int
    last: int
    told: str
    computed: bool
    fell: bool


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A definition over the years, as published. `explanations` say what a fall may mean; their order here means nothing."""

    country: str
    code: str
    name: Words
    unit: str
    rule: Words
    version: Version
    points: tuple[ShownPoint, ...]
    breaks: tuple[ShownBreak, ...]
    steps: tuple[ShownStep, ...]
    explanations: tuple[Words, ...]

    @property
    def fell(self) -> bool:
        """Whether a fall is to be explained: one is there, and it is of a kind that has rival explanations."""
        return bool(self.explanations) and any(step.fell for step in self.steps)


def series(country: str, code: str) -> ShownSeries:
    """One series of a country's newest edition. Raises NotFound. Costs two queries."""
    found = edition("profile", country, SERIES)
    told = next((one for one in found.body["series"] if one["code"] == code), None)
    if told is None:
        raise NotFound
    return shown_series(country, told, found.version)


def series_published(country: str) -> tuple[tuple[str, Words], ...]:
    """Code and name of each series of a country that has more than one figure. Costs one query."""
    found = next((one for one in newest_of("profile", country) if one.key == SERIES), None)
    return tuple((one["code"], words(one["name"])) for one in (found.body["series"] if found else ()) if len(one["points"]) > 1)


def shown_series(country: str, told: Plain, version: Version) -> ShownSeries:
    """A frozen series in the reader's words."""
    days = break_days(told["breaks"])
    points: list[ShownPoint] = []
    for one in told["points"]:
        way = 1 if not points else points[-1].way + (not change((points[-1].year, Fraction(0)), (one["year"], Fraction(0)), days).computed)
        shown = measures.amount(one, told["unit"])
        points.append(ShownPoint(one["year"], shown, Fraction(one["amount"]), bool(one["inferred"]), one["document"], words(one["speaker"]), words(one["remark"]), way))
    steps = tuple(step_of(before, after, told["breaks"]) for before, after in pairwise(points))
    breaks = tuple(ShownBreak(date.fromisoformat(one["on"]), words(one["why"]), one["document"], one["quote"], one["override"]) for one in told["breaks"])
    explanations = tuple(words(one) for one in told["explanations"])
    return ShownSeries(
        country, told["code"], words(told["name"]), unit_word(told["unit"]), words(told["rule"]), version, tuple(points), breaks, steps, explanations
    )


def step_of(before: ShownPoint, after: ShownPoint, breaks: Sequence[Plain]) -> ShownStep:
    """The step between two points."""
    found = changed_over((before.year, before.value), (after.year, after.value), breaks)
    return ShownStep(before.year, after.year, told_shortly(found), found.computed, after.value < before.value)


def changed_over(before: tuple[int, Fraction], after: tuple[int, Fraction], breaks: Sequence[Plain]) -> Change:
    """A change by the ground rule, with the overrides that stand in the edition."""
    return change(before, after, break_days(breaks), {one["id"]: one["override"] for one in breaks})


def told_change(found: Change, breaks: Sequence[Plain]) -> str:
    """A change in words; where it is not computed, why."""
    crossed = {one.id for one in found.crossed}
    whys = [measures.said(words(one["why"])) for one in breaks if one["id"] in crossed]
    return measures.changed(found, " ".join(whys))


def told_shortly(found: Change) -> str:
    """The same where the reason stands on the page already."""
    return measures.changed(found, _("a break in the series lies between"))


def break_days(breaks: Sequence[Plain]) -> list[BreakDay]:
    """The frozen breaks as the ground rule knows them."""
    return [BreakDay(one["id"], date.fromisoformat(one["on"])) for one in breaks]
