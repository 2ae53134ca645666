"""A year's plan as values: nothing is counted twice or lost, and what an amendment changed is told whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.annual_plan import ANYWHERE, Counted, Line, Target, changes, summed
from tirek.ground.rules.annual_plan_states import ANNUAL_PLAN

pytestmark = pytest.mark.pure
KINDS, REGIONS = ("prison", "clinic", "ivs"), ("north", "south", "west")
CELLS = st.tuples(st.sampled_from(KINDS), st.sampled_from(REGIONS))
AIMS = st.tuples(st.sampled_from(KINDS), st.sampled_from((ANYWHERE, *REGIONS)))
MONEY = st.decimals(0, 10**9, places=2)
TARGETS = st.dictionaries(AIMS, st.tuples(st.integers(0, 50), st.integers(0, 9), st.integers(0, 9), MONEY), max_size=6).map(
    lambda found: [Target(kind, region, *rest) for (kind, region), rest in found.items()]
)
PLANNED = st.dictionaries(CELLS, st.builds(Counted, st.integers(1, 20), st.integers(1, 60)))


@given(TARGETS, PLANNED, st.dictionaries(CELLS, st.integers(1, 20)), st.lists(MONEY, max_size=3))
def test_each_visit_counts_once_and_at_the_line_that_is_meant(targets, planned, done, money):
    found = summed(targets, [Line("x", each) for each in money], planned, done)
    rows = {(each.place_kind, each.region): each for each in found.rows}
    assert len(rows) == len(found.rows)
    assert found.planned == sum(each.number for each in planned.values()) and found.done == sum(done.values())
    given = {(each.place_kind, each.region): each for each in targets}
    for (kind, region), row in rows.items():  # slowly: who belongs to this line?
        mine = [cell for cell in planned.keys() | done.keys() if cell[0] == kind and (
            cell[1] == region or (region == ANYWHERE and cell not in given))]  # fmt: skip
        if (kind, region) not in given:
            assert row.target is None and (kind, ANYWHERE) not in given
        assert row.planned == sum(planned[cell].number for cell in mine if cell in planned)
        assert row.done == sum(done.get(cell, 0) for cell in mine)
        assert row.left == max(0, (row.target or 0) - row.done)
    assert found.target == sum(each.visits for each in targets) and found.left == sum(each.left for each in found.rows)
    assert found.days == sum(each.visits * each.days for each in targets)
    assert found.money == sum((each.cost for each in targets), Decimal(0)) + sum(money, Decimal(0))


@given(TARGETS, TARGETS)
def test_what_an_amendment_changed_leads_from_the_old_plan_to_the_new_one(before, after):
    held = {each.cell: each for each in before}
    for change in changes(before, after):
        assert change.before != change.after
        cell = (change.after or change.before).cell
        assert held.get(cell) == change.before
        if change.after is None:
            del held[cell]
        else:
            held[cell] = change.after
    assert held == {each.cell: each for each in after}


def test_only_a_plan_that_was_handed_in_is_approved_and_an_approved_one_is_only_amended():
    assert [state for state in ANNUAL_PLAN.states if ANNUAL_PLAN.allows(state, "approve")] == ["submitted"]
    assert ANNUAL_PLAN.possible("approved") == ("amend",) and ANNUAL_PLAN.after("approved", "amend") == "approved"
