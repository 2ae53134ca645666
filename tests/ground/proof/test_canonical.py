"""One value has one sequence of bytes, whichever of the two ways writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.proof.canonical import MAX_INT, NotCanonical, _text, canonical

pytestmark = pytest.mark.pure
PLAIN = st.none() | st.booleans() | st.integers(-MAX_INT, MAX_INT) | st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner))


@given(VALUES)
def test_the_quick_way_writes_what_the_slow_one_does(value):
    assert canonical(value) == _text(value).encode()


def test_keys_beyond_ascii_are_sorted_by_their_sixteen_bit_units():
    assert canonical({"\ufb33": 1, "\U0001f600": 2, "a": 3}).decode() == '{"a":3,"\U0001f600":2,"\ufb33":1}'


@pytest.mark.parametrize("value", [1.5, MAX_INT + 1, -MAX_INT - 1, {1: 2}, b"", {"a": [0.0]}, {None: 1}], ids=repr)
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)
