"""The index with open weights: what is missing lowers the transparency and nothing else."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tirek.ground.rules.open_index import Answer, band, index

pytestmark = pytest.mark.pure


@st.composite
def answer(draw):
    top = draw(st.sampled_from((1, 4)))
    step = draw(st.one_of(st.none(), st.integers(0, top)))
    return Answer("x", step, top, Fraction(draw(st.integers(0, 10))))


ANSWERS = st.lists(answer(), max_size=12)


def drawn(answers, seed, many=60):
    chance = random.Random(seed)
    return [[chance.randint(0, 1000) for _ in answers] for _ in range(many)]


def enough(answers):
    """The second definition: at least as many known as missing, and at least as heavy."""
    sides = [[one.weight for one in answers if one.weight and (one.step is None) == missing] for missing in (True, False)]
    return len(sides[1]) >= len(sides[0]) and sum(sides[1]) >= sum(sides[0])


@given(ANSWERS)
def test_there_is_a_score_exactly_where_half_is_known_by_number_and_by_weight(answers):
    known = any(one.step is not None and one.weight for one in answers)
    assert (index(answers).score is not None) == (known and enough(answers))
    assert index(answers).score is not None or band(answers, drawn(answers, 1)) is None


def test_two_of_nineteen_make_no_score_whatever_they_weigh():
    known, missing = [Answer("a", 4, 4, Fraction(10))] * 2, [Answer("b", None, 4, Fraction(1))] * 17
    assert index([*known, *missing]).score is None and index([*known, *missing[:2]]).score == 1


def test_the_score_is_the_weighted_share_of_the_known_steps():
    found = index([Answer("a", 4, 4, Fraction(1)), Answer("b", 1, 4, Fraction(3)), Answer("c", None, 4, Fraction(4))])
    assert (found.score, found.transparency, found.known, found.asked) == (Fraction(7, 16), Fraction(1, 2), 2, 3)


@given(ANSWERS, st.integers(1, 10))
def test_a_missing_value_never_changes_the_score_and_always_lowers_the_transparency(answers, weight):
    before = index(answers)
    after = index([*answers, Answer("missing", None, 4, Fraction(weight))])
    assert after.score in (before.score, None)
    assert after.transparency is not None and (before.transparency is None or not before.transparency or after.transparency < before.transparency)


@given(ANSWERS)
def test_the_score_lies_between_the_lowest_and_the_highest_known_step(answers):
    known = [Fraction(one.step, one.top) for one in answers if one.step is not None and one.weight]
    found = index(answers).score
    assert known or found is None
    assert found is None or min(known) <= found <= max(known)


@given(ANSWERS, st.integers(1, 9))
def test_only_the_proportion_of_weights_counts(answers, factor):
    assert index(answers) == index([replace(one, weight=one.weight * factor) for one in answers])


@given(ANSWERS)
def test_the_score_is_what_a_slow_count_of_repeated_steps_gives(answers):
    """The second definition: each known value counted as often as it weighs."""
    repeated = [Fraction(one.step, one.top) for one in answers if one.step is not None for _ in range(int(one.weight))]
    assert index(answers).score == (sum(repeated) / len(repeated) if repeated and enough(answers) else None)


@given(ANSWERS, st.integers(0, 50))
def test_the_band_is_the_same_for_the_same_draws_and_lies_within_the_known_steps(answers, seed):
    found = band(answers, drawn(answers, seed))
    assert found == band(answers, drawn(answers, seed))
    known = [Fraction(one.step, one.top) for one in answers if one.step is not None and one.weight]
    assert found is None or min(known) <= found.low <= found.high <= max(known)
    assert found is not None or not known or index(answers).score is None


@given(ANSWERS, st.integers(0, 50))
def test_a_missing_value_never_moves_the_band(answers, seed):
    assume(answers)
    rows = drawn(answers, seed)
    after = band([*answers, Answer("missing", None, 4, Fraction(5))], [[*row, 9] for row in rows])
    assert after in (band(answers, rows), None)
