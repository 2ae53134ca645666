"""Files that wait for a day to be taken out: in a folder of their own, outside the stored files and in no backup, because they can be made anew."""

import time
from pathlib import Path
from uuid import UUID

from django.conf import settings

DAY = 24 * 3600
MODE = 0o600


def folder() -> Path:
    """Where the files lie; made when it is missing, for the owner alone."""
    found = Path(settings.TIREK_DATA) / "taken-out"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def path_of(taken: UUID, ending: str) -> Path:
    """The file of one list."""
    return folder() / f"{taken}.{ending}"


def put_in_place(draft: Path, target: Path) -> None:
    """A file is complete or absent, whatever killed its writer."""
    draft.chmod(MODE)
    draft.replace(target)


def remove_old(now: float | None = None) -> int:
    """Removes files older than a day, finished or not. Returns how many."""
    limit, removed = (now or time.time()) - DAY, 0
    for file in folder().iterdir():
        if file.is_file() and file.stat().st_mtime < limit:
            file.unlink(missing_ok=True)
            removed += 1
    return removed
