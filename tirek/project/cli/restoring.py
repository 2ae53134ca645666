"""`tirek restore`: brings a backup into an empty folder and database, whole or not at all, and up to this version."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from tirek.project.cli.archives import unpack
from tirek.project.cli.backups import stored_files
from tirek.project.cli.databases import empty, objects, reach
from tirek.project.cli.folders import check_folder, held, leaving_nothing, restore_mark
from tirek.project.cli.given_files import check_source
from tirek.project.cli.preparing import seal_factors, start_django
from tirek.project.cli.sealing import opened
from tirek.project.cli.steps import counting, say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import Instance, read_instance

T = TypeVar("T")


def restore(name: str) -> int:
    """Restores into an empty folder and database, brings the tables up to this version, and verifies the ledger."""
    source = Path(name)
    check_source(source)
    instance = read_instance()
    with leaving_nothing(instance):
        check_folder(instance)
        with held(instance, "restore"):
            manifest = restore_held(source, instance)
    say_codes_lost(instance)
    say("Restored. Now every entry and row is compared with the ledger:")
    return verify_and_sign(datetime.fromisoformat(manifest["made_at"]))


def restore_held(source: Path, instance: Instance) -> dict[str, Any]:
    """The restore itself, in a folder that nobody else uses meanwhile; returns the backup's manifest."""
    with step("Settings, packs and keys"):
        start_django()
    reach(instance)
    clear_half_restored(instance)
    refuse_full(instance)
    with tempfile.TemporaryDirectory(dir=instance.folder, prefix=".restore-") as folder:
        with step("Unpacking and checking every byte"), opened(source, Path(folder)) as archive:
            manifest = unpack(archive, Path(folder))
        refuse_other_edition(manifest, instance)
        with whole_or_nothing(instance):
            bring(manifest, Path(folder), instance)
    return manifest


def say_codes_lost(instance: Instance) -> None:
    """Says how many people cannot use their codes here, because the key of the second factors is in no backup."""
    lost = seal_factors()
    if not lost:
        return
    path = instance.keys / "factors.key"
    say(f"One-time codes and recovery codes of accounts: {lost} cannot be read here. They were sealed with the key of the house that was backed up.")
    say(f"Put your copy of that key at {path}. Without it passkeys still work, and everybody else needs a reset (docs/how-to/people.md).")


def verify_and_sign(made_at: datetime) -> int:
    """Verifies the ledger as of the backup; what holds is signed at once, with this instance's key, so that it does not stand bare."""
    from tirek.foundation.ledger.checkpoints import write_checkpoint
    from tirek.project.cli.verifying import verify

    outcome = verify(moment=made_at)
    if outcome == 0:
        write_checkpoint()
    return outcome


def clear_half_restored(instance: Instance) -> None:
    """Takes away what an interrupted restore left; in a server's database only its owner may do that."""
    if not restore_mark(instance).exists():
        return
    if instance.database_url and objects():
        raise Trouble("A restore was interrupted and the database of DATABASE_URL is not empty. Empty it (drop and create it), then restore again.")
    undo(instance)


def refuse_full(instance: Instance) -> None:
    """Raises Trouble unless database, files and checkpoints are empty."""
    log = instance.checkpoints / "checkpoints.log"
    if objects() or any(stored_files(instance)) or log.exists():
        where = "The database of DATABASE_URL" if instance.database_url and objects() else f"The folder {instance.folder}"
        raise Trouble(f"{where} is not empty. Restore into an empty one (DATA_DIR=… or DATABASE_URL=…).")


def refuse_other_edition(manifest: dict[str, Any], instance: Instance) -> None:
    """Invented and real records never come into each other's folder."""
    edition = "demonstration" if instance.demo else "main"
    if manifest["edition"] != edition:
        wanted = "DEMO=0" if manifest["edition"] == "main" else "DEMO=1"
        raise Trouble(f"The backup is of the {manifest['edition']} edition. Restore it with {wanted}.")


@contextmanager
def whole_or_nothing(instance: Instance) -> Iterator[None]:
    """Undoes everything when the block fails. Where even that is cut off (a crash), the mark stays and nothing starts on half a restore."""
    restore_mark(instance).write_text("")
    try:
        yield
    except BaseException as error:
        undo(instance)
        if isinstance(error, Trouble) or not isinstance(error, Exception):
            raise
        raise Trouble(f"The backup could not be restored ({' '.join(str(error).split())[:300]}). Nothing was left behind.") from error
    restore_mark(instance).unlink()


def undo(instance: Instance) -> None:
    """Makes database, files and checkpoints empty again; they were empty before."""
    empty(instance)
    for path in [*stored_files(instance), *instance.checkpoints.glob("*")]:
        path.unlink()
    (instance.folder / ".tables").unlink(missing_ok=True)
    restore_mark(instance).unlink(missing_ok=True)


def bring(manifest: dict[str, Any], folder: Path, instance: Instance) -> None:
    """Files and checkpoints, tables as they were, rows, then the migrations made since."""
    from tirek.project.cli.rows import load_rows

    put_in(manifest, folder, instance, load_rows)


def put_in(manifest: dict[str, Any], folder: Path, instance: Instance, load: Callable[..., T]) -> T:
    """The same with whatever loads the rows; its answer."""
    from django.core.management import call_command

    from tirek.foundation.ledger.acts import unguarded
    from tirek.project.cli.rows import migrate_to

    with step("Files and checkpoints"):
        move_files(folder, instance)
    with unguarded():
        with step("Tables as they were when the backup was made"):
            migrate_to(manifest["migrations"])
        with step("Rows"), (folder / "rows.jsonl").open(encoding="utf-8") as lines:
            loaded = load(lines, manifest, counting("rows"))
        with step("Tables of this version"):
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
    return loaded


def move_files(folder: Path, instance: Instance) -> None:
    """Puts files under their digests, and the checkpoints where they belong."""
    for path in sorted((folder / "files").glob("??/*")):
        target = instance.files / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    for path in sorted((folder / "checkpoints").glob("*")):
        path.replace(instance.checkpoints / path.name)
