"""Sealing and opening streams in the age format. Memory does not grow with them: age works in pieces of 64 KiB, and a reader here holds one piece of its source.

A sealed file says to nobody who made it: what vouches for its content must stand inside, or beside it.
"""

import errno
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import pyrage

HEADER = b"age-encryption.org/v1\n"


class NotOpened(Exception):
    """None of the keys opens it, or it is damaged."""


class SecretRefused(Exception):
    """A text that holds no secret key of age."""


class Pieces(io.RawIOBase):
    """Pieces of bytes as a file to be read, one at a time: the next is asked for when the one before was taken."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.source: Iterator[bytes] = iter(pieces)
        self.left = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """At most `size` bytes; none at the end."""
        while not self.left:
            piece = next(self.source, None)
            if piece is None:
                return b""
            self.left = memoryview(piece)
        taken = len(self.left) if size is None or size < 0 else size
        found, self.left = self.left[:taken], self.left[taken:]
        return bytes(found)


class Watched(io.RawIOBase):
    """A file whose first fault is kept: pyrage 1.4 loses one that comes with its last piece, and half of it would pass for the whole."""

    def __init__(self, raw: BinaryIO, faults: list[BaseException]) -> None:
        self.raw, self.faults = raw, faults

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, piece: Any) -> int:
        """All of the piece."""
        try:
            view = memoryview(piece)
            while view:
                view = view[self.raw.write(view) or 0 :]
        except BaseException as fault:
            self.faults.append(fault)
            raise
        return len(piece)


class Source(io.RawIOBase):
    """A file to be read whose first fault is kept too: the library tells of it without its kind."""

    def __init__(self, raw: Any, faults: list[BaseException]) -> None:
        self.raw, self.faults = raw, faults

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """As the file's own."""
        try:
            found: bytes = self.raw.read(size)
        except BaseException as fault:
            self.faults.append(fault)
            raise
        return found


def seal(source: Any, into: BinaryIO, to: Sequence[Any]) -> None:
    """Encrypts what `source` reads into a file for the recipients; whatever went wrong with either file is raised as it was, a fault of the library as OSError."""
    faults: list[BaseException] = []
    try:
        pyrage.encrypt_io(Source(source, faults), Watched(into, faults), to)
    except BaseException as fault:  # noqa: BLE001  it is raised below, the first of them
        faults.append(fault)
    if faults:
        first = faults[0]
        raise first if not isinstance(first, pyrage.EncryptError) else OSError(errno.EIO, str(first)) from first


def is_sealed(beginning: bytes) -> bool:
    """Whether a file that begins so is sealed by age."""
    return beginning.startswith(HEADER)


def secret_keys(lines: Iterable[str]) -> list[Any]:
    """The secret keys of a key file, as age-keygen writes it. Raises SecretRefused where a line is none, or none is there."""
    told = [line.strip() for line in lines]
    try:
        found = [pyrage.x25519.Identity.from_str(line) for line in told if line and not line.startswith("#")]
    except pyrage.IdentityError as error:
        raise SecretRefused from error
    if not found:
        raise SecretRefused
    return found


def unseal(source: BinaryIO, into: BinaryIO, keys: Sequence[Any]) -> None:
    """Decrypts a file with whichever of the secret keys fits. Raises NotOpened; a fault of a disk (an OSError with a number) as it was."""
    try:
        pyrage.decrypt_io(source, into, keys)
    except (pyrage.DecryptError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # the seal's own has no number
            raise
        raise NotOpened(str(error)) from error


def new_pair() -> tuple[str, str]:
    """A secret key drawn by the library, and its public one."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())
