"""A worker that has grown large ends after the job that it has in hand, and tells no fault; a small one stays."""

import os
import signal

import pytest

from tirek.project.cli import worker

pytestmark = pytest.mark.pure


@pytest.fixture
def told(monkeypatch):
    found = []
    monkeypatch.setattr(worker.os, "kill", lambda *words: found.append(words))
    return found


def test_a_large_one_asks_itself_to_end_after_a_job(told, monkeypatch):
    monkeypatch.setattr(worker, "LARGEST", worker.memory() * 2)
    worker.end_when_large(sender=None, task_result=None)
    assert told == []
    monkeypatch.setattr(worker, "LARGEST", worker.memory() // 2)
    worker.end_when_large(sender=None, task_result=None)
    assert told == [(os.getpid(), signal.SIGTERM)]


def test_memory_is_of_this_process_and_grows_with_it():
    before = worker.memory()
    held = bytearray(os.urandom(1)) * 60_000_000
    assert worker.memory() - before > 50_000_000 and len(held) == 60_000_000
    assert before > 10_000_000


def test_memory_is_told_where_the_system_tells_no_share(monkeypatch):
    monkeypatch.setattr(worker.Path, "read_text", refuse)
    assert worker.memory() > 10_000_000


def refuse(path):
    raise OSError
