"""`tirek move`: from the embedded database to a server's, with proof that nothing changed. Files, checkpoints and keys stay where they are.

Two processes, because one knows one database: the first writes all rows into a file, the second puts them into the server's database, writes them into a
file again, and both compare the sums of every table; then the ledger is verified in the new place. Until that holds nothing of the old one is touched. It knows rows
and no noun.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tirek.project.cli.databases import empty, objects, reach, refuse_tables_of_another_version, tables_present
from tirek.project.cli.folders import check_folder, held, moved_mark, refuse_half_restored
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import counting, say, step
from tirek.project.cli.troubles import Trouble, told
from tirek.project.instance import Instance, read_instance

ROWS, MANIFEST, LEFT = "rows.jsonl", "manifest.json", ".moving-"
ENDINGS = ("", "-wal", "-shm")


def move() -> int:
    """Moves a stopped instance; returns 0 when everything stands in the new place and holds. Raises Trouble; the instance is then as it was."""
    url = os.environ.get("TIREK_MOVE_TO", "")
    instance = read_instance()
    if instance.database_url:
        raise Trouble("DATABASE_URL is set: this instance is on a server already. Leave it out, and name the new database in TIREK_MOVE_TO.")
    if not url:
        raise Trouble("TIREK_MOVE_TO is not set. Give the empty database to move to, for example TIREK_MOVE_TO=postgresql://tirek:secret@localhost/tirek")
    if not instance.database.exists():
        raise Trouble(f"There is nothing to move in {instance.folder}. DATA_DIR and DEMO choose another folder.")
    check_folder(instance)
    refuse_half_restored(instance)
    with held(instance, "move"), tempfile.TemporaryDirectory(dir=instance.folder, prefix=LEFT) as folder:
        clear_left(instance, Path(folder))
        write_out(Path(folder))
        outcome = brought(Path(folder), url)
        if outcome:
            raise Trouble("The instance was not moved and is as it was; the lines above say why.")
        leave(instance)
    say(f"Moved. From now on give this instance DATABASE_URL (what TIREK_MOVE_TO names); without it, it does not start. {instance.database.name}.moved is the")
    say("old database, for the case that something is missed: delete it once a backup of the new one was made and tried.")
    return 0


def clear_left(instance: Instance, own: Path) -> None:
    """Takes away the rows that a killed move left lying beside the database."""
    for path in instance.folder.glob(f"{LEFT}*"):
        if path != own:
            shutil.rmtree(path, ignore_errors=True)


def write_out(folder: Path) -> None:
    """All rows, with the sum of each table, and the newest checkpoint before them."""
    with step("Settings, packs and keys"):
        start_django()
    from tirek.foundation.ledger.checkpoints import write_checkpoint
    from tirek.project.cli.rows import dump_rows, migration_targets

    reach(read_instance())
    if not tables_present():
        raise Trouble("There are no records to move yet: start with DATABASE_URL instead.")
    refuse_tables_of_another_version()
    write_checkpoint()
    with step("Rows out of the embedded database"):
        dumped = dump_rows(folder / ROWS, counting("rows"))
    manifest = {"rows": dumped.counted, "migrations": migration_targets(), "sums": sums(folder / ROWS)}
    (folder / MANIFEST).write_text(json.dumps(manifest))


def sums(rows: Path) -> dict[str, str]:
    """Table -> a sum of its rows that does not depend on their order: SHA-256 of each row, added up modulo 2^256."""
    found: dict[str, int] = {}
    with rows.open(encoding="utf-8") as lines:
        for line in lines:
            label, values = json.loads(line)
            said = json.dumps(values, ensure_ascii=False, sort_keys=True)
            found[label] = (found.get(label, 0) + int.from_bytes(hashlib.sha256(said.encode()).digest(), "big")) % (1 << 256)
    return {label: f"{value:064x}" for label, value in found.items()}


def brought(folder: Path, url: str) -> int:
    """What the second process answers: 0 when all rows stand in the server's database and the ledger holds there."""
    environ = {**{name: value for name, value in os.environ.items() if name != "TIREK_MOVE_TO"}, "DATABASE_URL": url}
    return subprocess.run([sys.executable, "-m", "tirek.project.cli.moving", str(folder)], env=environ, check=False).returncode


def leave(instance: Instance) -> None:
    """The old database under another name, and a mark by which no start begins an empty one in its place."""
    from django.db import connection

    connection.close()
    moved_mark(instance).write_text(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n")
    for ending in ENDINGS:
        path = Path(f"{instance.database}{ending}")
        if path.exists():
            path.replace(f"{instance.database}.moved{ending}")
    (instance.folder / ".tables").unlink(missing_ok=True)


def bring(folder: Path) -> int:
    """The second process: the rows into the empty database of DATABASE_URL, compared, and the ledger verified; undone where something differs."""
    instance = read_instance()
    with step("The server's database"):
        start_django()
        reach(instance)
        if objects():
            raise Trouble("The database of TIREK_MOVE_TO is not empty. Give an empty one (drop and create it).")
    manifest = json.loads((folder / MANIFEST).read_text())
    try:
        load(folder, manifest)
        compare(folder, manifest)
        from tirek.project.cli.verifying import verify

        outcome = verify()
    except BaseException:
        empty(instance)
        raise
    if outcome:
        empty(instance)
    return outcome


def load(folder: Path, manifest: dict[str, Any]) -> None:
    """Tables, then rows, in one transaction."""
    from django.core.management import call_command

    from tirek.foundation.ledger.acts import unguarded
    from tirek.project.cli.rows import load_rows, migrate_to

    with unguarded():
        with step("Tables"):
            migrate_to(manifest["migrations"])
            call_command("createcachetable", verbosity=0)
        with step("Rows into the server's database"), (folder / ROWS).open(encoding="utf-8") as lines:
            load_rows(lines, manifest, counting("rows"))


def compare(folder: Path, manifest: dict[str, Any]) -> None:
    """Every table read back has the sum that it had. Raises Trouble."""
    from tirek.project.cli.rows import dump_rows

    with step("Every row compared"):
        again = folder / f"again-{ROWS}"
        dump_rows(again, counting("rows"))
        found = sums(again)
    differing = sorted(label for label in {*found, *manifest["sums"]} if found.get(label) != manifest["sums"].get(label))
    if differing:
        raise Trouble(f"Rows read back differ from those that were written: {', '.join(differing)}. Nothing was left in the server's database.")
    say(f"  {sum(manifest['rows'].values()):,} rows of {len(found)} tables are the same in both.")


def main(folder: str) -> int:
    """The second process by itself; troubles are one sentence."""
    return told(lambda: bring(Path(folder)))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tirek.project.settings")
    sys.exit(main(sys.argv[1]))
