"""Public keys to which something is sealed: X25519 keys of age, as their owners type or paste them. It draws no key.

What is no such key is refused with the reason: a secret key pasted by mistake must not be kept, and a key of another kind would be sealed to by other programs only.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyrage
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

MOST = 10
"""Keys of one sealed file: its header is read whole by whoever opens it."""
GROUP, GROUPS = 4, 8

ANY = X25519PrivateKey.from_private_bytes(bytes(32))
"""Any secret will do to try a point with: RFC 7748 makes a multiple of eight of each. It guards nothing."""


class KeyRefused(ValueError):
    """Something that nothing can be sealed to. `why` is one of WHYS, `told` the beginning of it (of a secret key nothing)."""

    def __init__(self, why: str, told: str = "") -> None:
        super().__init__(f"{why}: {told}")
        self.why, self.told = why, told


WHYS = ("none", "secret", "other_kind", "damaged", "twice", "too_many")
OTHERS = ("ssh-", "age1pq", "age1tag", "age1yubikey", "age1se", "age1tpm", "age1fido", "-----begin", "pgp")
"""How keys of other kinds begin: of SSH and PGP, and of plugins and post-quantum keys, which not every program opens. One X25519 key in some hundreds begins so too, by chance."""
SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
"""The alphabet of BIP 173, in the order of its values."""


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, in the one form that age prints: `age1` and 58 lower-case signs."""

    text: str

    @property
    def fingerprint(self) -> str:
        """What two people compare aloud: the beginning of the SHA-256 of the key's text, 32 hexadecimal signs in groups of four."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return " ".join(digest[at : at + GROUP] for at in range(0, GROUP * GROUPS, GROUP))

    def recipient(self) -> Any:
        """The key as the library wants it."""
        return pyrage.x25519.Recipient.from_str(self.text)


def key_of(told: str) -> Key:
    """One public key out of one line; raises KeyRefused."""
    text = told.strip()
    low = text.lower()
    if low.startswith("age-secret-key-"):
        raise KeyRefused("secret")
    try:
        key = Key(str(pyrage.x25519.Recipient.from_str(low if text.isupper() else text)))
    except pyrage.RecipientError as error:
        raise KeyRefused("other_kind" if low.startswith(OTHERS) else "damaged", text[:40]) from error
    if not agrees(point_of(key.text)):
        raise KeyRefused("damaged", text[:40])
    return key


def point_of(text: str) -> bytes:
    """The 32 bytes of a key whose check-sum was found right (BIP 173: five bits a sign after `age1`, six signs of check-sum)."""
    value = 0
    for sign in text[4:-6]:
        value = value << 5 | SIGNS.index(sign)
    return (value >> 4).to_bytes(32, "big")


def agrees(point: bytes) -> bool:
    """Whether a secret can be agreed on with this point: with one of low order the answer is always nought (RFC 7748, section 6.1), and pyrage 1.4 ends the whole process over it."""
    try:
        ANY.exchange(X25519PublicKey.from_public_bytes(point))
    except ValueError:
        return False
    return True


def keys_of(told: str) -> tuple[Key, ...]:
    """The public keys of a text, one a line; empty lines and lines that begin with # (as age-keygen writes them) are passed over. Raises KeyRefused."""
    lines = [each.strip() for each in told.splitlines()]
    found = [key_of(each) for each in lines if each and not each.startswith("#")]
    if not found:
        raise KeyRefused("none")
    if len(set(found)) < len(found):
        raise KeyRefused("twice", next(each.text for each in found if found.count(each) > 1))
    if len(found) > MOST:
        raise KeyRefused("too_many", str(len(found)))
    return tuple(found)


def recipients(keys: Iterable[Key]) -> list[Any]:
    """The keys as the library wants them."""
    return [each.recipient() for each in keys]
