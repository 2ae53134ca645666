"""The tree against the recursive definition of RFC 9162, section 2.1.1, and known answers."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.proof.tree import EMPTY_ROOT, Frontier, appended_nodes, leaf_hash, root_at


def by_definition(leaves: list[bytes]) -> bytes:
    """MTH as the RFC writes it, slowly."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + by_definition(leaves[:k]) + by_definition(leaves[k:])).digest()


@given(st.lists(st.binary(max_size=40), max_size=70))
def test_the_incremental_tree_has_the_root_of_the_definition_at_every_size(leaves):
    nodes, frontier = {}, Frontier()
    for size, each in enumerate(leaves):
        nodes.update(appended_nodes(size, leaf_hash(each), lambda level, index: nodes[(level, index)]))
        frontier.append(leaf_hash(each))
        expected = by_definition(leaves[: size + 1])
        assert root_at(size + 1, lambda level, index: nodes[(level, index)]) == expected == frontier.root()


def test_the_empty_tree_and_the_published_first_roots():
    leaves = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    frontier = Frontier()
    for each in leaves:
        frontier.append(leaf_hash(each))
    assert frontier.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
