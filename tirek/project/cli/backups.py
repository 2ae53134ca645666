"""`tirek backup` and `tirek restore`: one file with rows, files and checkpoints. Keys and sessions are never in it.

The format (docs/reference/backup.md): an uncompressed-name tar.gz with manifest.json, rows.jsonl, checkpoints/ and files/.
"""

import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tirek.project.cli.preparing import check_folder, start_django, tables_present
from tirek.project.cli.steps import say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import Instance, read_instance

FORMAT = "tirek-backup-1"


def backup(name: str) -> int:
    """Writes a backup while the house may go on working: rows are one snapshot, files are never altered or removed."""
    target = Path(name).resolve()
    if target.exists():
        raise Trouble(f"{target} exists already. Give a name that does not, so that no backup is overwritten.")
    if not target.parent.is_dir():
        raise Trouble(f"The folder {target.parent} does not exist. Make it first.")
    instance = read_instance()
    with step("Settings, packs and keys"):
        start_django()
    draft = target.with_name(f".{target.name}.part")
    try:
        write_archive(instance, draft)
        draft.replace(target)
    except OSError as error:
        raise Trouble(f"The backup could not be written ({error.strerror}). Nothing was left behind; free space and try again.") from error
    finally:
        draft.unlink(missing_ok=True)
    say(f"Backup written: {target} ({target.stat().st_size:,} bytes). It holds confidential records: keep it encrypted and apart from the keys.")
    return 0


def write_archive(instance: Instance, draft: Path) -> None:
    """Checkpoints first, then rows, then files: so every checkpoint covers only rows that are in the backup."""
    from tirek.project.cli.rows import dump_rows, migration_targets

    with tempfile.TemporaryDirectory(dir=draft.parent) as folder:
        checkpoints = {path.name: path.read_bytes() for path in sorted(instance.checkpoints.glob("*")) if path.is_file()}
        rows = Path(folder) / "rows.jsonl"
        with step("Rows"):
            counted = dump_rows(rows)
        manifest = {
            "format": FORMAT,
            "edition": "demonstration" if instance.demo else "main",
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "migrations": migration_targets(),
            "rows": counted,
            "rows_sha256": digest_of(rows),
        }
        with step("Files"), draft.open("wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as archive:
                add_bytes(archive, "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1).encode())
                archive.add(rows, "rows.jsonl")
                for each, content in checkpoints.items():
                    add_bytes(archive, f"checkpoints/{each}", content)
                for path in stored_files(instance):
                    archive.add(path, f"files/{path.parent.name}/{path.name}")
            raw.flush()
            os.fsync(raw.fileno())


def stored_files(instance: Instance) -> Iterator[Path]:
    """Stored files; drafts of a killed writer are left out."""
    return (path for path in sorted(instance.files.glob("??/*")) if len(path.name) == 64)


def add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    """One member from memory."""
    import io

    info = tarfile.TarInfo(name)
    info.size, info.mode = len(content), 0o600
    archive.addfile(info, io.BytesIO(content))


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(name: str) -> int:
    """Restores into an empty folder and database, brings the tables up to this version, and verifies the ledger."""
    source = Path(name)
    if not source.is_file():
        raise Trouble(f"There is no file {source}.")
    instance = read_instance()
    check_folder(instance)
    with step("Settings, packs and keys"):
        start_django()
    if tables_present() or any(stored_files(instance)):
        where = "The database of DATABASE_URL" if instance.database_url else f"The folder {instance.folder}"
        raise Trouble(f"{where} is not empty. Restore into an empty one (DATA_DIR=… or DATABASE_URL=…).")
    with tempfile.TemporaryDirectory(dir=instance.folder) as folder:
        with step("Unpacking"):
            manifest = unpack(source, Path(folder), instance)
        bring_rows(manifest, Path(folder))
        move_files(Path(folder), instance)
    from tirek.project.cli.verifying import verify

    return verify()


def unpack(source: Path, folder: Path, instance: Instance) -> dict[str, Any]:
    """Unpacks and checks the archive; raises Trouble when it is not a backup, is damaged, or is of the other edition."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(folder, filter="data")
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    except (tarfile.TarError, OSError, EOFError, ValueError) as error:
        raise Trouble(f"{source} is damaged or is not a backup of Tirek ({error}). Nothing was restored.") from error
    if manifest.get("format") != FORMAT:
        raise Trouble(f"{source} has the format {manifest.get('format')}; this version reads {FORMAT}.")
    if digest_of(folder / "rows.jsonl") != manifest["rows_sha256"]:
        raise Trouble(f"{source} is damaged: its rows are not those that were written. Nothing was restored.")
    edition = "demonstration" if instance.demo else "main"
    if manifest["edition"] != edition:
        wanted = "DEMO=0" if manifest["edition"] == "main" else "DEMO=1"
        raise Trouble(f"The backup is of the {manifest['edition']} edition. Restore it with {wanted}.")
    return manifest


def bring_rows(manifest: dict[str, Any], folder: Path) -> None:
    """Tables as they were, rows, then the migrations made since."""
    from django.core.management import call_command

    from tirek.foundation.ledger.acts import unguarded
    from tirek.project.cli.rows import load_rows, migrate_to

    with unguarded():
        with step("Tables as they were when the backup was made"):
            migrate_to(manifest["migrations"])
        with step("Rows"), (folder / "rows.jsonl").open(encoding="utf-8") as lines:
            load_rows(lines, manifest)
        with step("Tables of this version"):
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)


def move_files(folder: Path, instance: Instance) -> None:
    """Puts files under their digests (checked) and the checkpoint log where it belongs."""
    with step("Files and checkpoints"):
        for path in sorted((folder / "files").glob("??/*")):
            if digest_of(path) != path.name:
                raise Trouble(f"The file {path.name} in the backup is damaged.")
            target = instance.files / path.parent.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
        for path in sorted((folder / "checkpoints").glob("*")):
            append_before(path, instance.checkpoints / path.name)


def append_before(source: Path, target: Path) -> None:
    """Puts the backup's lines before whatever this instance has written already (its own new key)."""
    present = target.read_bytes() if target.exists() else b""
    target.write_bytes(source.read_bytes() + present)


