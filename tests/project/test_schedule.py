"""What runs by the clock: a checkpoint each minute in which entries came, and one fault does not stop the rest."""

import os
import signal
import threading
from unittest import mock

import pytest
from django.db import OperationalError

from tests.foundation.ledger.hand import make_file
from tests.people import COUNTRY, administrator
from tirek.foundation.jobs.clock import Work, announce, ask
from tirek.foundation.jobs.models import TimedRun
from tirek.foundation.ledger.checkpoints import read_notes, write_checkpoint
from tirek.project import schedule
from tirek.project.schedule import Timed, hasten, run_due, timed_works

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


def test_every_work_is_told_of_and_noted_and_one_that_is_wanted_becomes_due(monkeypatch):
    works = timed_works()
    announce([Work(each.name, each.words, int(each.every)) for each in works])
    assert TimedRun.objects.count() == len(works) and all(each.words for each in works)
    timed = [Timed(60, list, "mail", "Mail"), Timed(60, lambda: 1 / 0, "tasks", "Tasks")]
    run_due(timed, now=10.0)
    assert {each.name: (each.went_well, each.fault) for each in TimedRun.objects.filter(began_at__isnull=False)} == {"mail": (True, ""), "tasks": (False, "ZeroDivisionError")}
    ask(name="mail", by=administrator, country=COUNTRY)
    hasten(timed)
    assert [each.due for each in timed] == [0.0, 70.0]


def test_a_database_that_does_not_answer_stops_no_work(monkeypatch):
    done = []
    monkeypatch.setattr(schedule, "note", mock.Mock(side_effect=OperationalError))
    run_due([Timed(60, lambda: done.append("first"), "mail"), Timed(60, lambda: done.append("after"), "tasks")], now=10.0)
    assert done == ["first", "after"]


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
