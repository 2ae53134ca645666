"""Whether one figure is the stated number of times another, and from which figures of a series it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.checks.relations import Reading, Spans, quotient
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import calculation, decimal, term
from tirek.ground.figures.quantities import Interval, Quantity, counted


def _times(spans: Spans) -> Interval:
    """The stated number of times. One that reaches past 1 means the greater over the less: "less than double" is no less than once."""
    stated = spans[2]
    if stated.low is not None and stated.low < 1 and (stated.high is None or stated.high > 1):
        return replace(stated, low=Fraction(1), low_inside=True)
    return stated


OVER = quotient(0, 1, _times)
UNDER = quotient(1, 0, _times)


def check_ratio(before: Quantity, after: Quantity, times: Quantity, *, rises: bool | None = None) -> Outcome:
    """Whether one of the figures is so many times the other, before / after tried first, or only as `rises` says. Operands: before, after, times."""
    readings = [OVER, UNDER] if rises is None else [UNDER if rises else OVER]
    operands = (before, after, times)
    values = values_of((before, after))

    def line(verdict: Verdict, reading: Reading) -> str:
        if verdict is Verdict.DOES_NOT_FOLLOW and values is not None and all(values):
            reading = OVER if values[0] >= values[1] else UNDER
        first, second = (before, after) if reading is OVER else (after, before)
        return calculation(f"{term(first)} / {term(second)}", reading.computed([one.nominal for one in operands]), times, verdict, extra=2)

    return conclude(readings, operands, line, lambda: _remark(operands, rises))


def _remark(operands: Sequence[Quantity], rises: bool | None) -> Remark:
    values = values_of(operands[:2])
    if values is None or not all(values):
        return NO_REMARK
    if rises is not None and (OVER if rises else UNDER).verdict(operands) is not Verdict.DOES_NOT_FOLLOW:
        return "other_direction", ()
    quotient_now = max(values) / min(values)
    if operands[2].rounded.holds(quotient_now - 1):
        return "counted_as_increase", told(quotient=decimal(quotient_now, 2))
    return NO_REMARK


@dataclass(frozen=True, slots=True)
class Base:
    """A value of a series from which a change may be counted: of its year, or the mean of all (None); how many times the last it is."""

    year: int | None
    quotient: Fraction
    verdict: Verdict


def bases(series: Sequence[tuple[int, Quantity]], last: Quantity, times: Quantity, *, rises: bool = False) -> tuple[Base, ...]:
    """From each value of the series, and from their mean, how many times the last figure it is, or the last figure of it where it `rises`.

    Values that are not settled, and nothing, are passed over; there is no mean of one value.
    """
    settled = [(year, quantity) for year, quantity in series if quantity.settled and quantity.value]
    starts: list[tuple[int | None, Quantity]] = [(year, quantity) for year, quantity in settled]
    if len(settled) > 1 and len(settled) == len(series):
        mean = sum((quantity.value or Fraction(0) for _, quantity in settled), Fraction(0)) / len(settled)
        starts.append((None, counted(mean, kind=settled[0][1].kind)))
    found = []
    for year, start in starts:
        if last.settled and last.value and start.value:
            quotient_now = last.value / start.value if rises else start.value / last.value
            found.append(Base(year, quotient_now, (UNDER if rises else OVER).verdict((start, last, times))))
    return tuple(found)


def told_bases(found: Sequence[Base]) -> Remark:
    """The remark that a number of times holds from some figures of a series and not from others; none where all agree."""
    holding = [base for base in found if base.verdict in (Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING)]
    others = [base for base in found if base not in holding]
    if not holding or not others:
        return NO_REMARK
    return "holds_from_some", told(holding=_listed(holding), others=_listed(others))


def _listed(found: Sequence[Base]) -> str:
    return "; ".join(f"{'⌀' if base.year is None else base.year}: {decimal(base.quotient, 2)}" for base in found)
