"""`tirek backup`: one file with rows, files and checkpoints. Keys and sessions are never in it. The format: docs/reference/backup.md."""

import fcntl
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tirek.project.cli.archives import FORMAT, MANIFEST, add_bytes, add_file, digest_of
from tirek.project.cli.databases import reach, refuse_tables_of_another_version, tables_present
from tirek.project.cli.folders import check_folder, leaving_nothing, refuse_half_restored
from tirek.project.cli.given_files import check_place
from tirek.project.cli.preparing import start_django
from tirek.project.cli.sealing import is_sealed, recipients, sealed
from tirek.project.cli.steps import counting, say, step
from tirek.project.cli.troubles import Trouble, is_full
from tirek.project.instance import BACKED_UP, Instance, read_instance

if TYPE_CHECKING:
    from tirek.project.cli.rows import Dumped

LEFT = ".tirek-backup-"
"""How everything begins that a backup makes and takes away again."""


def backup(name: str) -> int:
    """Writes a backup while the house may go on working: rows are one snapshot, files are never altered or removed."""
    recipients()  # a wrong one is told before anything is begun
    target = Path(name).resolve()
    check_place(target)
    instance = read_instance()
    with leaving_nothing(instance):
        check_folder(instance)
        refuse_half_restored(instance)
        with step("Settings, packs and keys"):
            start_django()
        reach(instance)
        if not tables_present():
            raise Trouble(f"There is nothing to back up in {instance.folder} yet. DATA_DIR and DEMO choose another folder.")
        refuse_tables_of_another_version()
    write_whole(instance, target)
    note_backup(instance)
    told = "Encrypted: only the key of TIREK_BACKUP_TO opens it." if is_sealed(target) else "It holds confidential records in clear: encrypt it (TIREK_BACKUP_TO)."
    say(f"Backup written: {target} ({target.stat().st_size:,} bytes). {told} Keep it apart from the keys.")
    return 0


def note_backup(instance: Instance) -> None:
    """Notes when the newest backup was made, for `tirek check --deploy`; that it could not be noted makes the backup no worse."""
    with suppress(OSError):
        (instance.folder / BACKED_UP).write_text(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n")


Statement = Callable[["Dumped"], dict[str, object]]
"""What the manifest of a record that is handed over says of it, once its rows are written."""


def write_whole(instance: Instance, target: Path, to: Sequence[Any] = (), statement: "Statement | None" = None) -> None:
    """The archive under its name once it is whole and on the disk; nothing when it could not be finished. Without `to` it is a backup, for whom the settings say."""
    clear_left(instance.folder, target.parent)
    draft = target.with_name(f"{LEFT}{target.name}.part")
    try:
        write_archive(instance, draft, to or recipients(), statement)
        draft.replace(target)
    except OSError as error:
        raise Trouble(f"The backup could not be written ({error.strerror}). Nothing was left behind; {'free space' if is_full(error) else 'mend that'} and try again.") from error
    finally:
        draft.unlink(missing_ok=True)


def clear_left(*folders: Path) -> None:
    """Takes away what backups left that were killed: records in clear, perhaps. What a living one works on is locked, and stays."""
    for path in (each for folder in folders for each in folder.glob(f"{LEFT}*")):
        with suppress(OSError), locked(path):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """A file or folder that nobody else has while the block lasts; raises OSError where somebody has. The system lets go when the process dies."""
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def write_archive(instance: Instance, draft: Path, to: Sequence[Any], statement: "Statement | None" = None) -> None:
    """The due checkpoint, rows, then the checkpoints that cover no more than these rows, then files (which only ever come to be)."""
    from tirek.foundation.ledger.checkpoints import notes_up_to, verifiers_path, write_checkpoint
    from tirek.project.cli.rows import dump_rows, migration_targets

    with tempfile.TemporaryDirectory(dir=instance.folder if to else draft.parent, prefix=LEFT) as folder, locked(Path(folder)):
        rows = Path(folder) / "rows.jsonl"
        write_checkpoint()
        with step("Rows"):
            dumped = dump_rows(rows, counting("rows"), handed_over=statement is not None)
        files = list(stored_files(instance))
        manifest = {
            "format": FORMAT,
            "edition": "demonstration" if instance.demo else "main",
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "migrations": migration_targets(),
            "rows": dumped.counted,
            "rows_bytes": rows.stat().st_size,
            "rows_sha256": digest_of(rows),
            "files": len(files),
            **({"handed_over": statement(dumped)} if statement else {}),
        }
        with step("Files and checkpoints"), os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as raw, locked(draft):
            with sealed(raw, to) as inside, tarfile.open(fileobj=inside, mode="w:gz", compresslevel=6) as archive:
                add_bytes(archive, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
                add_file(archive, "rows.jsonl", rows)
                add_bytes(archive, "checkpoints/checkpoints.log", notes_up_to(dumped.entries))
                if verifiers_path().exists():
                    add_file(archive, "checkpoints/verifiers.txt", verifiers_path())
                add_files(archive, files)
            raw.flush()
            os.fsync(raw.fileno())


def add_files(archive: tarfile.TarFile, files: list[Path]) -> None:
    """The stored files, with their progress."""
    tell = counting("files")
    for number, path in enumerate(files, start=1):
        add_file(archive, f"files/{path.parent.name}/{path.name}", path)
        tell(number, len(files))


def stored_files(instance: Instance) -> Iterator[Path]:
    """Stored files; drafts of a killed writer are left out."""
    return (path for path in sorted(instance.files.glob("??/*")) if len(path.name) == 64)
