"""The page on backups is followed word for word by a new user on machines without anything; then the house moves to PostgreSQL. The ledger holds throughout."""

import re
import shutil
import subprocess

import pytest

from tests.postgres import binaries
from tests.project.commands import ROOT, suite_server
from tests.trials.database_server import database_server

pytestmark = pytest.mark.trial
PAGE = ROOT / "docs/how-to/back-up.md"
BLOCK = re.compile(r"^```sh(?: ([a-z-]+))?\n(.*?)^```", re.M | re.S)
ELSEWHERE = {"make ready": "the fresh clone is made ready in a trial of its own"}


def blocks(heading, label=""):
    """The commands under a heading that are marked so."""
    (text,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE.read_text(), re.M | re.S)
    return [block for told, block in BLOCK.findall(text) if told == label]


def followed(house, elsewhere, block, **more):
    """A block as the page gives it, each line to its end; what it said."""
    lines = [line for line in block.splitlines() if line not in ELSEWHERE]
    environ = {**house.environ, "ELSEWHERE": str(elsewhere), **more}
    done = subprocess.run(["sh", "-eu", "-c", "\n".join(lines)], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, (block, done.stdout, done.stderr)
    return done.stdout


@pytest.mark.skipif(bool(suite_server()), reason="it begins on the embedded database and has a server of its own")
def test_yesterdays_backup_is_restored_on_an_empty_machine_upgraded_and_moved(new_house, with_tables, tmp_path):
    elsewhere, old, machine = tmp_path / "elsewhere", new_house(like=with_tables), new_house()
    elsewhere.mkdir()
    places = old.make_records(2)
    key, nightly, keys = blocks("Back up")
    public = re.search(r"TIREK_BACKUP_TO=(age1\w+)", followed(old, elsewhere, key))[1]
    assert "Encrypted" in followed(old, elsewhere, nightly, TIREK_BACKUP_TO=public)
    followed(old, elsewhere, keys)
    shutil.rmtree(old.folder)
    (restore,) = blocks("Restore on an empty machine")
    assert followed(machine, elsewhere, restore).count("Everything holds.") == 2
    (upgrade,) = blocks("A new version")
    followed(machine, elsewhere, upgrade, TIREK_BACKUP_TO=public)
    with database_server() as server:
        moved = machine.tirek("move", TIREK_MOVE_TO=server.make("tirek"))
        assert moved.returncode == 0 and "Everything holds." in moved.stdout, moved.stdout + moved.stderr
        machine.url = server.url("tirek")
        assert machine.make_records(1) == places + 1
        held = machine.tirek("ledger", "verify")
        assert held.returncode == 0 and "before the seals" not in held.stderr, held.stdout + held.stderr


def test_what_needs_another_user_names_programs_and_settings_that_there_are():
    for block in blocks("Take a PostgreSQL database back to a moment", "postgres"):
        assert subprocess.run(["sh", "-n", "-c", block], check=False).returncode == 0
        for line in block.splitlines():
            program = line.split()[0]
            assert shutil.which(program) or (binaries() and (binaries() / program).exists()), program
    named = set(re.findall(r"^([a-z_]+) = ", PAGE.read_text(), re.M))
    tried = (ROOT / "tests/trials/test_point_in_time.py").read_text()
    assert named and all(f"{name}=" in tried for name in named), "the trial recovers with the very settings"
