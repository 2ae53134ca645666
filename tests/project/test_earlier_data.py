"""Data that earlier code wrote: its encrypted backup is restored on empty machines by itself and by this code, brought up, moved to PostgreSQL and read there.

The whole demonstration, with rows in nearly every table, of the commit before the last five changes of the tables: a column more must not change what
the ledger vouches for. A server with PostgreSQL is brought up in tests/trials/test_server_followed. Where there is no history the test says so.
"""

import re
import shutil

import pytest

from tests.browser.walker import Walker, chromium
from tests.project.commands import ROOT, suite_server
from tests.project.earlier import code_of, commits_with_other_tables
from tests.trials.database_server import database_server

__all__ = ["chromium"]
ADMINISTRATOR = "Кай Норден"

PREPARE = """
import os, sys
sys.path.insert(0, "")
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
from tirek.project.cli.preparing import prepare
prepare()
"""
WRITE_EACH = """
from tirek.foundation.ledger.rows import LedgeredRow
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from django.apps import apps
for model in apps.get_models():
    if issubclass(model, LedgeredRow):
        with record("row.written", by=SYSTEM) as draft:
            for row in model._base_manager.all():
                row.save()
                print(model._meta.label)
            draft.of(None)
"""


def told_by(commit, folder, house):
    """Whether that commit's code could tell the demonstration here. The reason why not, else nothing."""
    made = prepared(house, code_of(commit, folder))
    return made.stderr.strip()[-500:] if made.returncode else ""


def prepared(house, root):
    """All that a start does before it serves, by the code in a folder."""
    return house.python("-c", PREPARE, root=root, timeout=600)


def made_by_one_of(commits, make, new_house, tmp_path, **given):
    """An instance that the first of these commits whose code runs here has filled, and that code; skips where there is none."""
    if not commits:
        pytest.skip("NOT TESTED: data of earlier code. This checkout has no history (no git, or a shallow clone of one commit).")
    reasons = []
    for number, commit in enumerate(commits):
        house, code = new_house(**given), tmp_path / f"code-{number}"
        reason = make(commit, code, house)
        if not reason:
            print(f"\ndata written by the code of {commit[:12]}")
            return house, code
        reasons.append(f"{commit[:12]}: {reason}")
    pytest.skip("NOT TESTED: data of an earlier commit. The code of none of these commits runs in this environment:\n" + "\n".join(reasons))


@pytest.fixture
def told_earlier(new_house, tmp_path):
    """A demonstration that code with other tables told, and that code."""
    return made_by_one_of(commits_with_other_tables(), told_by, new_house, tmp_path, more={"DEMO": "1"})


@pytest.mark.trial
@pytest.mark.skipif(bool(suite_server()), reason="it begins on the embedded database and has a server of its own")
def test_yesterdays_backup_of_earlier_code_is_restored_brought_up_and_moved_and_the_ledger_vouches_throughout(told_earlier, new_house, request, tmp_path):
    house, code = told_earlier
    backup, key, courier = tmp_path / "told.age", tmp_path / "backup.key", tmp_path / "courier"
    public = re.search(r"TIREK_BACKUP_TO=(age1\w+)", well(house.tirek("backup-key", str(key), root=code)))[1]
    assert "Encrypted" in well(house.tirek("backup", str(backup), root=code, TIREK_BACKUP_TO=public))
    shutil.copytree(house.folder / "demo", courier, ignore=shutil.ignore_patterns("*.sqlite3*"))
    shutil.rmtree(house.folder)
    at_once = new_house(more={"DEMO": "1"}).tirek("restore", str(backup), TIREK_BACKUP_KEY=str(key))
    assert "Everything holds." in well(at_once), "this code brings up what it restores, also where nobody brought the keys of then"
    machine = new_house(more={"DEMO": "1"})
    shutil.copytree(courier / "keys", machine.folder / "demo/keys")
    assert "Everything holds." in well(machine.tirek("restore", str(backup), root=code, TIREK_BACKUP_KEY=str(key)))
    brought_up(machine, tmp_path)
    with database_server() as server:
        assert "Everything holds." in well(machine.tirek("move", TIREK_MOVE_TO=server.make("tirek")))
        machine.url = server.url("tirek")
        written = machine.tirek("manage", "shell", "--no-imports", "-c", WRITE_EACH)
        assert written.returncode == 0, f"an act on rows told earlier was refused: {written.stderr}"
        assert {"recommendations.Answer", "recommendations.Recommendation", "reports.Report", "visits.Visit"} <= set(written.stdout.split())
        looked_at(machine, request.getfixturevalue("chromium"))
        well(machine.tirek("ledger", "verify"))
    kept = (courier / "checkpoints/checkpoints.log").read_bytes()
    assert kept and (machine.folder / "demo/checkpoints/checkpoints.log").read_bytes().startswith(kept), "whoever kept a note of yesterday finds it"


def well(done):
    """What a command said that ended well."""
    assert done.returncode == 0, (done.args, done.stdout, done.stderr)
    return done.stdout


def brought_up(machine, tmp_path):
    """What earlier code restored waits for this code's first start, which brings it up."""
    early = machine.tirek("backup", str(tmp_path / "not-yet.tar.gz"))
    assert early.returncode == 3 and "The tables are of an earlier version of Tirek." in early.stderr and "tirek run" in early.stderr, early
    well(prepared(machine, ROOT))
    well(machine.tirek("ledger", "verify"))


def looked_at(machine, chromium):
    """Who looks after the server signs in to the moved house, and reads where its records lie now."""
    with machine.served() as served:
        person = Walker.start(chromium, f"http://localhost:{served.port}", locale="en-GB")
        person.open("/en/accounts/demonstration/")
        person.page.get_by_role("button", name=ADMINISTRATOR).click()
        person.page.wait_for_url("**/desk/**")
        person.open("/en/desk/system/")
        person.see("PostgreSQL")
        person.finish()
