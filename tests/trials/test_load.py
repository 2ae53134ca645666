"""Many readers and writers at once for a while: no answer of the 500s, and figures of throughput and waiting."""

import os
import threading
import time

import pytest

from tests.trials.conftest import number
from tests.trials.visitors import SECRETARY, Visitor, Writers

pytestmark = pytest.mark.trial
SECONDS = number("TIREK_LOAD_SECONDS", 60)
READERS = 8
PAGES = ("/", "/kk/kz/", "/en/desk/", "/en/desk/places/", "/en/desk/members/", "/en/desk/visits/")


def read(port, until, answers, person):
    visitor = Visitor(port)
    if person:
        visitor.enter(person)
    pages = PAGES if person else PAGES[:2]
    count = 0
    while time.monotonic() < until:
        answers.append(visitor.get(pages[count % len(pages)]))
        count += 1


def percentile(seconds, share):
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))]


def test_many_readers_and_writers_at_once_get_answers(demonstration):
    with demonstration.served(limit=600) as served:
        answers = []
        with Writers(served.port, number=3, tag="Load") as writers:
            until = time.monotonic() + SECONDS
            readers = [threading.Thread(target=read, args=(served.port, until, answers, SECRETARY if n % 2 else "")) for n in range(READERS)]
            for reader in readers:
                reader.start()
            for reader in readers:
                reader.join()
        statuses = {answer.status for answer in answers} | {answer.status for answer in writers.refused}
        waits = [answer.seconds for answer in answers]
        total = len(answers) + len(writers.acknowledged)
        print(f"\n{os.cpu_count()} processors, {READERS} readers and 3 writers for {SECONDS} s: {total / SECONDS:.0f} answers a second "
              f"({len(writers.acknowledged) / SECONDS:.1f} of them writes), reading p50 {percentile(waits, 0.5) * 1000:.0f} ms, "
              f"p95 {percentile(waits, 0.95) * 1000:.0f} ms, worst {max(waits) * 1000:.0f} ms")
        assert statuses == {200} and not writers.refused and not writers.unanswered
        assert len(writers.acknowledged) > SECONDS
        kept = Visitor(served.port).enter(SECRETARY).places("Load")
        assert set(writers.acknowledged) <= kept
    assert demonstration.tirek("ledger", "verify", timeout=600).returncode == 0
