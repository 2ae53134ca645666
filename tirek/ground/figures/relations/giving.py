"""Whether two figures give a stated percentage, as it is printed."""

from fractions import Fraction

from ..reading import Figure


def gives(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Whether the quotient is the percentage, as printed."""
    one, other = part.quantity.value, whole.quantity.value
    if one is None or not other or percent.quantity.value is None:
        return False
    share, said = one * 100 / other, percent.quantity.value
    return percent.quantity.rounded.holds(share) and abs(share - said) <= 10


def turns(before: Figure, after: Figure, percent: Figure) -> bool:
    """Whether the change from one to the other is the percentage, upwards or downwards."""
    one, other = before.quantity.value, after.quantity.value
    if not one or other is None or percent.quantity.value is None:
        return False
    return percent.quantity.rounded.holds(abs(other - one) * Fraction(100) / one)
