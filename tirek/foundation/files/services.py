"""Storing files: the only way that bytes come into the house."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from tirek.foundation.files.bytes import keep, keep_written
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class NewFile:
    """Bytes with the name and the media type that they are to have, before they are stored. The name must name nobody."""

    content: bytes
    name: str
    media_type: str


def store_file(*, content: bytes, name: str, media_type: str, country: str, by: Actor, origin: str = "entered") -> Recorded[StoredFile]:
    """Keeps bytes under their digest, then the row that tells of them; the bytes are on the disk before the row is."""
    return stored_row(keep(content), len(content), name, media_type, country, by, origin)


def store_written(*, write: Callable[[IO[bytes]], None], name: str, media_type: str, country: str, by: Actor) -> Recorded[StoredFile]:
    """The same of what `write` writes into a file piece by piece: for what is too large to be held. What it raises leaves nothing behind."""
    return stored_row(*keep_written(write), name, media_type, country, by, "entered")


def stored_row(digest: str, size: int, name: str, media_type: str, country: str, by: Actor, origin: str) -> Recorded[StoredFile]:
    """The row of bytes that lie on the disk."""
    with record("file.stored", by=by) as entry:
        file = StoredFile(sha256=digest, size=size, media_type=media_type, name=name[:200], country=country, origin=origin)
        file.save()
        entry.about("file", file.pk)
        return entry.of(file)
