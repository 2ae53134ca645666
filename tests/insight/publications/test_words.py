"""Every kind, role, unit and verdict that the reference names has its words, and every figure says in words what it was read as."""

import re

import pytest
from django.utils.translation import override

from tests.house.test_floors import ROOT
from tirek.foundation.jurisdictions.queries import indicators
from tirek.ground.figures.checks.outcome import Verdict
from tirek.ground.figures.quantities import Hedge, Missing
from tirek.insight.claims.unit_words import UNITS
from tirek.insight.publications.figures import read_as
from tirek.insight.publications.words import HEDGES, KINDS, LIKELY, MISSING, ROLES, VERDICTS, WORDING, unit_word

pytestmark = pytest.mark.pure
REFERENCE = (ROOT / "docs/reference/claims.md").read_text()
ROWS = re.findall(r"^\| `([a-z_]+)` \| ([^|]+) \|", REFERENCE, re.M)
CLAIM = {"value": 45000, "interval": [45000, None], "unit": "cameras", "hedge": "more_than", "missing": None}


def test_every_kind_and_role_of_the_reference_has_words_and_no_other():
    assert {kind for kind, _ in ROWS} == set(KINDS)
    assert {role for _, roles in ROWS for role in re.findall(r"`([a-z_]+)`", roles)} == set(ROLES)


def test_every_unit_of_the_reference_has_words_and_no_other():
    listed = REFERENCE.partition("## Units")[2].partition("Convicts")[0]
    assert set(re.findall(r"`([a-z_]+)`", listed)) == set(UNITS)


def test_every_verdict_hedge_and_silence_has_words():
    assert set(VERDICTS) == {*Verdict, WORDING, LIKELY} and set(HEDGES) == set(Hedge) and set(MISSING) == set(Missing)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"period": {"from": "2025-05-13", "to": "2025-05-13"}}, "more than 45,000 · cameras · 13 May 2025"),
        ({"period": {"from": "2019-01-01", "to": "2023-12-31"}}, "more than 45,000 · cameras · 2019–2023"),
        ({"period": {"from": "2019-01-01", "to": None}}, "more than 45,000 · cameras · from 1 January 2019"),
        ({"period": None, "value": 13.57, "hedge": None, "unit": "complaints/days"}, "13.57 · complaints / days"),
        ({"period": None, "value": 66.66666666666667, "hedge": "almost", "unit": "percent"}, "almost 66.67 · per cent"),
        ({"period": None, "value": None, "interval": [2, 3], "hedge": None, "unit": "EUR"}, "2–3 · EUR"),
        ({"period": None, "value": None, "interval": None, "missing": "closed", "hedge": None, "unit": None}, "a figure said to be closed"),
        ({"period": None, "value": None, "interval": None, "missing": "not_collected", "hedge": None, "unit": None}, "a figure said not to exist or not to be collected"),
    ],
)
def test_a_figure_says_what_it_was_read_as(told, words):
    with override("en"):
        assert read_as({**CLAIM, **told}) == words


def test_every_unit_of_an_indicator_has_its_word():
    units = {each for one in indicators() for each in (one.unit or "").split("/") if each}
    with override("ru"):
        assert [each for each in units if unit_word(each) == each] == []
