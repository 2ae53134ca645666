"""Marks: signatures over a few values that leave the house in a file and come back, so that it can be told that they are its own. It knows no file.

A mark is Ed25519 (RFC 8032) over a prefix and the RFC 8785 bytes of the values, in URL-safe base64. The prefix keeps it apart from whatever else the same key signs.
"""

import base64
import binascii
from collections.abc import Iterable, Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tirek.ground.proof.canonical import canonical

PREFIX = b"tirek mark v1\x00"


def mark(seed: bytes, values: Mapping[str, object]) -> str:
    """The mark of these values by the key of this seed (32 bytes): 86 characters. Raises NotCanonical."""
    signed = Ed25519PrivateKey.from_private_bytes(seed).sign(PREFIX + canonical(dict(values)))
    return base64.urlsafe_b64encode(signed).decode().rstrip("=")


def holds(publics: Iterable[bytes], values: Mapping[str, object], given: str) -> bool:
    """Whether a mark was made over exactly these values by one of the keys (raw, 32 bytes each)."""
    try:
        signed = base64.urlsafe_b64decode(given + "=" * (-len(given) % 4))
    except (binascii.Error, ValueError):
        return False
    return any(_fits(public, signed, PREFIX + canonical(dict(values))) for public in publics)


def _fits(public: bytes, signed: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed, message)
    except InvalidSignature:
        return False
    return True
