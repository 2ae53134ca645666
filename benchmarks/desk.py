"""Server time, queries and memory of every page of the desk on a grown country. Run: python -m benchmarks.desk [--years 10] [--folder FOLDER] [--only NAME]

Each page whose address can be filled with a thing that stands is asked for by each role that it is open to: first once with its queries counted,
then again and again with the clock on it, of up to four things. `--folder` names the data folder of a demonstration that `tirek demo grow` has filled;
without it one is made, which takes its time. On PostgreSQL: python -m tests.postgres python -m benchmarks.desk. Then the served house is started:
how long that takes, and what its web worker holds in memory once it has served all lists. Figures of `cpu` are this process's own processor time.
"""

import argparse
import gc
import http.client
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.machine import machine, megabytes
from benchmarks.portal import free_port

ROOT = Path(__file__).resolve().parent.parent
ROLES = ("head", "secretary", "leader", "doctor", "analyst", "auditor", "administrator")
THINGS, TIMES, SURE = 4, 4, 40
"""Things of each address, answers of each; and answers of a page that seems to miss: of a few answers the 95th in a hundred is the slowest, whatever it waited for."""
AIMS = {10: 150.0, 100: 300.0}
QUERIES, MEMORY, START = 30, 300.0, 3.0
FURTHER = {
    "visits": ("?page=100", "?text=брод", "?state=reported", "?kind=followup&page=10"),
    "places": ("?page=9", "?text=дом+забот"),
    "members": ("?text=мир",),
    "recommendations": ("?page=1000", "?word=none&state=issued", "?overdue=on", "?addressee=lum-care", "?verification=not_implemented"),
    "reports": ("?page=50", "?state=issued"),
    "charts": ("?period=all",),
    "map": ("?measure=recommendations", "?measure=occupancy"),
    "ledger": ("?page=100", "?verb=demonstration.grown"),
}
"""Lists narrowed and leafed through."""


@dataclass
class Page:
    """What a page cost one role: milliseconds of each answer, of processor, the most queries, kilobytes."""

    name: str
    role: str
    times: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    queries: int = 0
    size: int = 0

    @property
    def p95(self) -> float:
        """By the nearest rank."""
        return share(self.times, 0.95)

    def line(self) -> str:
        """A line of the table."""
        middle, cpu = statistics.median(self.times), share(self.cpu, 0.95)
        return f"{self.name:<46} {self.role:<13} {self.queries:>4} {middle:>8.0f} {self.p95:>8.0f} {cpu:>8.0f} {self.size:>7} {len(self.times):>4}"


def share(times: list[float], part: float) -> float:
    """The time within which so large a part lies: the nearest rank (of twenty answers the slowest but one, of fewer the slowest)."""
    return sorted(times)[math.ceil(len(times) * part) - 1]


def addresses() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of the desk's addresses with the names of what stands in them."""
    from django.urls import get_resolver

    desk = next(each for each in get_resolver().url_patterns if getattr(each, "namespace", "") == "desk")
    yield from named(desk)


def named(resolver: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """All of a resolver."""
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            yield from named(each)
        elif each.name:
            yield each.name, tuple(each.pattern.converters)


def things() -> dict[str, list[dict[str, Any]]]:
    """What addresses can be filled with: by the name of the first thing in them, a few of each, some new and some old, in every state."""
    from django.apps import apps

    found: dict[str, list[dict[str, Any]]] = {}
    for name, label in {
        "place_id": "places.Place", "member_id": "mandate.Member", "entry_id": "visits.PlanEntry", "visit_id": "visits.Visit",
        "recommendation_id": "recommendations.Recommendation", "report_id": "reports.Report", "account_id": "people.Account",
        "source_id": "claims.Source", "topic_id": "claims.Topic", "value_id": "indicators.Value", "mission_id": "recommendations.Mission",
    }.items():  # fmt: skip
        rows = apps.get_model(label).objects.all()
        keys = [key for state in states(rows) for key in state.order_by("pk").values_list("pk", flat=True)[:2]]
        found[name] = [{name: key} for key in keys]
    for name, label, above in (
        ("finding_id", "visits.Finding", "visit_id"), ("measure_id", "visits.UrgentMeasure", "visit_id"), ("meeting_id", "visits.Meeting", "visit_id"),
        ("statement_id", "claims.Statement", ""),
    ):  # fmt: skip
        for row in apps.get_model(label).objects.order_by("pk")[:THINGS]:
            found.setdefault(f"{above} {name}".strip(), []).append({name: row.pk, **({above: getattr(row, above)} if above else {})})
    for row in apps.get_model("publications.Edition").objects.order_by("pk")[:THINGS]:
        found.setdefault("kind key", []).append({"kind": row.kind, "key": row.key})
    return found


def states(rows: Any) -> list[Any]:
    """The rows of each state, or all where there are none."""
    if not any(each.name == "state" for each in rows.model._meta.fields):
        return [rows]
    return [rows.filter(state=each) for each in rows.order_by().values_list("state", flat=True).distinct()]


def asked(client: Any, path: str, page: Page) -> bool:
    """Asks once with queries counted; whether the page is open to this role."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
        size = len(b"".join(answer.streaming_content)) if answer.streaming else len(answer.content)
    if answer.status_code != 200:
        return False
    page.queries, page.size = max(page.queries, len(queries)), max(page.size, size // 1024)
    return True


def clocked(client: Any, path: str, page: Page, times: int = TIMES) -> None:
    """Asks again with the clock on it."""
    for _ in range(times):
        begun, cpu = time.perf_counter(), time.process_time()
        answer = client.get(path)
        if answer.streaming:
            b"".join(answer.streaming_content)
        page.times.append((time.perf_counter() - begun) * 1000)
        page.cpu.append((time.process_time() - cpu) * 1000)


def paths(name: str, given: tuple[str, ...], known: dict[str, list[dict[str, Any]]]) -> list[str]:
    """The addresses of a name, filled."""
    from django.urls import NoReverseMatch, reverse

    try:
        return [reverse(f"desk:{name}", kwargs=each) for each in (known.get(" ".join(given), []) if given else [{}])]
    except NoReverseMatch:
        return []


def asked_until_sure(client: Any, path: str, page: Page, aim: float) -> None:
    """Asks a page that seems to miss its aim until enough answers stand beside the slow one."""
    if page.p95 >= aim:
        clocked(client, path, page, max(0, SURE - len(page.times)))


def walked(client: Any, role: str, only: str, aim: float) -> list[Page]:
    """All pages that are open to a role."""
    known, found = things(), []
    for name, given in addresses():
        if only and only != name:
            continue
        page = Page(name, role)
        open_ones = [path for path in paths(name, given, known) if asked(client, path, page)][:THINGS]
        for path in open_ones:
            clocked(client, path, page, TIMES if len(open_ones) > 1 else 2 * TIMES)
        for path in open_ones[-1:]:
            asked_until_sure(client, path, page, aim)
        found += [page] if page.times else []
        for more in FURTHER.get(name, ()) if open_ones else ():
            narrowed = Page(name + more, role)
            if asked(client, open_ones[0] + more, narrowed):
                clocked(client, open_ones[0] + more, narrowed)
                asked_until_sure(client, open_ones[0] + more, narrowed, aim)
                found.append(narrowed)
    return found


def signed_in(role: str) -> Any:
    """A client signed in as one of the demonstration's people, who has said for what he or she reads."""
    from django.apps import apps
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    account = apps.get_model("people.Account").objects.get(email=f"{role}@lumeria.example")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["confirmed_at"] = time.time()
    session.save()
    return client


def bare() -> list[str]:
    """What the database does on this machine without any program round it: commits of one row, and the simplest question."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE benchmark_commits (number integer)")
        begun, count = time.perf_counter(), 0
        while time.perf_counter() - begun < 2:
            cursor.execute("INSERT INTO benchmark_commits VALUES (1)")
            count += 1
        rate = count / (time.perf_counter() - begun)
        cursor.execute("DROP TABLE benchmark_commits")
        begun = time.perf_counter()
        for _ in range(2000):
            cursor.execute("SELECT 1")
            cursor.fetchone()
        simple = (time.perf_counter() - begun) / 2000 * 1e6
    begun = time.perf_counter()
    sum(number * number for number in range(2_000_000))
    counting = time.perf_counter() - begun
    return [f"bare: {rate:.0f} commits of one row a second, SELECT 1 in {simple:.0f} µs, two million squares in {counting * 1000:.0f} ms ({connection.vendor})"]


def sizes() -> str:
    """How much stands there."""
    from django.apps import apps

    labels = ("places.Place", "visits.Visit", "visits.Finding", "recommendations.Recommendation", "recommendations.Answer",
              "recommendations.Verification", "people.Account", "ledger.Entry", "ledger.EntryRow")  # fmt: skip
    return ", ".join(f"{apps.get_model(label).objects.count():,} {apps.get_model(label)._meta.verbose_name_plural}" for label in labels)


def served(sessions: dict[str, str], lists: list[str]) -> tuple[float, float]:
    """Starts the house as `tirek run` does; seconds until it is ready, and megabytes that its web worker holds after all lists were read."""
    port, begun = free_port(), time.perf_counter()
    house = subprocess.Popen(
        [sys.executable, "-m", "tirek", "run"], cwd=ROOT, env={**os.environ, "PORT": str(port)}, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert house.stdout
    try:
        for line in house.stdout:
            if line.startswith("Ready:"):
                break
        ready = time.perf_counter() - begun
        for session in sessions.values():
            for path in lists:
                ask(port, path, session)
        return ready, max((megabytes(pid) for pid in children(house.pid)), default=0.0)
    finally:
        os.killpg(house.pid, signal.SIGTERM)
        house.wait(30)


def ask(port: int, path: str, session: str) -> None:
    """One page over a socket."""
    line = http.client.HTTPConnection("localhost", port, timeout=120)
    line.request("GET", path, headers={"Host": "localhost", "Cookie": f"sessionid={session}"})
    line.getresponse().read()
    line.close()


def children(pid: int) -> list[int]:
    """All processes that come from one."""
    found, ahead = [], [pid]
    while ahead:
        each = ahead.pop()
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            ahead += [int(child) for child in task.read_text().split()]
        found.append(each)
    return found[1:]


def prepared(asked_for: argparse.Namespace) -> str:
    """The instance to measure on, grown if nothing else is named; returns its folder where it is to be deleted."""
    import tempfile

    own = "" if asked_for.folder else tempfile.mkdtemp(prefix="tirek-benchmark-")
    os.environ |= {"DATA_DIR": asked_for.folder or own, "DEMO": "1", "DJANGO_SETTINGS_MODULE": "tirek.project.settings"}
    if own:
        subprocess.run([sys.executable, "-m", "tirek", "demo", "grow", "--years", str(asked_for.years)], cwd=ROOT, check=True)
    import django

    django.setup()
    return own


class Stops:
    """How long the collector of garbage stopped everything to look through all: milliseconds of each."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.begun = 0.0
        gc.callbacks.append(self.told)

    def told(self, phase: str, about: dict[str, int]) -> None:
        """As gc tells."""
        if phase == "start":
            self.begun = time.perf_counter()
        elif about["generation"] == 2:
            self.times.append((time.perf_counter() - self.begun) * 1000)

    def line(self) -> str:
        """A line of the report."""
        return f"the collector looked through all {len(self.times)} times, {max(self.times, default=0.0):.0f} ms at the longest: such an answer counts like every other"


def report(pages: list[Page], aim: float, ready: float, memory: float) -> None:
    """The table, and whatever misses its aim."""
    print(f"{'page':<46} {'role':<13} {'sql':>4} {'p50 ms':>8} {'p95 ms':>8} {'p95 cpu':>8} {'KiB':>7} {'n':>4}")
    for page in sorted(pages, key=lambda each: -each.p95):
        print(page.line())
    everything = [each for page in pages for each in page.times]
    print(f"all answers: p50 {statistics.median(everything):.0f} ms, p95 {share(everything, 0.95):.0f} ms, {len(everything)} of {len(pages)} pages and roles")
    print(f"start {ready:.1f} s (aim {START:.0f}), web worker {memory:.0f} MB (aim {MEMORY:.0f})")
    missed = [page for page in pages if page.p95 >= aim or page.queries > QUERIES]
    print(f"{len(missed)} miss p95 under {aim:.0f} ms or {QUERIES} queries:")
    for page in missed:
        print("  " + page.line())


def main() -> None:
    """The whole measurement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--folder", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--roles", default=",".join(ROLES))
    told = parser.parse_args()
    print(machine())
    own = prepared(told)
    print(f"{date.today()}: {sizes()}")
    print("\n".join(bare()))
    from tirek.project.cli.collecting import settle_collector
    from tirek.project.cli.warming import warm
    from tirek.records.visits.undecided import count_passages

    count_passages()  # as a start does after an upgrade
    clients, aim = {role: signed_in(role) for role in told.roles.split(",")}, AIMS.get(told.years, AIMS[10])
    settle_collector()  # as the supervisor does before the parts of the house are forked
    warm(between=0.0)  # as a web server does once it serves
    stops = Stops()
    pages = [page for role, client in clients.items() for page in walked(client, role, told.only, aim)]
    from django.db import connection
    from django.urls import reverse

    sessions = {role: client.session.session_key for role, client in clients.items()}
    lists = [reverse(f"desk:{name}") for name, given in addresses() if not given and name in {page.name for page in pages}]
    connection.close()
    ready, memory = served(sessions, lists)
    report(pages, aim, ready, memory)
    print(stops.line())
    if own:
        shutil.rmtree(own, ignore_errors=True)


if __name__ == "__main__":
    main()
