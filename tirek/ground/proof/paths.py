"""Proofs in the tree of RFC 9162: that a leaf is in it (2.1.3), and that a later tree begins with an earlier one (2.1.4).

Proofs are made from stored nodes and checked from hashes alone. It keeps nothing.
"""

from tirek.ground.proof.tree import ReadNode, join, node_hash, peaks

Path = tuple[bytes, ...]


def inclusion_path(index: int, size: int, read: ReadNode) -> Path:
    """The audit path of the leaf `index` in the tree over the first `size` leaves; raises IndexError for a leaf outside."""
    if not 0 <= index < size:
        raise IndexError(f"There is no leaf {index} in a tree of {size}.")
    return tuple(_path(index, 0, size, read))


def consistency_path(earlier: int, later: int, read: ReadNode) -> Path:
    """The proof that the tree of `later` leaves begins with the tree of `earlier`; raises IndexError unless 0 < earlier <= later."""
    if not 0 < earlier <= later:
        raise IndexError(f"A tree of {later} leaves cannot be compared with one of {earlier}.")
    return tuple(_subproof(earlier, 0, later, True, read))


def inclusion_holds(leaf_digest: bytes, index: int, size: int, path: Path, root: bytes) -> bool:
    """Whether the path leads from the leaf's hash to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    first, last, digest = index, size - 1, leaf_digest
    for step in path:
        if last == 0:
            return False
        if first & 1 or first == last:
            digest = node_hash(step, digest)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            digest = node_hash(digest, step)
        first, last = first >> 1, last >> 1
    return last == 0 and digest == root


def consistency_holds(earlier: int, later: int, path: Path, earlier_root: bytes, later_root: bytes) -> bool:
    """Whether the path proves that the later tree begins with the earlier one (RFC 9162, 2.1.4.2)."""
    if earlier == later:
        return not path and earlier > 0 and earlier_root == later_root
    if not 0 < earlier < later or not path:
        return False
    steps = list(path) if earlier & (earlier - 1) else [earlier_root, *path]
    first, last = earlier - 1, later - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            new = node_hash(new, step)
        first, last = first >> 1, last >> 1
    return last == 0 and old == earlier_root and new == later_root


def _split(size: int) -> int:
    """The largest power of two smaller than `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def _subtree(start: int, size: int, read: ReadNode) -> bytes:
    """The root over `size` leaves from `start`, which is a multiple of every subtree's width."""
    return join([read(level, index + (start >> level)) for level, index in peaks(size)])


def _path(index: int, start: int, size: int, read: ReadNode) -> list[bytes]:
    if size == 1:
        return []
    half = _split(size)
    if index < half:
        return [*_path(index, start, half, read), _subtree(start + half, size - half, read)]
    return [*_path(index - half, start + half, size - half, read), _subtree(start, half, read)]


def _subproof(earlier: int, start: int, size: int, whole: bool, read: ReadNode) -> list[bytes]:
    if earlier == size:
        return [] if whole else [_subtree(start, size, read)]
    half = _split(size)
    if earlier <= half:
        return [*_subproof(earlier, start, half, whole, read), _subtree(start + half, size - half, read)]
    return [*_subproof(earlier - half, start + half, size - half, False, read), _subtree(start, half, read)]
