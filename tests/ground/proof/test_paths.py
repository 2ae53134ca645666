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


# Published answers: the reference hashes of the Certificate Transparency project for the same eight leaves.
CT_ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    CT_ROOT,
)
A, B, C = (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
)
D, E, F = (
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
)
SEVENTH = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
INCLUSIONS = {(0, 1): (), (0, 8): (A, B, C), (5, 8): (D, E, CT_ROOTS[3]), (2, 3): (CT_ROOTS[1],), (1, 5): (CT_ROOTS[0], B, D)}
CONSISTENCIES = {(1, 1): (), (1, 8): (A, B, C), (6, 8): (F, E, CT_ROOTS[3]), (2, 5): (B, D), (6, 7): (F, SEVENTH, CT_ROOTS[3])}


def test_the_published_roots_come_out_at_every_size():
    assert tuple(root_at(size, nodes(CT)).hex() for size in range(1, 9)) == CT_ROOTS


@pytest.mark.parametrize(("index", "size"), INCLUSIONS)
def test_the_published_inclusion_proofs_come_out_and_hold(index, size):
    path = inclusion_path(index, size, nodes(CT))
    assert tuple(step.hex() for step in path) == INCLUSIONS[index, size]
    assert inclusion_holds(leaf_hash(CT[index]), index, size, path, bytes.fromhex(CT_ROOTS[size - 1]))


@pytest.mark.parametrize(("earlier", "later"), CONSISTENCIES)
def test_the_published_consistency_proofs_come_out_and_hold(earlier, later):
    path = consistency_path(earlier, later, nodes(CT))
    assert tuple(step.hex() for step in path) == CONSISTENCIES[earlier, later]
    assert consistency_holds(earlier, later, path, bytes.fromhex(CT_ROOTS[earlier - 1]), bytes.fromhex(CT_ROOTS[later - 1]))
