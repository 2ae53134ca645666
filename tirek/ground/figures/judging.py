"""From a proposed relation to its verdict: which check is asked, with which figures. A relation that the text only suggests is never said to fail."""

from collections.abc import Sequence
from dataclasses import replace

from .checks.changes import check_change
from .checks.comparisons import check_comparison, check_direction
from .checks.definitions import category, unit_switch
from .checks.differences import check_difference
from .checks.funnels import check_funnel
from .checks.outcome import Outcome, Verdict
from .checks.parts import check_part
from .checks.percents import check_percent
from .checks.precision import check_false_precision
from .checks.proportions import check_proportion
from .checks.ranges import check_range
from .checks.rates import check_exchange, check_rate
from .checks.ratios import bases, check_ratio, told_bases
from .checks.remarks import told
from .checks.sums import check_some, check_sum, check_windows
from .checks.twice import check_twice
from .quantities import Kind, Quantity, as_rate
from .reading import Figure
from .relations.relation import SOME, WITNESSED, Relation


def judged(relation: Relation) -> Outcome | None:
    """The verdict on a relation; None for a kind that no check knows.

    Where the text only suggests that figures belong together and they do not agree, that cannot be checked; of mere suggestions nothing is said.
    Where it does not even suggest it and they agree, that is told with the verdict.
    """
    outcome = _asked(relation)
    if outcome is not None and relation.kind == "funnel" and (units := _units(relation)):
        return Outcome(Verdict.CANNOT_BE_CHECKED, outcome.calculation, "units_differ", told(first=units[0], second=units[1]))
    if outcome is not None and relation.reading == WITNESSED:
        return replace(outcome, remark="no_word_says_so") if outcome.verdict in {Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING} else None
    if outcome is None or outcome.verdict is not Verdict.DOES_NOT_FOLLOW or (relation.sure and _close(relation)):
        return outcome
    if relation.kind not in _TELLING:
        return None
    return Outcome(Verdict.CANNOT_BE_CHECKED, outcome.calculation, "not_said_together")


def _units(relation: Relation) -> tuple[str, str] | None:
    """The units of two stages, where each figure names its own and they are two: an order holds within one only. Proceedings are cases."""
    both = [relation.role(name)[0] for name in ("earlier", "later")]
    named = {one.unit for one in both if one.unit and one.noun}
    return (both[0].unit or "", both[1].unit or "") if len(named) > 1 and named != {"cases", "proceedings"} else None


def _close(relation: Relation) -> bool:
    """Whether what the figures make is near what is stated. Where it is far off, the text more likely means other figures than these."""
    if relation.kind == "percent" and relation.role("part"):
        part, whole, said = (relation.role(name)[0].quantity.value for name in ("part", "whole", "percent"))
        return not part or not whole or said is None or abs(part * 100 / whole - said) <= 15
    if relation.kind in {"change", "ratio", "difference"}:
        name = {"change": "percent", "ratio": "times", "difference": "difference"}[relation.kind]
        before, after, said = (relation.role(one)[0].quantity.value for one in ("before", "after", name))
        if not before or not after or not said:
            return True
        if relation.kind == "change":
            return abs(abs(after - before) * 100 / before - said) <= 15
        made = max(before, after) / min(before, after) if relation.kind == "ratio" else abs(after - before)
        return said / 2 <= made <= said * 2
    if relation.kind == "sum":
        parts, said = [one.quantity.value or 0 for one in relation.role("parts")], relation.role("whole")[0].quantity.value
        most = 5 if relation.role("whole")[0].kind is Kind.PERCENT else (said or 0) / 2
        return said is None or abs(sum(parts) - said) <= most or (relation.role("whole")[0].row is not None and max(parts) > said)
    if relation.kind == "rate":
        above, below, said = (relation.role(name)[0].quantity.value for name in ("numerator", "denominator", "rate"))
        return not above or not below or not said or said / 2 <= above * relation.per / below <= said * 2
    return True


_TELLING = frozenset({"percent", "change", "ratio", "difference", "funnel"})
"""Kinds in which a stated percentage, ratio, difference or stage asks for its figures, so that silence would hide something."""


def _asked(relation: Relation) -> Outcome | None:
    def one(name: str) -> Quantity:
        return relation.role(name)[0].quantity

    def many(name: str) -> list[Quantity]:
        return [figure.quantity for figure in relation.role(name)]

    kinds = {
        "sum": lambda: _summed(relation),
        "part": lambda: check_part(one("part"), one("whole")),
        "percent": lambda: check_percent(one("part") if relation.role("part") else None, one("whole"), one("percent")),
        "change": lambda: check_change(one("before"), one("after"), one("percent"), rises=relation.rises),
        "ratio": lambda: _with_bases(relation, check_ratio(one("before"), one("after"), one("times"), rises=relation.rises)),
        "range": lambda: check_range(many("values"), one("range")),
        "comparison": lambda: check_comparison(one("greater"), one("less")),
        "direction": lambda: check_direction(one("before"), one("after"), bool(relation.rises)),
        "difference": lambda: check_difference(one("before"), one("after"), one("difference"), rises=relation.rises),
        "proportion": lambda: check_proportion(_by_year(relation.role("first_series")), _by_year(relation.role("second_series"))),
        "twice": lambda: check_twice(one("first"), one("second")),
        "category": lambda: category(one("part"), one("whole")),
        "unit_switch": lambda: unit_switch(one("first"), one("second")),
        "false_precision": lambda: check_false_precision(one("exact"), one("rounded")),
        "exchange": lambda: check_exchange(one("a"), one("b"), one("c"), one("d")),
        "rate": lambda: check_rate(one("numerator"), one("denominator"), as_rate(one("rate")), per=relation.per),
        "funnel": lambda: check_funnel(one("earlier"), one("later")),
    }
    asked = kinds.get(relation.kind)
    return asked() if asked else None


def _with_bases(relation: Relation, outcome: Outcome) -> Outcome:
    """A number of times that holds, with the figures of the series before from which it does not: which of them is meant is the writer's choice."""
    if outcome.remark or outcome.verdict not in {Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING}:
        return outcome
    before, after, times = (relation.role(name)[0].quantity for name in ("before", "after", "times"))
    series = [(figure.period.whole_year, figure.quantity) for figure in relation.series if figure.period and figure.period.whole_year]
    remark, values = told_bases(bases(series, after, times, rises=(after.value or 0) > (before.value or 0)))
    return replace(outcome, remark=remark, values=values)


def _summed(relation: Relation) -> Outcome:
    parts, whole = [one.quantity for one in relation.role("parts")], relation.role("whole")[0].quantity
    if relation.reading == "window":
        return _windows(relation)
    return check_some(parts, whole) if relation.reading == SOME else check_sum(parts, whole)


def _by_year(figures: Sequence[Figure]) -> list[tuple[int, Quantity]]:
    return [(one.period.whole_year, one.quantity) for one in figures if one.period and one.period.whole_year]


def _windows(relation: Relation) -> Outcome:
    """A total over so many years: every window whose years the text gives; where it gives none whole, the one that ends with its last year."""
    series = _by_year(relation.role("parts"))
    known = {year for year, _ in series}
    whole = [year for year in sorted(known) if set(range(year - relation.per + 1, year + 1)) <= known]
    return check_windows(series, relation.role("whole")[0].quantity, relation.per, whole or [max(known)])
