"""How likely two or more figures agree with a third by chance alone, from how finely they are told.

A share of a whole of 40 takes one of 41 values, so a stated share meets it more often by chance than one of a whole of 4 000. Figures that are
told in round numbers take fewer values still: what counts is how many of their `grain` a whole has.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import log

from ...quantities import Interval

LEAST = 1e-5
"""No agreement is rarer than this: somebody may have told one thing twice."""
_FINEST = 10**6
_SPREAD = log(1000)
"""Quotients of what a text counts are spread over about three powers of ten."""


def grain(values: Sequence[Fraction]) -> Fraction:
    """The greatest of … 0.1, 1, 5, 10, 50, 100 … that all the values are multiples of."""
    unit = Fraction(1)
    while any((value / unit).denominator != 1 for value in values) and unit * _FINEST > 1:
        unit /= 10
    while all((value / (unit * 10)).denominator == 1 for value in values) and unit < 10**15:
        unit *= 10
    return unit * 5 if all((value / (unit * 5)).denominator == 1 for value in values) else unit


def of_share(values: Sequence[Fraction], whole: Fraction, width: Fraction, *, exact: bool) -> float:
    """That a part meets a stated share: one value of as many as the whole has, or all within the share's `width`, a fraction of the whole."""
    one = float(grain(values) / whole)
    return min(1.0, max(LEAST, one if exact else max(one, float(width))))


def of_quotient(values: Sequence[Fraction], stated: Interval, greater: Fraction, *, exact: bool) -> float:
    """That a quotient meets a stated one: within its rounding among all quotients, or exactly, as one value of as many as the greater figure could have had."""
    one = float(grain(values) / greater)
    if exact or not stated.low or not stated.high:
        return min(1.0, max(LEAST, one))
    return min(1.0, max(LEAST, one, log(float(stated.high / stated.low)) / _SPREAD))


def of_total(values: Sequence[Fraction], total: Fraction) -> float:
    """That figures add up to a stated one exactly, or differ by it."""
    return min(1.0, max(LEAST, 2 * float(grain(values) / total)))
