"""Redaction of texts, against a definition of its own: a letter is printed or it is not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.redaction import GROUNDS, Mark, clean, merged, pieces, redacted, sign, signs

pytestmark = pytest.mark.pure
TEXTS = st.text(alphabet="аб1 .,-", max_size=24)
MARKS = st.lists(st.tuples(st.integers(-2, 26), st.integers(-2, 26), st.sampled_from(GROUNDS[:3])), max_size=6)


def kept_letters(text, marks):
    """Letter by letter: what no mark covers, and no gap without a letter between two marks of one ground, is printed."""
    ground = [None] * len(text)
    for start, end, why in marks:
        if 0 <= start < end <= len(text):
            for place in range(start, end):
                ground[place] = why if ground[place] is None else min(ground[place], why, key=GROUNDS.index)
    return [each for each, why in zip(text, ground, strict=True) if why is None]


@given(TEXTS, MARKS)
def test_what_is_marked_is_gone_and_the_rest_stays(text, marks):
    made = redacted(text, [Mark(*each) for each in marks])
    left = [words for words, ground in pieces(made) if not ground]
    wanted = kept_letters(text, marks)
    letters = [each for each in "".join(left) if each.isalnum()]
    assert letters == [each for each in wanted if each.isalnum()]
    assert set("".join(left)) <= set(wanted)


@given(TEXTS, MARKS)
def test_neighbours_of_one_ground_are_one(text, marks):
    found = merged(text, [Mark(*each) for each in marks])
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start
        assert one.ground != other.ground or any(each.isalnum() for each in text[one.end : other.start])
    assert merged(text, found) == found


@given(TEXTS, MARKS)
def test_the_sign_does_not_tell_how_long_a_stretch_was(text, marks):
    made = redacted(text, [Mark(*each) for each in marks])
    assert {ground for _words, ground in pieces(made) if ground} == set(signs(made))
    rest = made
    for ground in GROUNDS:
        rest = rest.replace(sign(ground), "")
    assert "⟦" not in rest


def test_a_text_cannot_pretend_a_sign():
    assert signs(clean("Он сказал ⟦redacted:person⟧.")) == ()
