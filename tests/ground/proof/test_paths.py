"""Inclusion and consistency proofs, for every leaf and every pair of sizes of small trees, and against every damage of one step."""

import pytest

from tirek.ground.proof.paths import consistency_holds, consistency_path, inclusion_holds, inclusion_path
from tirek.ground.proof.tree import appended_nodes, leaf_hash, root_at

# The eight leaves of the Certificate Transparency test vectors, and their root.
CT = [bytes.fromhex(h) for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]
CT_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def nodes(leaves):
    held = {}
    for size, leaf in enumerate(leaves):
        held.update(appended_nodes(size, leaf_hash(leaf), lambda level, index: held[level, index]))
    return lambda level, index: held[level, index]


LEAVES = [bytes([n]) for n in range(40)]
READ = nodes(LEAVES)


def test_the_known_root_comes_out():
    assert root_at(8, nodes(CT)).hex() == CT_ROOT


@pytest.mark.parametrize("size", range(1, 41))
def test_every_leaf_is_proved_and_no_other_place(size):
    root = root_at(size, READ)
    for index in range(size):
        path = inclusion_path(index, size, READ)
        assert inclusion_holds(leaf_hash(LEAVES[index]), index, size, path, root)
        assert not inclusion_holds(leaf_hash(b"other"), index, size, path, root)
        assert not any(inclusion_holds(leaf_hash(LEAVES[index]), other, size, path, root) for other in range(size) if other != index)
        assert not inclusion_holds(leaf_hash(LEAVES[index]), index, size, (*path, root), root)


@pytest.mark.parametrize("later", range(1, 41))
def test_every_earlier_tree_is_proved_and_no_damaged_one(later):
    root = root_at(later, READ)
    for earlier in range(1, later + 1):
        path, old = consistency_path(earlier, later, READ), root_at(earlier, READ)
        assert consistency_holds(earlier, later, path, old, root)
        assert not consistency_holds(earlier, later, path, leaf_hash(b"other"), root)
        assert not consistency_holds(earlier, later, (*path, root), old, root)
        for step in range(len(path)):
            assert not consistency_holds(earlier, later, (*path[:step], b"\0" * 32, *path[step + 1 :]), old, root)


def test_what_is_outside_is_refused():
    with pytest.raises(IndexError):
        inclusion_path(3, 3, READ)
    with pytest.raises(IndexError):
        consistency_path(0, 3, READ)
    assert not inclusion_holds(b"", 5, 3, (), b"") and not consistency_holds(0, 3, (), b"", b"")
