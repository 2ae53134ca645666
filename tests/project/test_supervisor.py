"""The supervisor outlives its parts' troubles: a full disk under its own lines, a worker that falls again and again."""

import errno
import io
import os
import signal
import socketserver
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.project.commands import ROOT
from tirek.project.cli import running, supervisor
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


def again(house):
    """Its first part falls and is started again without a pause; whether it may."""
    part = house.parts[0]
    may = house.tended(part)
    part.due = 0.0
    return may and house.tended(part)


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


def ends(lifeline):
    time.sleep(0.05)


def test_a_worker_that_ends_of_itself_is_made_anew_without_a_word(monkeypatch, short, capfd):
    monkeypatch.setattr(supervisor, "SHORTEST_LIFE", 0.0)
    web, worker, seen = Part("web server", lives), Part("worker", ends, vital=False), set()
    house, found, watch = watched(web, worker)
    wait_for(lambda: len(seen_of(worker, seen)) >= 3)
    assert web.running and worker.falls <= 1 and not found
    house.ending = True
    watch.join(30)
    os.close(house.held)
    assert found == [0] and "stopped" not in capfd.readouterr().err


def seen_of(part, seen):
    """The processes that the part had so far."""
    if part.process and part.process.pid:
        seen.add(part.process.pid)
    return seen


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
        assert again(house)
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_what_could_not_be_said_on_a_full_disk_does_not_stand_in_the_way_of_the_next_fork(monkeypatch, short):
    """A stream with a buffer, as Python's own: what stays in it fails again when it is flushed."""
    with Path("/dev/full").open("w", buffering=1) as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        house = Supervisor([Part("worker", falls, vital=False)])
        house.start(house.parts)
        for _ in range(3):
            house.parts[0].process.join(20)
            assert again(house)
        monkeypatch.undo()
        house.end()
        os.close(house.held)


def no_process():
    raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")


def test_a_part_that_the_system_has_no_process_for_counts_as_fallen_and_is_tried_again(monkeypatch, short, capfd):
    house = Supervisor([Part("worker", lives, vital=False)])
    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", no_process)
        house.start(house.parts)
        assert not house.parts[0].running and again(house) and not house.parts[0].running
    assert again(house) and house.parts[0].running
    house.end()
    os.close(house.held)
    assert "the worker could not be started (Resource temporarily unavailable)" in capfd.readouterr().err


@pytest.fixture
def heard():
    """The signals' handlers, as they were afterwards."""
    numbers = (*supervisor.ENDING, signal.SIGCHLD)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_the_house_is_asked_for_past_the_proxy_for_the_world_outside(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with socketserver.TCPServer(("127.0.0.1", 0), Healthy) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        assert running.healthy(server.server_address[1])


class Healthy(BaseHTTPRequestHandler):
    """Answers 200 to whatever is asked."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *words):
        """Says nothing."""


def test_a_fallen_part_is_seen_though_the_end_of_children_was_ignored_before(short, heard):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    house = Supervisor([Part("worker", falls, vital=False)])
    house.listen_to_signals()
    house.start(house.parts)
    wait_for(lambda: not house.parts[0].running)
    house.end()
    os.close(house.held)


def test_a_hang_up_ends_everything_unless_it_is_ignored_as_nohup_does(heard):
    house = Supervisor([])
    for ignored in (True, False):
        signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else signal.SIG_DFL)
        house.listen_to_signals()
        os.kill(os.getpid(), signal.SIGHUP)
        time.sleep(0.01)
        assert house.ending is not ignored
    os.close(house.held)
    os.close(house.lifeline)


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


def test_no_part_waits_for_the_pause_of_another(monkeypatch):
    monkeypatch.setattr(supervisor, "LONGEST_PAUSE", 60.0)
    web, worker = Part("web server", lives), Part("worker", falls, vital=False)
    worker.falls, worker.since = 200, time.monotonic()
    house, found, watch = watched(web, worker)
    worker.falls = 200
    wait_for(lambda: worker.due is not None)
    before = web.process.pid
    os.kill(before, signal.SIGKILL)
    wait_for(lambda: web.running and web.process.pid != before)
    assert worker.due > time.monotonic() + 30 and not worker.running
    house.ending = True
    watch.join(30)
    os.close(house.held)
    assert found == [0]
