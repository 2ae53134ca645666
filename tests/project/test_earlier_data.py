"""Data that earlier code wrote: its backup is restored, its folder is taken over, and the ledger verifies both times.

The whole demonstration, with rows in nearly every table, of the commit before the last five changes of the tables: a column more must not change what
the ledger vouches for. A server with PostgreSQL is brought up in tests/trials/test_server_followed. Where there is no history the test says so.
"""

import subprocess
import sys

import pytest

from tests.project.commands import ROOT
from tests.project.earlier import code_of, commits_with_other_tables

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
def told_earlier(new_house, tmp_path):
    """A demonstration that code with other tables told, and that code."""
    return made_by_one_of(commits_with_other_tables(), told_by, new_house, tmp_path, more={"DEMO": "1"})


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
