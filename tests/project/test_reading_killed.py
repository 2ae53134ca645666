"""A worker that is killed while it reads a source: the job goes back to the queue and the source ends read, once."""

import json
import subprocess
import time
from contextlib import contextmanager
from uuid import UUID

import pytest

from tests.project.commands import ROOT, family
from tests.project.sourcing import LINES
from tirek.project.cli.parts import MODULE

pytestmark = pytest.mark.slow


def ask(house, word, source=""):
    script = (ROOT / "tests/project/sourcing.py").read_text()
    done = house.python("-c", script, word, source)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def worker(house):
    """The worker as `tirek run` starts it; ended at the end of the block if nobody ended it before."""
    process = subprocess.Popen([*MODULE, "worker"], cwd=ROOT, env=house.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def wait(house, source, wanted, limit=180):
    until = time.monotonic() + limit
    while (found := ask(house, "state", source))["state"] != wanted:
        assert time.monotonic() < until, found
        time.sleep(0.2)
    return found


def test_a_source_whose_worker_was_killed_is_read_once(new_house, with_tables):
    house = new_house(like=with_tables)
    source = str(UUID(ask(house, "enter")))
    with worker(house) as first:
        until = time.monotonic() + 120
        while len(family(first.pid)) < 2:  # the process apart that reads the text
            assert time.monotonic() < until and first.poll() is None
            time.sleep(0.01)
        first.kill()
        first.wait()
    assert ask(house, "state", source) == {"state": "running", "attempts": 1, "told": 0, "readings": 0, "figures": 0}
    assert ask(house, "lease_over") == 1
    with worker(house):
        found = wait(house, source, "done")
    assert found == {"state": "done", "attempts": 2, "told": 1, "readings": 1, "figures": LINES}
    with worker(house):
        time.sleep(3)
    assert ask(house, "state", source) == found
