"""Earlier code of this checkout, as its history has it: TIREK_EARLIER= names a commit. Where there is no history there is none."""

import os
import subprocess
import tarfile

from tests.project.commands import ROOT

LOOK_BACK, MIGRATIONS = 5, "tirek/**/migrations/*.py"


def git(*words):
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""


def commits_with_other_tables():
    """The commits before the last changes of the tables, the furthest first: whoever comes from there, comes over all of them."""
    named = os.environ.get("TIREK_EARLIER")
    if named:
        return [named]
    changes = git("rev-list", f"-{LOOK_BACK}", "HEAD", "--", MIGRATIONS).decode().split()
    before = [git("rev-parse", "--verify", "--quiet", f"{each}^").decode().strip() for each in reversed(changes)]
    return [each for each in before if each and migrations(each) <= migrations("HEAD")]


def migrations(commit):
    """The steps of the tables that a commit knows: one that was given another name before anything was released is known under its last name alone."""
    return {name for name in git("ls-tree", "-r", "--name-only", commit, "tirek").decode().split() if "/migrations/0" in name}


def code_of(commit, folder):
    """The files of a commit, in a folder."""
    folder.mkdir()
    archive = folder.parent / "code.tar"
    archive.write_bytes(git("archive", "--format=tar", commit, "tirek", "locale", "demo", "pyproject.toml"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder
