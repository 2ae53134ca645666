"""What is sealed as one file: a ZIP archive whose last member is a manifest with the size and SHA-256 of every other. It is made in pieces.

The same members make the same bytes: times are those of no day. At no moment more than one member is in memory.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MANIFEST = "manifest.json"
FORMAT = "tirek-bundle-1"
NO_DAY = (1980, 1, 1, 0, 0, 0)
NAME = re.compile(r"(?:[a-z0-9][a-z0-9._-]{0,99}/){0,3}[a-z0-9][a-z0-9._-]{0,99}")
"""Names that mean the same on every system: small letters, digits, points and dashes; never a way out of the folder."""


class NameRefused(ValueError):
    """A member's name that could mean something else elsewhere, or that stands twice: a fault of the caller."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive, before it is read."""

    name: str
    size: int
    sha256: str


def member_of(name: str, content: bytes) -> Member:
    """What the manifest says of it."""
    return Member(name, len(content), hashlib.sha256(content).hexdigest())


def manifest(members: Iterable[Member], told: dict[str, object]) -> bytes:
    """The manifest as JSON for people and programs: what is `told` of the whole, and every member."""
    listed = [{"name": each.name, "size": each.size, "sha256": each.sha256} for each in members]
    return (json.dumps({"format": FORMAT, **told, "members": listed}, ensure_ascii=False, indent=1) + "\n").encode()


class Collected(io.RawIOBase):
    """A file that keeps what is written until it is taken; nobody goes back in it."""

    def __init__(self) -> None:
        self.held: list[bytes] = []

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, piece: object) -> int:
        """Keeps a copy."""
        self.held.append(bytes(piece))  # type: ignore[call-overload]
        return len(self.held[-1])

    def taken(self) -> bytes:
        """What was written since the last time."""
        found, self.held = b"".join(self.held), []
        return found


def packed(members: Iterable[tuple[str, bytes]], told: dict[str, object]) -> Iterator[bytes]:
    """The archive in pieces, one a member, then the manifest. Raises NameRefused."""
    sink, known = Collected(), dict[str, Member]()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            if name in known or name == MANIFEST or not NAME.fullmatch(name):
                raise NameRefused(name)
            known[name] = member_of(name, content)
            write(archive, name, content)
            yield sink.taken()
        write(archive, MANIFEST, manifest(known.values(), told))
    yield sink.taken()


def write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """One member, readable by its owner alone where it is unpacked."""
    info = zipfile.ZipInfo(name, NO_DAY)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
    archive.writestr(info, content)
