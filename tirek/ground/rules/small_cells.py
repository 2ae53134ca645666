"""Counts that point at nobody: small cells are joined with others before anything is shown. It knows no person and no table.

A count of one or two tells who is meant to anybody who knows the mechanism. Such cells are joined; where they alone would still be too
few, the next smallest is joined to them, so that no difference of shown numbers gives a small cell back.
"""

from collections.abc import Mapping
from typing import TypeVar

LEAST = 3

Key = TypeVar("Key")


def joined(counts: Mapping[Key, int], least: int = LEAST) -> tuple[tuple[tuple[Key, ...], int], ...]:
    """Groups of keys with their counts, in the given order, the joined group last; nothing at all where everybody together is too few."""
    present = {key: count for key, count in counts.items() if count > 0}
    large = sorted((key for key in present if present[key] >= least), key=lambda key: present[key])
    small = [key for key in present if present[key] < least]
    while small and sum(present[key] for key in small) < least:
        if not large:
            return ()
        small.append(large.pop(0))
    alone = [((key,), present[key]) for key in present if key not in small]
    together = tuple(key for key in present if key in small)
    return (*alone, (together, sum(present[key] for key in together))) if together else tuple(alone)
