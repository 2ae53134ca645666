"""The disk fills up under a working instance: the person is told, nothing is half-saved, and work goes on once there is space."""

import os
import subprocess
import time
from contextlib import contextmanager

import pytest

from tests.project.conftest import copy
from tests.trials.visitors import SECRETARY, Visitor

pytestmark = pytest.mark.trial
SIZE = 300


@contextmanager
def small_disk(folder):
    """A disk of its own in memory; needs the right to mount."""
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)], capture_output=True, text=True)
    if done.returncode:
        said = f"No small disk could be mounted ({done.stderr.strip()}), so a full disk was not tried."
        (pytest.fail if os.environ.get("TIREK_CI") else pytest.skip)(said)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(folder):
    """Takes all the space that is left."""
    path = folder / "ballast"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        for size in (1_000_000, 4096, 1):
            try:
                while True:
                    os.write(handle, b"\0" * size)
            except OSError:
                continue
    finally:
        os.close(handle)
    return path


def test_a_full_disk_is_told_nothing_is_half_saved_and_work_goes_on(demonstration, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        copy(demonstration.folder, disk / "data")
        demonstration.folder = disk / "data"
        with demonstration.served(limit=600) as served:
            print(f"\na disk of {SIZE} MB in memory, filled while the instance serves")
            writer = Visitor(served.port).enter(SECRETARY)
            before = {writer.register_place(f"Before {n}")[1] for n in range(5)}
            ballast = fill(disk)
            answers = []
            acknowledged = set()
            for n in range(60):
                answer, place = writer.register_place(f"Full {n}")
                acknowledged |= {place} if place else set()
                answers += [] if place else [answer]
            assert answers, "the disk never filled up"
            assert {answer.status for answer in answers} == {507}
            assert all("disk is full" in answer.text and "Nothing was saved" in answer.text for answer in answers)
            assert writer.get("/en/desk/places/").status == 200, "reading goes on"
            ballast.unlink()
            wait_until_it_writes(writer)
            kept = writer.places("Full") | writer.places("Before")
            assert before | acknowledged <= kept
            names = writer.get("/en/desk/places/?text=Full").text
            assert served.process.poll() is None
            print(f"{len(answers)} times told that the disk is full, {len(acknowledged)} writes still fitted, {names.count('Full ')} found")
        checked = demonstration.tirek("ledger", "verify")
        assert checked.returncode == 0, checked.stdout + checked.stderr


def wait_until_it_writes(writer, limit=30):
    until = time.monotonic() + limit
    while not writer.register_place("After")[1]:
        assert time.monotonic() < until, "no write came through after space was freed"
        time.sleep(0.5)


def test_a_start_and_a_backup_on_a_full_disk_are_one_sentence_and_leave_nothing(empty_place, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        empty_place.folder = disk / "data"
        empty_place.more["DEMO"] = "0"
        ballast = fill(disk)
        refused = empty_place.tirek("run")
        assert refused.returncode == 3 and "Traceback" not in refused.stderr and refused.stderr.count("tirek: ") == 1, refused.stderr
        ballast.unlink()
        assert empty_place.tirek("setup-link").returncode == 0
        empty_place.make_records(50)
        fill(disk)
        refused = empty_place.tirek("backup", str(disk / "backup"))
        assert refused.returncode == 3 and "Traceback" not in refused.stderr, refused.stderr
        assert not list(disk.glob("*backup*")) and not list(disk.glob(".*backup*"))
        (disk / "ballast").unlink()
        assert empty_place.tirek("backup", str(disk / "backup")).returncode == 0
