"""What runs by the clock: a checkpoint each minute in which entries came, and one fault does not stop the rest."""

import os
import signal
import threading

import pytest

from tests.foundation.ledger.hand import make_file
from tirek.foundation.ledger.checkpoints import read_notes, write_checkpoint
from tirek.project import schedule
from tirek.project.schedule import Timed, run_due, timed_works

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def inside_one_transaction(tmp_path, settings, monkeypatch):
    """An own folder; and the test's transaction stays open, as Django's own test client keeps it: closing the connection would end it."""
    settings.TIREK_DATA = tmp_path
    monkeypatch.setattr(schedule, "close_old_connections", lambda: None)


def notes():
    return len(list(read_notes()))


def test_a_checkpoint_is_written_each_minute_in_which_entries_came():
    works = [each for each in timed_works() if each.work == write_checkpoint]
    assert [each.every for each in works] == [60]
    make_file()
    run_due(works, now=1000.0)
    assert notes() == 1
    make_file("second.txt")
    run_due(works, now=1030.0)
    assert notes() == 1
    run_due(works, now=1060.0)
    assert notes() == 2
    run_due(works, now=1120.0)
    assert notes() == 2


def test_a_fault_in_one_work_does_not_stop_the_others(caplog):
    done = []
    run_due([Timed(60, lambda: 1 / 0), Timed(60, lambda: done.append("after"))], now=10.0)
    assert done == ["after"] and "Scheduled work failed" in caplog.text


def test_a_scheduler_that_is_told_to_stop_signs_the_last_minutes_entries_first(monkeypatch):
    monkeypatch.setattr(schedule, "timed_works", list)
    make_file()
    before = signal.getsignal(signal.SIGTERM)
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM))
    timer.start()
    try:
        schedule.run_for_ever()
    finally:
        timer.join()
        signal.signal(signal.SIGTERM, before)
    assert notes() == 1
