"""Marks: what was marked holds, and nothing else does."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.proof.checkpoint import Checkpoint, Signer
from tirek.ground.proof.marks import holds, mark

SEEDS = st.binary(min_size=32, max_size=32)
VALUES = st.dictionaries(st.text(max_size=8), st.one_of(st.text(max_size=20), st.integers(-1000, 1000), st.booleans(), st.none()), max_size=4)


def public(seed):
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


@given(SEEDS, VALUES)
def test_a_mark_holds_for_its_values_and_key(seed, values):
    assert holds([public(seed)], values, mark(seed, values))


@given(SEEDS, VALUES, VALUES)
def test_a_mark_holds_for_no_other_values(seed, values, others):
    assert holds([public(seed)], others, mark(seed, values)) == (values == others and [type(each) for each in values.values()] == [type(others[key]) for key in values])


@given(SEEDS, SEEDS, VALUES)
def test_a_mark_holds_for_no_other_key(seed, other, values):
    assert holds([public(other)], values, mark(seed, values)) == (seed == other)


@given(SEEDS, VALUES, st.text(max_size=100))
def test_what_is_no_mark_is_refused_and_breaks_nothing(seed, values, typed):
    assert not holds([public(seed)], values, typed)


def test_the_signature_of_a_checkpoint_is_no_mark():
    """Both are made by one key; the prefix keeps them apart."""
    seed = bytes(range(32))
    note = Signer("tirek/main", seed).sign(Checkpoint("tirek/main", 1, bytes(32)))
    signature = note.rsplit(" ", 1)[1].strip()
    assert not holds([public(seed)], {}, signature)
