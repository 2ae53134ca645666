"""The nouns of indicators: their definitions, which all countries share, and what a country's documents state of them. They know no row and no formula's result."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from tirek.ground.rules.words import Words

Unit = Literal[
    "persons", "complaints", "cases", "decisions", "sentences", "statements", "cameras", "badges", "terminals", "days", "percent",
    "complaints/persons", "money", "money/persons/years", "money/persons/days",
]  # fmt: skip
Hedge = Literal["exact", "more_than", "less_than", "at_least", "at_most", "about", "almost"]
Missing = Literal["no_data", "not_collected", "not_published", "closed", "not_applicable"]
DAYS_OF_YEAR = "days_of_year"
"""What a formula may divide by beside an indicator: the days of the value's own year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the country profile; the order of the file is that of the page."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A scale of ordinal values: what each step means, in words, from 0 up."""

    code: str
    name: Words
    steps: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A definition: what is measured, in which unit or on which scale, and what counts as its source.

    `numerator` divided by `denominator`, times `times`, is its formula; where a source states it too, both are shown and compared. `profile` marks the values
    of the country profile; a `series` is drawn over years; `fall` names the explanations that a fall of it needs. A changed meaning is a new `version`.
    Those with a `row` and a `column` stand together as a table under their heading.
    """

    code: str
    heading: str
    kind: Literal["number", "ordinal", "text"]
    measure: Literal["structural", "process", "outcome", "context"]
    name: Words
    rule: Words
    version: int
    unit: Unit | None = None
    scale: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    times: int = 1
    profile: bool = False
    series: bool = False
    fall: Literal["complaints_fall"] | None = None
    row: Words | None = None
    column: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One of the things that a fall of a series may mean."""

    id: str
    about: Literal["complaints_fall"]
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The same sum in another money, as the source states it."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """What one source states of one indicator for one year: an amount, a step of the scale, words, or why there is none.

    `quote` must stand in the document; a `source` without a text held here is retold. `year` is `not_stated` where the document names none: vintages.yaml then
    says under which year it is filed. `scope` is which bodies the figure is of, as the source says; `superseded_by` a later value of another source,
    `as_of` the day at which it stood so, where the document names one.
    """

    id: str
    indicator: str
    year: int | None = field(metadata={"none": "not_stated"})
    amount: Decimal | None = None
    hedge: Hedge = "exact"
    currency: str | None = None
    also: tuple[Amount, ...] = ()
    step: int | None = None
    said: Words | None = None
    missing: Missing | None = None
    scope: Words | None = None
    remark: Words | None = None
    superseded_by: str | None = None
    as_of: date | None = None
    document: str | None = None
    speaker: str | None = None
    quote: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vintage:
    """The year under which the values of a document that states none are filed, and why. `id` is the document's."""

    id: str
    year: int
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break in the series of these indicators, by what a source says changed on that day: figures before and after are not compared."""

    id: str
    on: date
    indicators: tuple[str, ...]
    why: Words
    document: str
    speaker: str
    quote: str
