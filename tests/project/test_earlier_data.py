"""Data that earlier code wrote: its backup is restored, its folder is taken over, and the ledger verifies both times.

Twice: records of the previous commit; and the whole demonstration, with rows in nearly every table, of the commit before the last five changes
of the tables, since a column more must not change what the ledger vouches for. Both commits are taken from the history of this checkout
(TIREK_EARLIER= names another). Where there is no history the tests say so.
"""

import os
import subprocess
import sys
import tarfile

import pytest

from tests.project.commands import ROOT

LOOK_BACK = 5
PREPARE = """
import os, sys
sys.path.insert(0, "")
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
from tirek.project.cli.preparing import prepare
prepare()
"""
WITH_ROWS = """
from tirek.foundation.ledger.rows import LedgeredRow
from django.apps import apps
print(*sorted(model._meta.label for model in apps.get_models() if issubclass(model, LedgeredRow) and model._base_manager.exists()))
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
            draft.of(None)
"""


def git(*words):
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""


def earlier_commits():
    """The commits before what is in this checkout, newest first: with unsaved changes the newest is HEAD itself."""
    named = os.environ.get("TIREK_EARLIER")
    if named:
        return [named]
    known = git("rev-list", "--first-parent", f"-{LOOK_BACK + 1}", "HEAD").decode().split()
    return known if git("status", "--porcelain", "--untracked-files=no") else known[1:]


def commits_with_other_tables():
    """The commits before the last changes of the tables, the furthest first: whoever comes from there, comes over all of them."""
    named = os.environ.get("TIREK_EARLIER")
    if named:
        return [named]
    changes = git("rev-list", f"-{LOOK_BACK}", "HEAD", "--", "tirek/**/migrations/*.py").decode().split()
    before = [git("rev-parse", "--verify", "--quiet", f"{each}^").decode().strip() for each in reversed(changes)]
    return [each for each in before if each]


def code_of(commit, folder):
    """The files of a commit, in a folder."""
    folder.mkdir()
    archive = folder.parent / "code.tar"
    archive.write_bytes(git("archive", "--format=tar", commit, "tirek", "locale", "demo", "pyproject.toml"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder


def written_by(commit, folder, house):
    """Whether that commit's code could be run here and made data: then the house holds them. The reason why not, else nothing."""
    code = code_of(commit, folder)
    made = house.tirek("setup-link", root=code)
    if made.returncode:
        return made.stderr.strip()[-500:]
    house.make_records(3, root=code)
    return ""


def told_by(commit, folder, house):
    """Whether that commit's code could tell the demonstration here. The reason why not, else nothing."""
    made = prepared(house, code_of(commit, folder))
    return made.stderr.strip()[-500:] if made.returncode else ""


def prepared(house, root):
    """All that a start does before it serves, by the code in a folder."""
    words = [sys.executable, "-c", PREPARE]
    return subprocess.run(words, cwd=root, env=house.environ, check=False, capture_output=True, text=True, timeout=600)


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
def earlier(new_house, tmp_path):
    """An instance that an earlier commit's code filled, and that code."""
    return made_by_one_of(earlier_commits(), written_by, new_house, tmp_path)


@pytest.fixture
def told_earlier(new_house, tmp_path):
    """A demonstration that code with other tables told, and that code."""
    return made_by_one_of(commits_with_other_tables(), told_by, new_house, tmp_path, more={"DEMO": "1"})


@pytest.mark.long
@pytest.mark.trial
def test_the_previous_commits_backup_and_folder_are_taken_over_and_verified(earlier, new_house, tmp_path):
    house, code = earlier
    path = tmp_path / "earlier.tar.gz"
    saved = house.tirek("backup", str(path), root=code)
    assert saved.returncode == 0, saved.stderr
    other = new_house()
    restored = other.tirek("restore", str(path))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert "Everything holds." in restored.stdout
    for each in (house, other):
        taken_over = each.tirek("setup-link", "--again")
        assert taken_over.returncode == 0, taken_over.stdout + taken_over.stderr
        assert each.make_records(1) == 4
        checked = each.tirek("ledger", "verify")
        assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.trial
def test_the_ledger_vouches_for_what_was_told_before_the_tables_changed(told_earlier, new_house, tmp_path):
    house, code = told_earlier
    path = tmp_path / "told.tar.gz"
    saved = house.tirek("backup", str(path), root=code)
    assert saved.returncode == 0, saved.stderr
    other = new_house(more={"DEMO": "1"})
    restored = other.tirek("restore", str(path))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert "Everything holds." in restored.stdout
    for words in (["ledger", "verify"], ["backup", str(tmp_path / "not-yet.tar.gz")]):
        early = house.tirek(*words)
        assert early.returncode == 3 and "The tables are of an earlier version of Tirek." in early.stderr and "tirek run" in early.stderr, early
    assert "The tables are of an earlier version" in house.tirek("check").stderr
    taken_over = prepared(house, ROOT)
    assert taken_over.returncode == 0, taken_over.stdout + taken_over.stderr
    for each in (house, other):
        filled = each.tirek("manage", "shell", "--no-imports", "-c", WITH_ROWS)
        assert {"recommendations.Answer", "recommendations.Recommendation", "reports.Report", "visits.Visit"} <= set(filled.stdout.split()), filled
        checked = each.tirek("ledger", "verify")
        assert checked.returncode == 0, checked.stdout + checked.stderr
    written = house.tirek("manage", "shell", "--no-imports", "-c", WRITE_EACH)
    assert written.returncode == 0, f"an act on rows told earlier was refused: {written.stderr}"
    again = house.tirek("ledger", "verify")
    assert again.returncode == 0, again.stdout + again.stderr
