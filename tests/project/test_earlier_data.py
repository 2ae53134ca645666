"""Data that the previous commit's code wrote: its backup is restored, its folder is taken over, and the ledger verifies both times.

The previous commit is taken from the history of this checkout (TIREK_EARLIER= names another). Where there is no history the test says so.
"""

import os
import subprocess
import tarfile

import pytest

from tests.project.commands import ROOT

LOOK_BACK = 5


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


@pytest.fixture
def earlier(new_house, tmp_path):
    """An instance that an earlier commit's code filled, and that code."""
    commits = earlier_commits()
    if not commits:
        pytest.skip("NOT TESTED: data of the previous commit. This checkout has no history (no git, or a shallow clone of one commit).")
    reasons = []
    for number, commit in enumerate(commits):
        house, code = new_house(), tmp_path / f"code-{number}"
        reason = written_by(commit, code, house)
        if not reason:
            print(f"\ndata written by the code of {commit[:12]}")
            return house, code
        reasons.append(f"{commit[:12]}: {reason}")
    pytest.skip("NOT TESTED: data of an earlier commit. The code of none of the last commits runs in this environment:\n" + "\n".join(reasons))


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
