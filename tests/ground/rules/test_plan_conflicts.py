"""What does not go together in a calendar, against a slow definition that looks at every day of every pair."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.plan_conflicts import AGAIN_WITHIN, Away, Going, conflicts

pytestmark = pytest.mark.pure
START = date(2026, 3, 1)
PEOPLE = ("a", "b", "c")


@st.composite
def going(draw, key):
    first = START + timedelta(days=draw(st.integers(0, 40)))
    members = tuple(sorted(draw(st.sets(st.sampled_from(PEOPLE)))))
    leader = draw(st.sampled_from(members)) if members else ""
    return Going(key, draw(st.sampled_from("xyz")), first, first + timedelta(days=draw(st.integers(0, 4))), members, leader)


GOINGS = st.integers(0, 6).flatmap(lambda number: st.tuples(*(going(str(each)) for each in range(number))))
AWAYS = st.lists(st.builds(lambda who, first, more: Away(who, START + timedelta(days=first), START + timedelta(days=first + more)),
                           st.sampled_from(PEOPLE), st.integers(0, 40), st.integers(0, 6)), max_size=4)  # fmt: skip


def days(one):
    return {one.first + timedelta(days=step) for step in range((one.last - one.first).days + 1)}


@given(GOINGS, AWAYS)
def test_all_that_does_not_go_together_is_told_and_nothing_else(goings, aways):
    found = conflicts(goings, aways)
    told = {(each.code, frozenset(each.keys), each.member) for each in found}
    both = {
        ("two_places", frozenset((one.key, other.key)), member)
        for one, other in combinations(goings, 2) for member in set(one.members) & set(other.members) if days(one) & days(other)
    }  # fmt: skip
    missing = {
        ("leader_away" if one.member == each.leader else "member_away", frozenset((each.key,)), one.member)
        for each in goings for one in aways if one.member in each.members and days(each) & days(one)
    }  # fmt: skip
    assert {each for each in told if each[0] != "again"} == both | missing
    for each in found:
        if each.code == "two_places":
            one, other = (next(one for one in goings if one.key == key) for key in each.keys)
            assert days(each) == days(one) & days(other)
    close = {
        frozenset((one.key, other.key)) for one, other in combinations(goings, 2)
        if one.place == other.place and any(abs(day - that) <= AGAIN_WITHIN for day in days(one) for that in days(other))
    }  # fmt: skip
    pairs = {each[1] for each in told if each[0] == "again"}
    assert pairs <= close and {key for pair in close for key in pair} == {key for pair in pairs for key in pair}


def test_what_is_not_told_of_is_in_no_conflict():
    known = Going("1", "x", START, START, ("a",), "a")
    assert conflicts([known]) == ()
