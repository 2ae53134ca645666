"""Derived values: a formula over stated ones, exact, and compared with what a source states of the same. It knows values, no row and no page."""

from calendar import isleap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tirek.foundation.jurisdictions.measures import DAYS_OF_YEAR, Indicator
from tirek.ground.figures.checks.rates import check_rate
from tirek.ground.figures.quantities import Quantity, counted
from tirek.ground.rules.words import Words

PLACES = 4
"""Decimal places kept of a result that has no end; it is then marked as rounded."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A stated number that a formula may use: exact decimal text, currency, other sums of money, scope as its source says, whether its year is inferred."""

    amount: str
    currency: str
    also: tuple[tuple[str, str], ...]
    scope: Words
    inferred: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula gives: exact decimal text (rounded where it has no end) and its currency."""

    amount: str
    currency: str
    rounded: bool


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived value with the two operands it was computed from, by code, and the scopes they have by their sources."""

    numerator: str
    denominator: str
    times: int
    results: tuple[Result, ...]
    scopes: tuple[Words, Words]
    inferred: bool

    @property
    def scopes_differ(self) -> bool:
        """Whether what is divided and what it is divided by are of different bodies, as far as the sources say."""
        return not self.scopes[0].same_as(self.scopes[1])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a source states of a derived value against the formula: verdict and the calculation in signs."""

    verdict: str
    calculation: str


def derived(definition: Indicator, operands: Mapping[str, Operand], year: int) -> Derived | None:
    """The formula's result for a year, or nothing where an operand is not stated, or stated more than once."""
    if definition.numerator is None or definition.denominator is None:
        return None
    top, bottom = operands.get(definition.numerator), operands.get(definition.denominator)
    if definition.denominator == DAYS_OF_YEAR and top is not None:
        bottom = Operand(str(366 if isleap(year) else 365), "", (), top.scope, False)
    if top is None or bottom is None or not Decimal(bottom.amount):
        return None
    sums = [(top.amount, top.currency), *top.also]
    results = tuple(_result(amount, bottom.amount, definition.times, currency) for amount, currency in sums)
    return Derived(definition.numerator, definition.denominator, definition.times, results, (top.scope, bottom.scope), top.inferred or bottom.inferred)


def compared(definition: Indicator, stated: str, operands: Mapping[str, Operand]) -> Comparison | None:
    """The stated amount of a derived value against its formula; nothing where an operand is missing."""
    top, bottom = operands.get(definition.numerator or ""), operands.get(definition.denominator or "")
    if top is None or bottom is None:
        return None
    outcome = check_rate(quantity(top.amount), quantity(bottom.amount), quantity(stated), definition.times)
    return Comparison(str(outcome.verdict), outcome.calculation)


def quantity(amount: str) -> Quantity:
    """A stated amount as printed: its last digit is the place it may have been rounded at."""
    places = -int(Decimal(amount).as_tuple().exponent)
    return counted(Fraction(amount), step=Fraction(1, 10**places) if places > 0 else 1)


def _result(numerator: str, denominator: str, times: int, currency: str) -> Result:
    exact = Fraction(numerator) / Fraction(denominator) * times
    text, rounded = told(exact)
    return Result(text, currency, rounded)


def told(exact: Fraction, places: int = PLACES) -> tuple[str, bool]:
    """Exact decimal text of a number, rounded where it has more places; and whether it was."""
    cut = round(exact * 10**places)
    text = format(Decimal(cut).scaleb(-places).normalize(), "f")
    return text, Fraction(text) != exact


def operands_of(stated: Mapping[str, Sequence[Operand]]) -> dict[str, Operand]:
    """The numbers that a formula may use: those of which just one stands."""
    return {code: found[0] for code, found in stated.items() if len(found) == 1}
