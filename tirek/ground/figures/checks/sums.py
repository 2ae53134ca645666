"""Whether parts add up to their whole, and whether a total over "the last five years" is that of any five years it may mean."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tirek.ground.figures.checks.concluding import NO_REMARK, Remark, conclude, values_of
from tirek.ground.figures.checks.outcome import Outcome, Repair, Verdict
from tirek.ground.figures.checks.relations import ORDER, Reading, adding
from tirek.ground.figures.checks.remarks import told
from tirek.ground.figures.checks.signs import calculation, plain, printed, summed
from tirek.ground.figures.quantities import Quantity

Series = Sequence[tuple[int, Quantity]]


def check_sum(parts: Sequence[Quantity], whole: Quantity) -> Outcome:
    """Whether the parts add up to the whole. Operands: the parts in their order, then the whole."""
    if not parts:
        return Outcome(Verdict.CANNOT_BE_CHECKED, f"? =? {printed(whole)}", "figure_missing")
    operands = (*parts, whole)

    def line(verdict: Verdict, reading: Reading) -> str:
        return calculation(summed(parts), reading.computed([one.nominal for one in operands]), whole, verdict, extra=0)

    return conclude([adding(len(parts))], operands, line, lambda: _remaining(operands))


def _remaining(operands: Sequence[Quantity]) -> Remark:
    values = values_of(operands)
    if values is None:
        return NO_REMARK
    rest = values[-1] - sum(values[:-1])
    return ("rest_unaccounted", told(rest=rest)) if rest > 0 else ("parts_exceed_whole", told(by=-rest))


def check_some(parts: Sequence[Quantity], whole: Quantity) -> Outcome:
    """What is left of a whole whose told parts need not be all: whether they are the text does not say. Operands: the parts in their order, then the whole."""
    made, most = sum((one.value or Fraction(0) for one in parts), Fraction(0)), whole.value or Fraction(0)
    return Outcome(Verdict.CANNOT_BE_CHECKED, f"{summed(parts)} = {plain(made)} < {printed(whole)}", "rest_not_told", told(rest=most - made))


def check_windows(series: Series, total: Quantity, years: int, candidates: Sequence[int]) -> Outcome:
    """A total over so many years, tried for every last year in `candidates`; the window most favourable to the text is told.

    A window with a year that the series lacks can still be refuted, where the other years alone make more than the total.
    Where none holds, every window tried is shown. Operands: the series in its order, then the total.
    """
    tried = [_window(series, total, range(last - years + 1, last + 1)) for last in candidates]
    if not tried:
        return Outcome(Verdict.CANNOT_BE_CHECKED, f"? =? {printed(total)}", "figure_missing")
    told_first = min(tried, key=lambda outcome: ORDER.index(outcome.verdict))
    if told_first.verdict in (Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING):
        return told_first
    nearest: dict[int, Repair] = {}
    for repair in (repair for outcome in tried for repair in outcome.repairs):
        known = nearest.get(repair.operand)
        if known is None or abs(repair.instead - repair.stated) < abs(known.instead - known.stated):
            nearest[repair.operand] = repair
    repairs = tuple(nearest[place] for place in sorted(nearest)) if told_first.verdict is Verdict.DOES_NOT_FOLLOW else ()
    return replace(told_first, calculation="; ".join(outcome.calculation for outcome in tried), repairs=repairs)


def _window(series: Series, total: Quantity, window: range) -> Outcome:
    places = [place for place, (year, _) in enumerate(series) if year in window]
    parts = [series[place][1] for place in places]
    missing = sorted(set(window) - {series[place][0] for place in places})
    name = f"{window[0]}–{window[-1]}" if len(window) > 1 else str(window[0])
    outcome = _lacking(parts, total, name, missing) if missing else check_sum(parts, total)
    moved = tuple(replace(one, operand=places[one.operand] if one.operand < len(places) else len(series)) for one in outcome.repairs)
    return replace(outcome, calculation=f"{name}: {outcome.calculation}", repairs=moved)


def _lacking(parts: Sequence[Quantity], total: Quantity, name: str, missing: Sequence[int]) -> Outcome:
    """A window of which some years are not given: nothing less than nothing can stand there."""
    absent = ", ".join(str(year) for year in missing)
    known = " + ".join(filter(None, (summed(parts), *("?" for _ in missing))))
    if not parts:
        return Outcome(Verdict.CANNOT_BE_CHECKED, f"{known} =? {printed(total)}", "figure_missing")
    span = adding(len(parts)).computed([part.rounded for part in parts])
    open_upwards = None if span is None else replace(span, high=None, high_inside=True)
    if open_upwards is not None and not open_upwards.meets(total.rounded):
        return replace(check_sum(parts, total), calculation=f"{known} ≠ {printed(total)}", repairs=())
    values = values_of((*parts, total))
    if values is None:
        return Outcome(Verdict.CANNOT_BE_CHECKED, f"{known} =? {printed(total)}", "figure_missing")
    remark = told(missing=absent, window=name, rest=values[-1] - sum(values[:-1]))
    return Outcome(Verdict.CANNOT_BE_CHECKED, f"{known} =? {printed(total)}", "years_missing", remark)
