"""A report of an international body goes from confidential over requested to public, each step dated, and never back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.international_report_states import (
    FIRST,
    DatedStep,
    StepAhead,
    StepBefore,
    StepNotPossible,
    check_step,
    possible,
    stands,
)
from tirek.ground.rules.refusals import Refusal

TODAY = date(2026, 11, 27)
ORDER = {"confidential": 0, "requested": 1, "public": 2}
STATES = st.sampled_from(["confidential", "requested", "public", "secret", ""])
DAYS = st.dates(date(2016, 1, 1), TODAY + timedelta(days=30))


def step(state, day=0):
    return DatedStep(state, TODAY - timedelta(days=100 - day))


def test_a_report_to_the_state_becomes_public_with_or_without_a_request():
    for walk in (["confidential", "requested", "public"], ["confidential", "public"], ["public"]):
        gone = []
        for number, state in enumerate(walk):
            check_step(gone, step(state, number), TODAY)
            gone.append(step(state, number))
        assert stands(gone) == "public" and possible(gone) == ()


@pytest.mark.parametrize(("walk", "then"), [
    (["public"], "confidential"), (["public"], "requested"), (["public"], "public"), (["confidential", "requested"], "confidential"),
    (["confidential", "requested"], "requested"), ([], "requested"), (["confidential"], "confidential"),
])  # fmt: skip
def test_no_step_goes_back_or_is_taken_twice(walk, then):
    with pytest.raises(StepNotPossible):
        check_step([step(each) for each in walk], step(then, 50), TODAY)


def test_a_step_is_neither_ahead_nor_before_the_last_one():
    with pytest.raises(StepAhead):
        check_step([], DatedStep("public", TODAY + timedelta(days=1)), TODAY)
    with pytest.raises(StepBefore):
        check_step([step("confidential", 5)], step("public", 4), TODAY)
    check_step([step("confidential", 5)], step("public", 5), TODAY)


def test_what_nobody_said_is_public_is_not():
    assert stands([]) == "confidential"


@given(st.lists(st.tuples(STATES, DAYS), max_size=5))
def test_whatever_is_tried_what_stands_only_rises(tried):
    gone = []
    for state, on in tried:
        refused = False
        try:
            check_step(gone, DatedStep(state, on), TODAY)
        except Refusal:
            refused = True
        rank = ORDER.get(state, -1)
        may = on <= TODAY and ((rank > ORDER[gone[-1].state] and on >= gone[-1].on) if gone else state in FIRST)
        assert refused is not may
        if may:
            gone.append(DatedStep(state, on))
    ranks = [ORDER[each.state] for each in gone]
    assert ranks == sorted(set(ranks)) and [each.on for each in gone] == sorted(each.on for each in gone)
