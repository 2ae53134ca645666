"""Salted leaves: a MAC that nobody can test guesses against once the salt is gone. It knows no row."""

import hmac

from tirek.ground.proof.canonical import canonical


def leaf(salt: bytes, body: object) -> bytes:
    """HMAC-SHA256 with `salt` as key over the canonical JSON of `body`; 32 bytes."""
    return hmac.digest(salt, canonical(body), "sha256")


def leaf_matches(salt: bytes, body: object, expected: bytes) -> bool:
    """Whether the leaf of a body is the expected one, compared in constant time."""
    return hmac.compare_digest(leaf(salt, body), expected)
