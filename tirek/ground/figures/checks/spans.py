"""Arithmetic of intervals, exact and with open ends: what a sum or a quotient may be when its terms may be this or that."""

from fractions import Fraction

from tirek.ground.figures.quantities import Interval, exactly

NOTHING_OR_MORE = Interval(Fraction(0), None)
MORE_THAN_NOTHING = Interval(Fraction(0), None, low_inside=False)


def negative(span: Interval) -> Interval:
    """The values with their signs turned."""
    low = None if span.high is None else -span.high
    high = None if span.low is None else -span.low
    return Interval(low, high, span.high_inside, span.low_inside)


def plus(one: Interval, other: Interval) -> Interval:
    """Every sum of a value of the one and a value of the other."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Interval(low, high, one.low_inside and other.low_inside, one.high_inside and other.high_inside)


def minus(one: Interval, other: Interval) -> Interval:
    """Every difference of a value of the one and a value of the other."""
    return plus(one, negative(other))


def scaled(span: Interval, factor: Fraction | int) -> Interval:
    """The values times a positive factor."""
    low = None if span.low is None else span.low * factor
    high = None if span.high is None else span.high * factor
    return Interval(low, high, span.low_inside, span.high_inside)


def over(one: Interval, other: Interval) -> Interval | None:
    """Every quotient of a value of the one and a positive value of the other; None where there is no positive divisor.

    Two single values are divided whatever their signs; else what is below nothing is left out, since no figure that is divided means it.
    """
    if one.point is not None and other.point:
        return exactly(one.point / other.point)
    if other.high is not None and other.high <= 0:
        return None
    low, low_inside = _least_quotient(one, other)
    high, high_inside = _greatest_quotient(one, other)
    return Interval(low, high, low_inside, high_inside)


def _least_quotient(one: Interval, other: Interval) -> tuple[Fraction, bool]:
    if one.low is None or one.low <= 0:
        return Fraction(0), one.low is None or one.low < 0 or one.low_inside
    if other.high is None:
        return Fraction(0), False
    return one.low / other.high, one.low_inside and other.high_inside


def _greatest_quotient(one: Interval, other: Interval) -> tuple[Fraction | None, bool]:
    if one.high is not None and one.high <= 0:
        return Fraction(0), one.high_inside
    if one.high is None or other.low is None or other.low <= 0:
        return None, True
    return one.high / other.low, one.high_inside and other.low_inside


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every value of the inner lies inside the outer."""
    above = outer.low is None or (
        inner.low is not None and (inner.low > outer.low or _same_end(inner.low, outer.low, inner.low_inside, outer.low_inside))
    )
    below = outer.high is None or (
        inner.high is not None and (inner.high < outer.high or _same_end(inner.high, outer.high, inner.high_inside, outer.high_inside))
    )
    return above and below


def _same_end(inner: Fraction, outer: Fraction, inner_inside: bool, outer_inside: bool) -> bool:
    return inner == outer and (outer_inside or not inner_inside)


def side(one: Interval, other: Interval) -> int:
    """-1 where the one lies wholly below the other, 1 where wholly above, 0 where they meet."""
    if one.meets(other):
        return 0
    return -1 if other.low is not None and one.high is not None and one.high <= other.low else 1
