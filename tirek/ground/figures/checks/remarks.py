"""The remarks a check may add to its verdict: stable names, each told by a face as one sentence in the reader's language.

Each comment says what the sentence has to say, with the outcome's `values` in braces.
"""

from collections.abc import Sequence
from fractions import Fraction

from tirek.ground.figures.checks.signs import plain
from tirek.ground.figures.quantities import BOUNDS, Kind, Quantity

REMARKS = frozenset(
    {
        # Why it cannot be checked from the text
        "figure_missing",  # One of the figures is not given.
        "bounds_only",  # The text gives bounds only ("more than"); whether the figures agree cannot be told from them.
        "figure_open",  # One of the figures is stated as a bound or a range, which leaves both answers open.
        "division_by_nothing",  # A share or change of nothing is not defined.
        "years_missing",  # The text does not give the figures of {missing}; with them the others ({window}) would have to make {rest} more.
        "not_said_together",  # Whether these figures are meant together the text does not say; if they are, they do not agree.
        "whole_not_counted",  # Only a number of whole things can be tested for shares that are not possible.
        "every_share_possible",  # Of so many, every share printed this way is possible.
        "units_differ",  # Two stages count different things: {first} and {second}.
        "rest_not_told",  # Of the whole, {rest} are in none of these parts, if none is counted in two of them.
        "rise_and_fall",  # What is directly proportional rises and falls together; of {steps} steps the two went the same way in {same}.
        # What the figures give instead
        "rest_unaccounted",  # {rest} of the whole are in none of the parts.
        "parts_exceed_whole",  # Together the parts are {by} more than the whole.
        "part_exceeds_whole",  # The part is {by} more than the whole.
        "later_exceeds_earlier",  # At the later stage there are {by} more than at the earlier.
        "share_of_the_rest",  # The stated share fits what remains of the whole without the part, {rest}.
        "no_whole_number_gives_it",  # No whole number of {whole} makes {percent} as printed; the nearest are {below} and {above}.
        "percentage_points",  # The two shares differ by {points} percentage points, which is not the same as per cent.
        "from_the_later_figure",  # The per cent is right if counted from the later figure, not from the earlier.
        "to_not_by",  # The later figure is {percent} of the earlier; it did not change by so much.
        "other_direction",  # The size is right, but the change goes the other way.
        "counted_as_increase",  # The one is {quotient} times the other; the stated number counts only what was added.
        "holds_from_some",  # It holds counted from {holding}; from {others} it does not.
        "outside_range",  # {outside} lies outside the stated range; the figures run from {low} to {high}.
        "equal",  # The two figures are equal.
        "differ_by",  # The two figures differ by {by}.
        "printed_differently",  # One figure is printed {first} in one place and {second} in another.
        "rates_differ",  # The two pairs give the rates {first} and {second}.
        "finer_than_its_source",  # {exact} has more digits ({exact_digits}) than {rounded} ({rounded_digits}), from which it was made.
        "not_of_the_whole",  # Not everything listed inside the whole belongs to it.
        "unit_changed",  # One number is named with two units: {first} and {second}.
    }
)


def why_open(operands: Sequence[Quantity]) -> str:
    """Why figures that do not contradict one another do not confirm one another either."""
    if any(operand.kind is Kind.SILENCE for operand in operands):
        return "figure_missing"
    if sum(operand.hedge in BOUNDS for operand in operands) > 1:
        return "bounds_only"
    return "figure_open" if any(not operand.settled for operand in operands) else "division_by_nothing"


def told(**values: Fraction | int | str) -> tuple[tuple[str, str], ...]:
    """The values of a remark as texts, in the order given."""
    return tuple((name, value if isinstance(value, str) else plain(Fraction(value))) for name, value in values.items())
