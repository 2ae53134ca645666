"""What a hedge leaves open: "more than 45 thousand" has no end above, "almost five times" lies a little under five.

The tolerances stand in the lexicon of the language and are told beside every verdict that needed them.
"""

from dataclasses import replace
from fractions import Fraction

from .lexicon import Lexicon
from .quantities import Hedge, Interval, Kind, Quantity


def hedged(quantity: Quantity, hedge: Hedge | None, lexicon: Lexicon) -> Quantity:
    """The quantity with its hedge and the interval that it leaves open."""
    if hedge is None:
        return quantity
    low, high = quantity.interval.low, quantity.interval.high
    if low is None or high is None:
        return replace(quantity, hedge=hedge)
    open_ = {
        Hedge.MORE_THAN: Interval(high if quantity.value is not None else low, None, low_inside=False),
        Hedge.AT_LEAST: Interval(low, None),
        Hedge.LESS_THAN: Interval(None, high, high_inside=False),
        Hedge.AT_MOST: Interval(None, high),
    }.get(hedge)
    if open_ is None:
        slack = _slack(quantity, hedge, lexicon)
        open_ = Interval(low - slack, high + (slack if hedge is Hedge.ABOUT else 0))
    return replace(quantity, hedge=hedge, interval=open_)


def _slack(quantity: Quantity, hedge: Hedge, lexicon: Lexicon) -> Fraction:
    tolerance = lexicon.tolerances[hedge.value]
    if quantity.kind is Kind.PERCENT:
        return tolerance.points
    return abs(quantity.interval.high or Fraction(0)) * tolerance.share
