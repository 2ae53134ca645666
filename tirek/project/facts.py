"""The instance in figures: versions, sizes, queues, what was signed and backed up, the certificate. What cannot be known is None. It knows no noun."""

import platform
import shutil
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import django
from django.conf import settings
from django.db import connection

from tirek.foundation.files.queries import stored
from tirek.foundation.jobs.queries import Queue, queue
from tirek.foundation.ledger.checkpoints import last_size, log_path
from tirek.foundation.ledger.writing import head_size
from tirek.foundation.notices.queries import handover
from tirek.foundation.webhooks.queries import sending
from tirek.ground.proof.certificates import certificate_ends
from tirek.project.instance import BACKED_UP, ROOT, certificate_file


@cache
def version() -> str:
    """The version of this program."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def versions() -> dict[str, str]:
    """What runs here, by name. One query."""
    return {"tirek": version(), "python": platform.python_version(), "django": django.get_version(), "database": database_version()}


def database_version() -> str:
    """The database's name and version."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version" if connection.vendor == "postgresql" else "SELECT sqlite_version()")
        (told,) = cursor.fetchone()
    return f"{'PostgreSQL' if connection.vendor == 'postgresql' else 'SQLite'} {str(told).split()[0]}"


def database_size() -> int:
    """Bytes of the database. One query on a server; of the embedded one the files."""
    if connection.vendor != "postgresql":
        name = Path(str(connection.settings_dict["NAME"]))
        return sum(path.stat().st_size for path in (name, name.with_name(f"{name.name}-wal")) if path.is_file())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        (size,) = cursor.fetchone()
    return int(size)


@dataclass(frozen=True, slots=True)
class Signed:
    """The ledger and how much of it a checkpoint covers; when the newest was written."""

    entries: int
    covered: int
    at: datetime | None

    @property
    def bare(self) -> int:
        """Entries that no checkpoint covers yet."""
        return max(0, self.entries - self.covered)


def signed() -> Signed:
    """As it stands. One query, and the end of the file of checkpoints."""
    path = log_path()
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else None
    return Signed(head_size(), last_size(path), at)


def backed_up_at() -> datetime | None:
    """When the newest backup was made, as `tirek backup` noted."""
    try:
        return datetime.fromisoformat((Path(settings.TIREK_DATA) / BACKED_UP).read_text().strip())
    except (OSError, ValueError):
        return None


def certificate() -> datetime | None:
    """When the TLS certificate ends whose file was named; None where none was, or it cannot be read."""
    path = certificate_file()
    try:
        return certificate_ends(path.read_bytes()) if path else None
    except (OSError, ValueError):
        return None


def room() -> tuple[int, int]:
    """Bytes free, and in all, of the disk where records are written."""
    told = shutil.disk_usage(settings.TIREK_DATA)
    return told.free, told.total


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it at one moment."""

    at: datetime
    versions: dict[str, str]
    database_bytes: int
    files: int
    files_bytes: int
    free: int
    disk: int
    queue: Queue
    mails_waiting: int
    mails_failed: int
    signed: Signed
    backed_up_at: datetime | None
    certificate: datetime | None
    messages_waiting: int = 0
    webhooks_failing: int = 0


def gather(now: datetime) -> Facts:
    """The facts of this instance. Some twelve queries, none over a whole table of records."""
    count, size = stored()
    free, whole = room()
    mail, hooks = handover(), sending()
    told = (queue(now), mail.waiting, mail.given_up + mail.returned, signed(), backed_up_at(), certificate(), hooks.waiting, hooks.failing)
    return Facts(now, versions(), database_size(), count, size, free, whole, *told)
