"""The parts share no connection to a database server with the supervisor that they were forked from, nor a pool whose threads stayed behind."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.project.commands import family, living, suite_server
from tests.trials.visitors import Visitor

pytestmark = pytest.mark.skipif(not suite_server(), reason="the embedded database has no connections to share")
AT_ONCE = 12


def answers(port):
    """What many readers at once are answered, each from the database, and how long the last one waited."""
    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as readers:
        found = list(readers.map(lambda number: Visitor(port).get(f"/en/accounts/login/?next={number}").status, range(3 * AT_ONCE)))
    return set(found), time.monotonic() - began


def test_many_readers_at_once_are_answered_before_and_after_every_part_fell(started):
    with started.served() as served:
        for _ in range(2):
            status, took = answers(served.port)
            assert status == {200} and took < 9, "a pool without threads of its own lets a reader wait for ten seconds"
            before = served.parts()
            held = [each for pid in before.values() for each in family(pid)]
            for pid in before.values():
                os.kill(pid, signal.SIGKILL)
            # What a killed web server had started listens on for a moment, and answers for the one that comes: whoever waits there is cut off.
            until = time.monotonic() + 30
            while (len(served.parts()) < 3 or living(held) or not served.healthy()) and time.monotonic() < until:
                time.sleep(0.1)
            assert not living(held)
        own = Path(f"/proc/{served.process.pid}")
        assert len(list((own / "task").iterdir())) == 1
        assert not [each for each in (own / "fd").iterdir() if str(each.readlink()).startswith("socket:")]
        assert "Traceback" not in served.words
