"""Storing files: the only way that bytes come into the house."""

from dataclasses import dataclass

from tirek.foundation.files.bytes import keep
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
    digest = keep(content)
    with record("file.stored", by=by) as entry:
        file = StoredFile(sha256=digest, size=len(content), media_type=media_type, name=name[:200], country=country, origin=origin)
        file.save()
        entry.about("file", file.pk)
        return entry.of(file)
