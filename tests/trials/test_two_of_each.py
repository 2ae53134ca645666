"""Two web servers and two workers on one database and one folder: sessions, limits, jobs and the ledger are those of one house."""

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from tests.project.commands import ROOT, family, free_port, healthy_port
from tests.trials.visitors import AUDITOR, SECRETARY, Visitor, Writers
from tirek.project.cli.parts import MODULE

pytestmark = pytest.mark.trial
JOBS = 6
ASK = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
sys.path.insert(0, "")
import django
django.setup()
from django.apps import apps
from tirek.foundation.jobs.models import Job
tasks = apps.get_model("django_tasks_database", "DBTaskResult")
if sys.argv[1:] == ["clear"]:
    tasks.objects.all().delete()
    Job.objects.all().delete()
jobs = {str(each.pk): [each.kind, each.state, each.attempts] for each in Job.objects.all()}
workers = {each.args_kwargs["args"][0]: each.worker_ids for each in tasks.objects.all()}
print(json.dumps([jobs, workers]))
"""


@contextmanager
def part(house, *words):
    """A part as `tirek run` starts it, on its own."""
    process = subprocess.Popen([*MODULE, *words], cwd=ROOT, env=house.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def until(true, limit=120, told=lambda: "", pause=0.1):
    """Waits for it; returns what it said. `told` says what is there instead when it never comes."""
    end = time.monotonic() + limit
    while not (found := true()):
        assert time.monotonic() < end, told()
        time.sleep(pause)
    return found


def jobs_of(house, *words):
    """All jobs (kind, state, attempts) and which workers took each; with "clear" none are left, such as the demonstration's own that nobody did yet."""
    done = subprocess.run([sys.executable, "-c", ASK, *words], cwd=ROOT, env=house.environ, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def sourcing(house, *words):
    script = (ROOT / "tests/project/sourcing.py").read_text()
    done = subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, env=house.environ, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def ended(house, known=()):
    """The jobs beyond those known, once all of them are over."""
    jobs = {key: told for key, told in jobs_of(house)[0].items() if key not in known}
    return jobs if jobs and all(state not in {"queued", "running"} for _kind, state, _attempts in jobs.values()) else None


@pytest.fixture
def both(demonstration):
    """The ports of two web servers, and two workers."""
    ports = [free_port(), free_port()]
    assert jobs_of(demonstration, "clear") == [{}, {}]
    with ExitStack() as stack:
        for port in ports:
            stack.enter_context(part(demonstration, "web", str(port)))
        workers = [stack.enter_context(part(demonstration, "worker")) for _ in range(2)]
        for port in ports:
            until(lambda port=port: healthy_port(port))
        yield ports, workers


def test_two_web_servers_and_two_workers_are_one_house(demonstration, both):
    (one, other), workers = both
    session_is_known_and_ended_everywhere(one, other)
    guessing_is_slowed_down_everywhere(one, other)
    known = set(jobs_of(demonstration)[0])
    with Writers(one, number=2, tag="One") as first, Writers(other, number=2, tag="Other") as second:
        auditors = [Visitor(port).enter(AUDITOR) for port in (one, other)]
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(lambda number: auditors[number % 2].post("/en/desk/ledger/verify/", {}), range(JOBS)))
        assert {answer.status for answer in answers} == {302}
        until(lambda: min(len(writers.acknowledged) for writers in (first, second)) > 5, 300)
    jobs = until(lambda: ended(demonstration, known), 600, lambda: jobs_of(demonstration), pause=1)
    assert sorted(jobs.values()) == [["ledger.verify", "done", 1]] * JOBS, "each job ran once"
    took = {key: ids for key, ids in jobs_of(demonstration)[1].items() if key in jobs}
    assert all(len(ids) == 1 for ids in took.values()) and len({ids[0] for ids in took.values()}) == 2, "both workers took part"
    for writers, port in ((first, other), (second, one)):  # each is read at the other's server
        assert not writers.refused and not writers.unanswered
        assert set(writers.acknowledged) <= Visitor(port).enter(SECRETARY).places(writers.tag)
    a_killed_workers_job_goes_on_with_the_other(demonstration, workers)
    verified = demonstration.tirek("ledger", "verify", timeout=600)
    assert verified.returncode == 0, verified.stdout


def session_is_known_and_ended_everywhere(one, other):
    person = Visitor(one).enter(SECRETARY)
    assert person.get("/en/desk/places/").status == 200
    person.port = other
    assert person.get("/en/desk/places/").status == 200
    stolen = Visitor(one, dict(person.cookies))
    assert stolen.get("/en/desk/places/").status == 200
    assert person.post("/en/accounts/logout/", {}).status == 302
    assert "/accounts/login/" in stolen.get("/en/desk/places/").location


def guessing_is_slowed_down_everywhere(one, other):
    guessers = [Visitor(one), Visitor(other)]
    for each in guessers:
        each.get("/en/accounts/login/")
    answers = [guessers[number % 2].post("/en/accounts/login/", {"login": "somebody@lumeria.example", "password": f"wrong {number}"}) for number in range(8)]
    refused = ["Too many attempts" in answer.text for answer in answers]
    assert not refused[0] and refused[-1] and refused[-2], refused


def a_killed_workers_job_goes_on_with_the_other(house, workers):
    known = set(jobs_of(house)[0])
    with ThreadPoolExecutor(1) as pool:
        entered = pool.submit(sourcing, house, "enter")
        holder = until(lambda: next((each for each in workers if len(family(each.pid)) > 1), None), pause=0.02)  # the one with a process apart that reads the text
        holder.kill()
        holder.wait()
        assert entered.result()
    until(lambda: sourcing(house, "lease_over"))
    assert list(until(lambda: ended(house, known), 600, lambda: jobs_of(house), pause=1).values()) == [["claims.propose", "done", 2]]
