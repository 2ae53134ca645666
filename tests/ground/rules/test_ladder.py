"""The ladder: every case of its grounds by an independent table, and rungs only upwards."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.ladder import RUNGS, grounds, left
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, DOCUMENT, VERIFICATION


def test_the_grounds_are_those_of_the_table():
    for state, word, verification, overdue in product(DOCUMENT.states, AUTHORITY_WORD.states, VERIFICATION.states, (False, True)):
        wanted = set()
        if state == "issued":
            wanted |= {"silence"} if overdue and word in ("none", "acknowledged") else set()
            wanted |= {"refusal"} if word == "rejected" else set()
            wanted |= {"undone"} if verification in ("not_implemented", "partially_implemented") else set()
        assert set(grounds(state=state, word=word, verification=verification, overdue=overdue)) == wanted


def test_a_verification_that_it_is_done_gives_no_ground_whatever_the_day_is_unless_nobody_answered():
    assert grounds(state="issued", word="accepted", verification="implemented", overdue=True) == ()
    assert grounds(state="issued", word="none", verification="implemented", overdue=True) == ("silence",)


@given(st.lists(st.sampled_from(RUNGS)))
def test_only_rungs_above_all_that_were_taken_are_left(taken):
    places = {rung: number for number, rung in enumerate(("head_of_body", "ministry", "prosecution", "parliament", "spt", "public"))}
    assert left(taken) == tuple(each for each in RUNGS if all(places[each] > places[one] for one in taken))
