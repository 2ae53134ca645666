"""The country in one year, definition by definition, and a definition over the years: what may be published, with what a formula gives beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tirek.foundation.jurisdictions.measures import Indicator
from tirek.foundation.jurisdictions.queries import indicators
from tirek.ground.rules.actors import Actor
from tirek.insight.indicators.computing import Comparison, Derived, Operand, compared, derived, operands_of
from tirek.insight.indicators.models import BreakOverride, Value
from tirek.insight.indicators.queries.values import ValueFacts, facts

EXACT = ("exact", "about")
"""Hedges under which a number may be divided: a bound would make another bound, which nobody stated."""


@dataclass(frozen=True, slots=True)
class Line:
    """One definition in a year: the values of all sources that state it, what its formula gives, and each stated amount against the formula."""

    definition: Indicator
    values: tuple[ValueFacts, ...]
    derived: Derived | None
    comparisons: tuple[Comparison | None, ...]

    @property
    def known(self) -> bool:
        """Whether anything but a silence is there."""
        return self.derived is not None or any(not one.missing for one in self.values)


@dataclass(frozen=True, slots=True)
class Profile:
    """A country in a year."""

    country: str
    year: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series: its year and value."""

    year: int
    value: ValueFacts


@dataclass(frozen=True, slots=True)
class Series:
    """A definition over the years, in order; years without just one stated number are not there."""

    definition: Indicator
    points: tuple[Point, ...]


def years(*, by: Actor, country: str) -> tuple[int, ...]:
    """The years for which anything may be published, in order. One query."""
    rows = Value.objects.visible_to(by, country).standing().open_to_all()
    return tuple(sorted(set(rows.values_list("year", flat=True))))


def profile(year: int, *, by: Actor, country: str) -> Profile:
    """Every definition in that year, in the order of the profile. Two queries."""
    rows = Value.objects.visible_to(by, country).standing().open_to_all().filter(year=year).select_related("source", "superseded_by")
    stated: dict[str, list[ValueFacts]] = {}
    for one in facts(rows, by):
        stated.setdefault(one.indicator, []).append(one)
    operands = operands_of({code: [_operand(one) for one in found if one.amount and one.hedge in EXACT] for code, found in stated.items()})
    return Profile(country, year, tuple(_line(each, stated.get(each.code, []), operands, year) for each in indicators()))


def series_of(*, by: Actor, country: str) -> tuple[Series, ...]:
    """The definitions that are drawn over years and have a figure. Two queries."""
    drawn = {one.code: one for one in indicators() if one.series}
    rows = Value.objects.visible_to(by, country).standing().open_to_all().filter(indicator__in=drawn).exclude(amount="")
    found: dict[str, dict[int, list[ValueFacts]]] = {}
    for one in facts(rows.select_related("source", "superseded_by"), by):
        found.setdefault(one.indicator, {}).setdefault(one.year, []).append(one)
    return tuple(Series(drawn[code], _points(found[code])) for code in drawn if code in found)


def overrides_of(*, by: Actor, country: str) -> dict[tuple[str, str], str]:
    """Reasons recorded for computing over a break, by indicator and break. One query."""
    rows = BreakOverride.objects.visible_to(by, country)
    return {(row.indicator, row.break_id): row.reason for row in rows}


def _points(of_years: Mapping[int, list[ValueFacts]]) -> tuple[Point, ...]:
    return tuple(Point(year, found[0]) for year, found in sorted(of_years.items()) if len(found) == 1)


def _operand(one: ValueFacts) -> Operand:
    return Operand(one.amount, one.currency, one.also, one.scope, bool(one.inferred))


def _line(definition: Indicator, stated: list[ValueFacts], operands: Mapping[str, Operand], year: int) -> Line:
    comparisons = tuple(compared(definition, one.amount, operands) if one.amount and definition.numerator else None for one in stated)
    return Line(definition, tuple(stated), derived(definition, operands, year), comparisons)
