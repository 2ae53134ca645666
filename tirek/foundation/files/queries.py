"""Reading stored files. Who may read one is decided by the room that holds its id: ask that room first."""

from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from django.db.models import Count, Sum

from tirek.foundation.files.bytes import FileDamaged, fetch, intact, path_of
from tirek.foundation.files.models import StoredFile
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a stored file without reading it; `size` in bytes."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str


def file_facts(file_id: UUID) -> FileFacts:
    """Facts of a file; raises NotFound."""
    row = StoredFile.objects.filter(pk=file_id).first()
    if row is None:
        raise NotFound
    return facts_of(row)


def facts_of(row: StoredFile) -> FileFacts:
    """A file's row as frozen values."""
    return FileFacts(row.pk, row.name, row.media_type, row.size, row.sha256)


def file_bytes(file_id: UUID) -> bytes:
    """The bytes, checked against their digest; raises NotFound or FileDamaged."""
    return fetch(file_facts(file_id).sha256)


def file_opened(file_id: UUID) -> BinaryIO:
    """The bytes as an open file, after they were compared with their digest piece by piece; raises NotFound or FileDamaged. Memory does not grow with it."""
    digest = file_facts(file_id).sha256
    if not intact(digest):
        raise FileDamaged(digest=digest)
    return path_of(digest).open("rb")


def stored() -> tuple[int, int]:
    """How many files are stored, and their bytes. One query."""
    told = StoredFile.objects.aggregate(count=Count("pk"), size=Sum("size"))
    return told["count"], told["size"] or 0
