"""SIGKILL at random moments of a served instance at work: nothing that was acknowledged is lost, and the ledger verifies."""

import http.client
import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.project.commands import ROOT, family, living
from tests.trials.conftest import number
from tests.trials.visitors import AUDITOR, BOUNDARY, SECRETARY, NoAnswer, Visitor, Writers, multipart_headers

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


def test_a_killed_worker_gives_its_job_back_and_a_killed_web_server_keeps_no_half_of_an_upload(demonstration):
    with demonstration.served(limit=600) as served:
        uploads_are_whole_or_absent(served)
        auditor = Visitor(served.port).enter(AUDITOR)
        started = auditor.post("/en/desk/ledger/verify/", {})
        assert started.status == 302
        os.kill(served.parts()["worker"], signal.SIGKILL)
        until = time.monotonic() + 300
        while "state-done" not in (page := auditor.get(started.location)).text and time.monotonic() < until:
            time.sleep(1)
        assert "state-done" in page.text, page.text
    checked = demonstration.tirek("ledger", "verify", timeout=600)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def uploads_are_whole_or_absent(served):
    """A table that was on its way, in half or whole, when every web process was killed: it is there whole or not at all, and comes in the next time."""
    secretary = Visitor(served.port).enter(SECRETARY)
    way, known = "/en/desk/sheets/bring/places/", sheets(secretary)
    assert secretary.get(way).status == 200
    rows = "".join(f"KILL-{number};Учреждение {number};Мекеме {number};prison;LU-TA\n" for number in range(9000))
    form = multipart("Reference;Name in Russian;Name in Kazakh;Kind of place;Region\n" + rows, secretary.token)
    for sent in (len(form) // 2, len(form)):
        cut_off(served, secretary, way, form[:sent], len(form))
        now = sheets(secretary)
        assert len(now - known) <= (sent == len(form)) and known <= now
        known = now
    brought = secretary.ask("POST", way, raw=form)
    assert brought.status == 302, brought.text
    assert secretary.get(brought.location).status == 200 and len(sheets(secretary) - known) == 1


def sheets(visitor):
    """The tables that the list names; each of them opens."""
    found = set(re.findall(r"/desk/sheets/([0-9a-f-]{36})/", visitor.get("/en/desk/sheets/").text))
    assert all(visitor.get(f"/en/desk/sheets/{each}/").status in (200, 302) for each in found)  # one that is not tried yet leads to its columns
    return found


def multipart(text, token):
    """A form with a file as a browser sends it."""
    fields = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="places.csv"\r\nContent-Type: text/csv\r\n\r\n'
    return f"{fields}{head}{text}\r\n--{BOUNDARY}--\r\n".encode()


def cut_off(served, visitor, path, begun, length):
    """Sends the beginning of a form and kills every web process before an answer; the house stands again afterwards."""
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)) as line:
        line.putrequest("POST", path)
        for name, value in {**visitor.headers(), **multipart_headers(length)}.items():
            line.putheader(name, value)
        line.endheaders(begun)
        time.sleep(0.05)
        for pid in reversed(family(served.parts()["web"])):
            os.kill(pid, signal.SIGKILL)
    wait_until_healthy(served)


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
