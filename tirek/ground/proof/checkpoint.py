"""Checkpoints: signed tree heads in the C2SP formats tlog-checkpoint and signed-note, with Ed25519. It knows no file."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"


class CheckpointRefused(ValueError):
    """A note that is not a checkpoint of this log, or whose signature does not hold; the message says which."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree head: the log's name, how many entries it has, the root over them (32 bytes)."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        """The three lines of the checkpoint, each ended by a newline."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def key_id(name: str, public: bytes) -> bytes:
    """The four bytes that name a key in a signed note: SHA-256(name, newline, algorithm, key), cut."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def parse_body(body: str) -> Checkpoint:
    """The checkpoint in a note's body; raises CheckpointRefused. Extension lines are allowed and not kept."""
    lines = body.split("\n")
    if len(lines) < 4 or lines[-1] or not lines[0] or not lines[1].isascii() or not lines[1].isdecimal() or (lines[1][0] == "0" and lines[1] != "0"):
        raise CheckpointRefused("The note is not a checkpoint.")
    try:
        root = base64.b64decode(lines[2], validate=True)
    except binascii.Error as error:
        raise CheckpointRefused("The root of the checkpoint is not base64.") from error
    if len(root) != 32:
        raise CheckpointRefused("The root of the checkpoint does not have 32 bytes.")
    return Checkpoint(lines[0], int(lines[1]), root)


@dataclass(frozen=True, slots=True)
class Verifier:
    """Opens notes signed by one key. `public` is the raw Ed25519 key, 32 bytes."""

    name: str
    public: bytes

    def verifier_key(self) -> str:
        """The key as text in the signed-note form: name, key id in hex, algorithm and key in base64."""
        return f"{self.name}+{key_id(self.name, self.public).hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def of_key(cls, key: str) -> "Verifier":
        """The inverse of `verifier_key`; raises CheckpointRefused for a malformed key."""
        name, _, rest = key.partition("+")
        wanted, _, encoded = rest.partition("+")
        try:
            raw = base64.b64decode(encoded, validate=True)
        except binascii.Error as error:
            raise CheckpointRefused("The verifier key is not base64.") from error
        if raw[:1] != ED25519 or len(raw) != 33 or key_id(name, raw[1:]).hex() != wanted:
            raise CheckpointRefused("The verifier key is damaged or of another kind than Ed25519.")
        return cls(name, raw[1:])

    def signed(self, note: str) -> bool:
        """Whether a signature of this key stands on the note and holds."""
        body, _, signatures = note.partition("\n\n")
        mark = f"— {self.name} "
        ours = [line[len(mark) :] for line in signatures.split("\n") if line.startswith(mark)]
        return any(self._holds(body + "\n", each) for each in ours)

    def open(self, note: str) -> Checkpoint:
        """The checkpoint of a note; raises CheckpointRefused unless our signature is on it and holds."""
        if not self.signed(note):
            raise CheckpointRefused(f"No signature of {self.name} holds on this checkpoint.")
        checkpoint = parse_body(note.partition("\n\n")[0] + "\n")
        if checkpoint.origin != self.name:
            raise CheckpointRefused(f"The checkpoint is of the log {checkpoint.origin}, not of {self.name}.")
        return checkpoint

    def _holds(self, body: str, signature: str) -> bool:
        try:
            raw = base64.b64decode(signature, validate=True)
            if raw[:4] != key_id(self.name, self.public):
                return False
            Ed25519PublicKey.from_public_bytes(self.public).verify(raw[4:], body.encode())
        except (binascii.Error, InvalidSignature):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs checkpoints of one log. `seed` is the private key, 32 bytes; it never leaves this object."""

    name: str
    seed: bytes

    def public(self) -> bytes:
        """The raw public key, 32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()

    def verifier(self) -> Verifier:
        """What opens this signer's notes."""
        return Verifier(self.name, self.public())

    def sign(self, checkpoint: Checkpoint) -> str:
        """The signed note: body, empty line, signature line."""
        body = checkpoint.body()
        raw = key_id(self.name, self.public()) + Ed25519PrivateKey.from_private_bytes(self.seed).sign(body.encode())
        return f"{body}\n— {self.name} {base64.b64encode(raw).decode()}\n"
