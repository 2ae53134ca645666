"""The page on backups is followed word for word by a new user on machines without anything. The ledger holds throughout.

Its part on PostgreSQL is followed in test_point_in_time; what earlier code wrote is restored, brought up and moved in tests/project/test_earlier_data.
"""

import re
import shutil
import subprocess

import pytest

from tests.project.commands import ROOT, suite_server

pytestmark = pytest.mark.trial
PAGE = ROOT / "docs/how-to/back-up.md"
BLOCK = re.compile(r"^```([a-z -]+)\n(.*?)^```", re.M | re.S)
ELSEWHERE = {"make ready": "the fresh clone is made ready in a trial of its own"}


def blocks(heading):
    """What stands under a heading to be typed or written into a file: what it is marked with, and itself."""
    (text,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE.read_text(), re.M | re.S)
    return BLOCK.findall(text)


def commands(heading):
    """The commands under a heading."""
    return [block for _label, block in blocks(heading)]


def followed(house, elsewhere, block, **more):
    """A block as the page gives it, each line to its end; what it said."""
    lines = [line for line in block.splitlines() if line not in ELSEWHERE]
    environ = {**house.environ, "ELSEWHERE": str(elsewhere), **more}
    done = subprocess.run(["sh", "-eu", "-c", "\n".join(lines)], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, (block, done.stdout, done.stderr)
    return done.stdout


@pytest.mark.skipif(bool(suite_server()), reason="the embedded database is what a new user has")
def test_yesterdays_backup_is_restored_on_an_empty_machine_and_upgraded(new_house, with_tables, tmp_path):
    elsewhere, old, machine = tmp_path / "elsewhere", new_house(like=with_tables), new_house()
    elsewhere.mkdir()
    places = old.make_records(2)
    key, nightly, keys = commands("Back up")
    public = re.search(r"TIREK_BACKUP_TO=(age1\w+)", followed(old, elsewhere, key))[1]
    assert "Encrypted" in followed(old, elsewhere, nightly, TIREK_BACKUP_TO=public)
    followed(old, elsewhere, keys)
    shutil.rmtree(old.folder)
    (restore,) = commands("Restore on an empty machine")
    assert followed(machine, elsewhere, restore).count("Everything holds.") == 2
    (upgrade,) = commands("A new version")
    followed(machine, elsewhere, upgrade, TIREK_BACKUP_TO=public)
    assert machine.make_records(1) == places + 1
    held = machine.tirek("ledger", "verify")
    assert held.returncode == 0 and "before the seals" not in held.stderr, held.stdout + held.stderr
