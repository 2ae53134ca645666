"""The Merkle tree of RFC 9162, section 2.1, whole and in its incremental form. It keeps nothing: callers store the nodes."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

ReadNode = Callable[[int, int], bytes]
"""Reads the hash of a perfect subtree: (level, index); level 0 is a leaf, `index` counts from the left within the level."""

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """SHA-256(0x00 || leaf)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def appended_nodes(size: int, new_leaf_hash: bytes, read: ReadNode) -> dict[tuple[int, int], bytes]:
    """The nodes that come to be when a leaf is put behind `size` others: the leaf and each perfect subtree it completes."""
    made = {(0, size): new_leaf_hash}
    level, index, digest = 0, size, new_leaf_hash
    while index % 2 == 1:
        digest = node_hash(read(level, index - 1), digest)
        level, index = level + 1, index // 2
        made[(level, index)] = digest
    return made


def root_at(size: int, read: ReadNode) -> bytes:
    """The root over the first `size` leaves; O(log size) reads."""
    return join(tuple(read(level, index) for level, index in peaks(size)))


def peaks(size: int) -> list[tuple[int, int]]:
    """The perfect subtrees that make up `size` leaves, from the left: (level, index)."""
    found, start = [], 0
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            found.append((level, start >> level))
            start += 1 << level
    return found


def join(hashes: Sequence[bytes]) -> bytes:
    """One root out of the peaks' hashes (left to right); no leaf at all has the hash of nothing."""
    if not hashes:
        return EMPTY_ROOT
    digest = hashes[-1]
    for left in reversed(hashes[:-1]):
        digest = node_hash(left, digest)
    return digest


@dataclass(slots=True)
class Frontier:
    """A tree read from left to right that keeps only its peaks: memory O(log n)."""

    size: int = 0
    held: list[tuple[int, bytes]] = field(default_factory=list)

    def append(self, digest: bytes) -> dict[tuple[int, int], bytes]:
        """Takes the next leaf's hash; returns the nodes that it completes, the leaf among them: (level, index) -> hash."""
        level, index = 0, self.size
        made = {(level, index): digest}
        while self.held and self.held[-1][0] == level:
            digest = node_hash(self.held.pop()[1], digest)
            level, index = level + 1, index // 2
            made[(level, index)] = digest
        self.held.append((level, digest))
        self.size += 1
        return made

    def root(self) -> bytes:
        """The root over all leaves taken so far."""
        return join([digest for _, digest in self.held])
