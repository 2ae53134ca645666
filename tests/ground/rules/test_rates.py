"""Rates as intervals, held against a definition that goes through the recommendations one by one."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.rates import rate
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, VERIFICATION

ONE = st.tuples(st.sampled_from(AUTHORITY_WORD.states), st.sampled_from(VERIFICATION.states))


@given(st.lists(ONE, max_size=40))
def test_a_rate_is_what_one_counts_by_hand(recommendations):
    counts = {}
    for each in recommendations:
        counts[each] = counts.get(each, 0) + 1
    total = verified = said = partly = otherwise = silent = 0
    for word, found in recommendations:
        if found == "obsolete":
            continue
        total += 1
        if found == "implemented":
            verified += 1
            said += 1
        elif word == "claimed_implemented":
            said += 1
            if found != "not_verified":
                otherwise += 1
        if found == "partially_implemented":
            partly += 1
        if word in ("none", "acknowledged"):
            silent += 1
    told = rate(counts)
    assert (told.total, told.verified, told.said, told.partly, told.otherwise, told.silent) == (total, verified, said, partly, otherwise, silent)
    assert 0 <= told.verified <= told.said <= told.total
    if total:
        assert told.lower == Decimal(verified) / total and told.upper == Decimal(said) / total


def test_of_nothing_there_is_no_share():
    assert rate({}).lower is None and rate({("none", "obsolete"): 3}).upper is None


def test_a_claim_that_was_seen_to_be_untrue_stays_in_the_upper_end_and_is_told_apart():
    told = rate({("claimed_implemented", "not_implemented"): 2, ("none", "implemented"): 1, ("accepted", "not_verified"): 1})
    assert (told.lower, told.upper, told.otherwise, told.silent) == (Decimal("0.25"), Decimal("0.75"), 2, 1)
