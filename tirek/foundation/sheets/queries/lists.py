"""Lists that a person asked for: whether they are made, and where they lie."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from tirek.foundation.jobs.queries import Progress, progress_behind
from tirek.foundation.sheets.models import TakenOut
from tirek.foundation.sheets.outside import path_of
from tirek.foundation.sheets.refusals import FileGone
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class ListFacts:
    """A list that was asked for, as the desk shows it or (not `shown`) as a sheet. `size` in bytes, or None while there is no file."""

    id: UUID
    kind: str
    shown: bool
    ending: str
    country: str
    asked_at: datetime
    progress: Progress | None
    size: int | None


def one_list(list_id: UUID, *, by: Actor, country: str) -> ListFacts:
    """A list of one's own; raises NotFound for anybody else's."""
    row = TakenOut.objects.filter(pk=list_id, asked_by=by.id, country=country).first()
    if row is None:
        raise NotFound
    return facts(row)


def my_lists(*, by: Actor, country: str, most: int = 20) -> tuple[ListFacts, ...]:
    """One's own newest lists."""
    return tuple(facts(row) for row in TakenOut.objects.filter(asked_by=by.id, country=country)[:most])


def facts(row: TakenOut) -> ListFacts:
    """A list as a frozen value."""
    path = path_of(row.pk, row.ending)
    size = path.stat().st_size if path.exists() else None
    return ListFacts(row.pk, row.kind, row.shown, row.ending, row.country, row.asked_at, progress_behind(row.job) if row.job else None, size)


def list_path(list_id: UUID, *, by: Actor, country: str) -> Path:
    """Where the file of one's own list lies; raises NotFound, FileGone."""
    found = one_list(list_id, by=by, country=country)
    path = path_of(found.id, found.ending)
    if not path.exists():
        raise FileGone
    return path
