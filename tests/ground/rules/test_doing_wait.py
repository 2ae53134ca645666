"""Until when something is to be carried out, held against a slow reading of the answers backwards from the newest."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.doing_wait import Doing, Told, awaits_doing
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD

FIRST = date(2025, 1, 1)
days = st.integers(0, 40).map(lambda number: FIRST + timedelta(number))
answers = st.lists(st.builds(Told, st.sampled_from(AUTHORITY_WORD.states[1:]), st.sampled_from(["ministry", "service"]), days, st.none() | days), max_size=7)


def read_backwards(told):
    """From the newest answer back to whatever took back or ended what was said before it."""
    standing = []
    for each in reversed(told):
        if each.word in ("rejected", "claimed_implemented"):
            break
        if each.word != "acknowledged":
            standing.append(each)
    if not standing:
        return None
    newest_with_a_day = next((each for each in standing if each.named), None)
    if newest_with_a_day:
        return Doing(newest_with_a_day.named, True, newest_with_a_day.speaker)
    return Doing(standing[-1].received, False, standing[-1].speaker)


def told(word, day=0, named=None):
    return Told(word, "service", FIRST + timedelta(day), FIRST + timedelta(named) if named is not None else None)


@given(answers)
def test_the_rule_agrees_with_the_answers_read_backwards(told):
    assert awaits_doing(told) == read_backwards(told)


@given(answers, answers)
def test_nothing_said_before_a_refusal_moves_the_clock(before, after):
    refusal = told("rejected")
    assert awaits_doing([*before, refusal, *after]) == awaits_doing(after)


@given(answers)
def test_the_day_that_the_body_named_last_holds_even_if_it_is_later(told_before):
    assert awaits_doing([*told_before, told("in_progress", 50, named=99)]) == Doing(FIRST + timedelta(99), True, "service")


def test_writing_again_without_a_day_puts_nothing_off():
    assert awaits_doing([told("accepted", 3), told("in_progress", 30)]) == Doing(FIRST + timedelta(3), False, "service")
    assert awaits_doing([told("accepted", 3, named=20), told("in_progress", 30)]) == Doing(FIRST + timedelta(20), True, "service")


def test_a_receipt_alone_and_silence_promise_nothing():
    assert awaits_doing([]) is None and awaits_doing([told("acknowledged", named=9)]) is None


def test_what_is_said_to_be_done_is_no_longer_to_be_done_until_the_body_says_otherwise():
    assert awaits_doing([told("accepted", named=9), told("claimed_implemented", 5)]) is None
    assert awaits_doing([told("accepted", named=9), told("claimed_implemented", 5), told("in_progress", 7)]) == Doing(FIRST + timedelta(7), False, "service")
