"""SIGKILL at random moments of a served instance at work: nothing that was acknowledged is lost, and the ledger verifies."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.project.commands import ROOT, family, living
from tests.trials.conftest import number
from tests.trials.visitors import AUDITOR, SECRETARY, NoAnswer, Visitor, Writers

pytestmark = pytest.mark.trial
KILLS = number("TIREK_KILLS", 200)
SEED = number("TIREK_KILLS_SEED", 20_250_407)
TARGETS = ("web", "web child", "worker", "scheduler", "supervisor")


def victim(served, target):
    """The process to be killed, or None while it is just being started again."""
    if target == "supervisor":
        return served.process.pid
    parts = served.parts()
    if target != "web child":
        return parts.get(target)
    return next(iter(family(parts["web"])[1:]), None) if "web" in parts else None


def test_two_hundred_kills_lose_nothing_that_was_acknowledged(demonstration):
    chance = random.Random(SEED)
    with demonstration.served(limit=600) as served:
        demonstration.port = served.port
        writers = Writers(served.port, number=2, tag="Kill")  # two keep a write under way nearly always and leave the restarts some processor
        with writers:
            with_writes, done = 0, dict.fromkeys(TARGETS, 0)
            while sum(done.values()) < KILLS:
                wait_until_it_writes(writers)
                time.sleep(chance.uniform(0.0, 0.6))
                target = chance.choice(TARGETS)
                pid = victim(served, target)
                if pid is None or not living([pid]):
                    continue
                with writers.lock:
                    with_writes += writers.in_flight > 0
                    os.kill(pid, signal.SIGKILL)
                done[target] += 1
                if target == "supervisor":
                    served.process.wait()
                    start_again(demonstration, served)
                wait_until_healthy(served)
                assert served.process.poll() is None, served.words[-3000:]
        share = with_writes / KILLS
        print(f"\n{KILLS} kills (seed {SEED}): {', '.join(f'{name} {count}' for name, count in done.items())}")
        print(f"with writes in flight: {with_writes} ({share:.0%}); acknowledged {len(writers.acknowledged)}, unanswered {writers.unanswered}, "
              f"refused {len(writers.refused)}")
        assert share >= 1 / 3
        assert len(writers.acknowledged) >= KILLS
        assert [answer.status for answer in writers.refused if answer.status < 500] == []
        time.sleep(3)
        wait_until_healthy(served)
        kept = Visitor(served.port).enter(SECRETARY).places("Kill")
        assert set(writers.acknowledged) - kept == set(), "acknowledged and lost"
        print(f"places found afterwards: {len(kept)}")
    checked = demonstration.tirek("ledger", "verify", timeout=600)
    print(checked.stdout.splitlines()[0])
    assert checked.returncode == 0, checked.stdout + checked.stderr


def start_again(house, served):
    """A new supervisor on the same folder and port at once, as its keeper would start it."""
    environ = {**house.environ, "PORT": str(served.port)}
    with served.log.open("ab") as log:
        served.process = subprocess.Popen([sys.executable, "-m", "tirek", "run"], cwd=ROOT, env=environ, stdout=log, stderr=subprocess.STDOUT)


def wait_until_healthy(served, limit=120):
    until = time.monotonic() + limit
    while not served.healthy():
        assert served.process.poll() is None, served.words[-3000:]
        assert time.monotonic() < until, served.words[-3000:]
        time.sleep(0.05)


def wait_until_it_writes(writers, limit=90):
    """Until one more write was acknowledged: between two kills the house is at work."""
    before, until = len(writers.acknowledged), time.monotonic() + limit
    while len(writers.acknowledged) == before:
        assert time.monotonic() < until, "no write came through"
        time.sleep(0.02)


def test_a_job_whose_worker_was_killed_is_given_back_and_ends(demonstration):
    with demonstration.served(limit=600) as served:
        auditor = Visitor(served.port).enter(AUDITOR)
        started = auditor.post("/en/desk/ledger/verify/", {})
        assert started.status == 302
        os.kill(served.parts()["worker"], signal.SIGKILL)
        until = time.monotonic() + 300
        while "state-done" not in (page := auditor.get(started.location)).text and time.monotonic() < until:
            time.sleep(1)
        assert "state-done" in page.text, page.text


def test_a_first_start_that_was_killed_at_any_moment_is_finished_by_the_next(empty_place):
    chance = random.Random(SEED)
    for _ in range(number("TIREK_FIRST_START_KILLS", 6)):
        process = subprocess.Popen([sys.executable, "-m", "tirek", "run"], cwd=ROOT, env=empty_place.environ, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            process.wait(chance.uniform(1.0, 8.0))
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()
        time.sleep(1)
    with empty_place.served(limit=600) as served:
        assert Visitor(served.port).enter(SECRETARY).get("/en/desk/visits/").status == 200
    assert empty_place.tirek("ledger", "verify", timeout=600).returncode == 0


def test_no_answer_is_told_apart_from_an_answer():
    with pytest.raises(NoAnswer):
        Visitor(1).get("/")
