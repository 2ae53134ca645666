"""The supervisor outlives its parts' troubles: a full disk under its own lines, a worker that falls again and again."""

import io
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from tirek.project.cli import supervisor
from tirek.project.cli.supervisor import Part, Supervisor

pytestmark = pytest.mark.pure
FALLS, LIVES = [sys.executable, "-c", "raise SystemExit(9)"], [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(supervisor, "LONGEST_PAUSE", 0.0)
    monkeypatch.setattr(supervisor, "TOO_OFTEN", 3)


def watched(*parts):
    """What the watch answers, and the parts as they then are; a minute at most."""
    house, found = Supervisor(parts), []
    house.start(parts)
    watch = threading.Thread(target=lambda: found.append(house.watch()), daemon=True)
    watch.start()
    return house, found, watch


def wait_for(reached):
    until = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_under_its_own_lines_ends_nothing(monkeypatch, short):
    with io.TextIOWrapper(io.FileIO("/dev/full", "w"), write_through=True) as full:
        monkeypatch.setattr(sys, "stderr", full)
        web, worker = Part("web server", LIVES), Part("worker", FALLS, vital=False)
        house, found, watch = watched(web, worker)
        wait_for(lambda: worker.falls >= 2)
        assert web.running and watch.is_alive() and not found
        house.ending = True
        watch.join(30)
        monkeypatch.undo()
        os.close(house.held)
        assert found == [0] and not web.running


def test_a_worker_that_falls_again_and_again_leaves_people_reading(short, capfd):
    web, worker = Part("web server", LIVES), Part("worker", FALLS, vital=False)
    house, found, watch = watched(web, worker)
    wait_for(lambda: worker.falls >= 6)
    assert web.running and not found
    house.ending = True
    watch.join(30)
    os.close(house.held)
    assert found == [0] and "the worker stopped (status 9)" in capfd.readouterr().err


def test_a_web_server_that_falls_again_and_again_ends_all_with_a_reason(short, capfd):
    web, worker = Part("web server", FALLS), Part("worker", LIVES, vital=False)
    house, found, watch = watched(web, worker)
    watch.join(60)
    os.close(house.held)
    assert found == [3] and not worker.running
    assert "the web server stopped too often; the lines above say why. Everything is ended." in capfd.readouterr().err
