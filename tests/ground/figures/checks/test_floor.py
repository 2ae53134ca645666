"""Relations as documents state them, with the verdicts that a careful reader gave; and the names of remarks."""

import re
from pathlib import Path

import pytest

from tests.ground.figures.checks.figures import hedged, number, percent
from tirek.ground.figures import checks
from tirek.ground.figures.checks.comparisons import check_comparison, check_direction
from tirek.ground.figures.checks.funnels import check_funnel
from tirek.ground.figures.checks.outcome import Verdict
from tirek.ground.figures.checks.parts import check_part
from tirek.ground.figures.checks.percents import check_percent
from tirek.ground.figures.checks.rates import check_rate
from tirek.ground.figures.checks.remarks import REMARKS
from tirek.ground.figures.checks.sums import check_sum
from tirek.ground.figures.quantities import Hedge, Kind

pytestmark = pytest.mark.pure

HOLDS, ROUNDING, NOT, OPEN = Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING, Verdict.DOES_NOT_FOLLOW, Verdict.CANNOT_BE_CHECKED


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        (check_part(number(1844), number(34842)), HOLDS),
        (check_percent(number(1844), number(34842), percent("5.29")), ROUNDING),
        (check_rate(number(40842), number(19126000), number("213.5", Kind.RATE), 100_000), ROUNDING),
        (check_rate(number(40842), number(6851), number("5.96", Kind.RATE)), ROUNDING),
        (check_part(number(298), number(1357)), HOLDS),
        (check_funnel(number(1357), number(21)), HOLDS),
        (check_funnel(number(21), number(60)), NOT),
        (check_comparison(number(47), number(36)), HOLDS),
        (check_direction(number(47), number(30), rises=False), HOLDS),
        (check_sum([number(144), number(10)], number(160)), NOT),
        (check_percent(number(144), number(166), percent(87)), ROUNDING),
        (check_percent(number(139), number(160), percent(87)), ROUNDING),
        (check_percent(number(140), number(160), percent(87)), NOT),
        (check_sum([hedged(number(500), Hedge.MORE_THAN)] * 4, hedged(number(2000), Hedge.MORE_THAN)), OPEN),
    ],
    ids=lambda value: value.calculation if hasattr(value, "calculation") else value.value,
)
def test_the_verdict_of_a_careful_reader(outcome, verdict):
    assert outcome.verdict is verdict


def test_every_remark_is_listed_and_used():
    folder = Path(checks.__file__).parent
    source = "".join(module.read_text() for module in folder.glob("*.py") if module.name not in ("remarks.py", "outcome.py"))
    used = set(re.findall(r'"([a-z]+(?:_[a-z]+)*)"', source)) & (REMARKS | {"figure_missing", "equal"})
    named = set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', source))
    reasons = {"figure_missing", "bounds_only", "figure_open", "division_by_nothing", "not_said_together", "units_differ"}  # the last two are said of relations, by judging
    assert named <= REMARKS
    assert used | reasons == REMARKS
