"""The supervisor outlives its parts' troubles: a full disk under its own lines, a worker that falls again and again."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.project.commands import ROOT
from tirek.project.cli import supervisor
from tirek.project.cli.supervisor import Part, Supervisor

pytestmark = pytest.mark.pure


def falls(lifeline):
    raise SystemExit(9)


def lives(lifeline):
    time.sleep(600)



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
        web, worker = Part("web server", lives), Part("worker", falls, vital=False)
        house, found, watch = watched(web, worker)
        wait_for(lambda: worker.falls >= 2)
        assert web.running and watch.is_alive() and not found
        house.ending = True
        watch.join(30)
        monkeypatch.undo()
        os.close(house.held)
        assert found == [0] and not web.running


def test_a_worker_that_falls_again_and_again_leaves_people_reading(short, capfd):
    web, worker = Part("web server", lives), Part("worker", falls, vital=False)
    house, found, watch = watched(web, worker)
    wait_for(lambda: worker.falls >= 6)
    assert web.running and not found
    house.ending = True
    watch.join(30)
    os.close(house.held)
    assert found == [0] and "the worker stopped (status 9)" in capfd.readouterr().err


def test_a_web_server_that_falls_again_and_again_ends_all_with_a_reason(short, capfd):
    web, worker = Part("web server", falls), Part("worker", lives, vital=False)
    house, found, watch = watched(web, worker)
    watch.join(60)
    os.close(house.held)
    assert found == [3] and not worker.running
    assert "the web server stopped too often; the lines above say why. Everything is ended." in capfd.readouterr().err


def test_a_part_hears_a_signal_that_comes_while_it_is_being_made():
    lifeline, held = os.pipe()
    for _ in range(40):
        part = Part("worker", lives)
        part.start(lifeline, held)
        part.signal(signal.SIGTERM)
        part.process.join(20)
        assert part.process.exitcode == -signal.SIGTERM
    os.close(lifeline)
    os.close(held)


def test_what_is_not_to_be_shared_is_closed_before_every_fork(short):
    shared, seen = ["a connection"], os.pipe()

    def tells(lifeline):
        os.write(seen[1], b"shared" if shared else b".")

    house = Supervisor([Part("worker", tells, vital=False)], before=shared.clear)
    house.start(house.parts)
    for _ in range(3):
        house.parts[0].process.join(20)
        shared.append("opened meanwhile")
        assert house.restart(house.parts[0])
    house.end()
    os.close(house.held)
    assert set(os.read(seen[0], 100)) == {ord(".")}


def test_a_part_does_not_hold_the_folder_and_its_end_of_the_lifeline_alone(tmp_path):
    from tirek.project.cli.folders import HANDLES, let_go

    handle, kept = os.open(tmp_path / "held", os.O_CREAT | os.O_RDWR), os.pipe()
    HANDLES.add(handle)

    def tells(lifeline):
        let_go()
        for each in (handle, house.held):
            try:
                os.fstat(each)
                os.write(kept[1], b"open")
            except OSError:
                os.write(kept[1], b".")

    house = Supervisor([Part("worker", tells)])
    house.start(house.parts)
    house.parts[0].process.join(20)
    HANDLES.discard(handle)
    house.end()
    for each in (handle, house.held):
        os.close(each)
    assert os.read(kept[0], 100) == b".."


def test_what_fails_after_a_start_ends_the_parts_and_is_told():
    web = Part("web server", lives)
    with pytest.raises(ZeroDivisionError), Supervisor([web]) as house:
        house.start([web])
        assert web.running
        raise ZeroDivisionError
    os.close(house.held)
    assert not web.running


def test_a_supervisor_that_ends_by_a_fault_waits_for_nobody():
    code = "import time\nfrom tirek.project.cli.supervisor import Part, Supervisor\nhouse = Supervisor([Part('worker', lambda lifeline: time.sleep(600))])\nhouse.start(house.parts)\nraise SystemExit(4)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=30, check=False).returncode == 4
