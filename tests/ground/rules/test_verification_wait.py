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
    waits, closed = None, False
    for number in range(21):
        today = FIRST + timedelta(number)
        if waits is None and not closed and any(on == today and word in LOOKABLE for word, on in answers):
            waits = today
        if any(on == today and word == "rejected" for word, on in answers):
            waits = None
        if looks := [outcome for outcome, on in verifications if on == today]:
            waits, closed = None, "obsolete" in looks
    return waits


def awaited(answers, verifications):
    """By the rule, of letters that came on the day on which they were written."""
    return awaits_verification([(word, on, on) for word, on in answers], verifications)


@given(answers, verifications)
def test_the_rule_agrees_with_the_story_read_day_by_day(answers, verifications):
    assert awaited(answers, verifications) == told_day_by_day(answers, verifications)


@given(answers, verifications, st.randoms())
def test_the_order_of_the_rows_does_not_matter(answers, verifications, chance):
    mixed = list(answers)
    chance.shuffle(mixed)
    assert awaited(mixed, verifications) == awaited(answers, verifications)


def test_a_receipt_and_a_refusal_ask_nobody_to_look():
    assert awaited([("acknowledged", FIRST), ("rejected", FIRST)], []) is None


def test_a_refusal_takes_back_what_was_accepted_before_it():
    later = FIRST + timedelta(9)
    assert awaited([("accepted", FIRST), ("rejected", later)], []) is None
    assert awaited([("accepted", later), ("rejected", FIRST)], []) == later


def test_writing_again_does_not_put_the_look_off():
    later = FIRST + timedelta(100)
    assert awaited([("claimed_implemented", later), ("accepted", FIRST)], []) == FIRST
    assert awaited([("claimed_implemented", later), ("accepted", FIRST)], [("not_implemented", FIRST)]) == later


def test_a_refusal_that_was_written_before_the_answer_and_came_after_it_takes_nothing_back():
    day = [FIRST + timedelta(number) for number in range(5)]
    crossed = [("accepted", day[1], day[2]), ("rejected", day[0], day[4])]
    assert awaits_verification(crossed, []) == day[2] and awaits_verification([*crossed, ("rejected", day[3], day[3])], []) is None


def test_what_was_closed_before_a_newer_look_is_not_closed():
    later = [FIRST + timedelta(number) for number in (1, 2)]
    assert awaited([("claimed_implemented", later[1])], [("obsolete", FIRST), ("not_implemented", later[0])]) == later[1]
    assert awaited([("claimed_implemented", later[1])], [("not_implemented", FIRST), ("obsolete", later[0])]) is None
