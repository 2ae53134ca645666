"""When a verification is awaited, held against a slow reading of the story day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, VERIFICATION
from tirek.ground.rules.verification_wait import LOOKABLE, awaits_verification

FIRST = date(2025, 1, 1)
days = st.integers(0, 20).map(lambda number: FIRST + timedelta(number))
answers = st.lists(st.tuples(st.sampled_from(AUTHORITY_WORD.states[1:]), days), max_size=6)
verifications = st.lists(st.tuples(st.sampled_from(VERIFICATION.states[1:]), days), max_size=4)


def told_day_by_day(answers, verifications):
    """The story read from its first day to its last: the answers of a day, then its refusals, then its looks."""
    waits = None
    for number in range(21):
        today = FIRST + timedelta(number)
        if waits is None and any(on == today and word in LOOKABLE for word, on in answers):
            waits = today
        if any(on == today and word == "rejected" for word, on in answers):
            waits = None
        for outcome, on in verifications:
            if on == today:
                waits = None
                if outcome == "obsolete":
                    return None
    return waits


@given(answers, verifications)
def test_the_rule_agrees_with_the_story_read_day_by_day(answers, verifications):
    if any(outcome == "obsolete" for outcome, _ in verifications):
        assert awaits_verification(answers, verifications) is None
    else:
        assert awaits_verification(answers, verifications) == told_day_by_day(answers, verifications)


@given(answers, verifications, st.randoms())
def test_the_order_of_the_rows_does_not_matter(answers, verifications, chance):
    mixed = list(answers)
    chance.shuffle(mixed)
    assert awaits_verification(mixed, verifications) == awaits_verification(answers, verifications)


def test_a_receipt_and_a_refusal_ask_nobody_to_look():
    assert awaits_verification([("acknowledged", FIRST), ("rejected", FIRST)], []) is None


def test_a_refusal_takes_back_what_was_accepted_before_it():
    later = FIRST + timedelta(9)
    assert awaits_verification([("accepted", FIRST), ("rejected", later)], []) is None
    assert awaits_verification([("accepted", later), ("rejected", FIRST)], []) == later


def test_writing_again_does_not_put_the_look_off():
    later = FIRST + timedelta(100)
    assert awaits_verification([("claimed_implemented", later), ("accepted", FIRST)], []) == FIRST
    assert awaits_verification([("claimed_implemented", later), ("accepted", FIRST)], [("not_implemented", FIRST)]) == later
