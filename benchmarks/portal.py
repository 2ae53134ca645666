"""Pages a second of the public face, and how long a reader waits. Run: python -m benchmarks.portal [SECONDS]

An instance with the record's documents, served by `TIREK_WEB_PROCESSES` processes (as many as there are processors) over real sockets. Fifty readers
ask one page after another, then two hundred pages a second come at fixed moments, then the same while one transaction writes for all of that time.
The readers are a process of their own and take processor time from the server: what is printed is what both together reach on this machine.
"""

import json
import os
import selectors
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import machine, megabytes, own_instance

ROOT = Path(__file__).resolve().parent.parent
READERS = 50
STEADY = 200
PAGES = [
    *(f"/{language}/{path}" for language in ("ru", "kk", "ky", "en") for path in (
        "kz/", "kz/picture/", "kg/picture/", "kz/facts/registered-2023/", "kz/facts/convicted-five-years/", "kz/stations/sentence/", "kz/mechanisms/",
        "documents/004/", "documents/003/", "documents/000/", "kz/missions/spt-2023/", "glossary/",
    )),
]  # fmt: skip


@dataclass
class Reader:
    """One connection: what it asked when, and what came of it so far."""

    socket: socket.socket
    asked_at: float = 0.0
    got: bytearray = field(default_factory=bytearray)
    whole: int = -1


def connected(port: int) -> Reader:
    """A reader with an open connection."""
    made = socket.create_connection(("127.0.0.1", port))
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.setblocking(False)
    return Reader(made)


def ask(reader: Reader, path: str, asked_at: float) -> None:
    """Sends one request."""
    reader.got.clear()
    reader.whole, reader.asked_at = -1, asked_at
    reader.socket.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: identity\r\n\r\n".encode())


def answered(reader: Reader) -> bool:
    """Takes in what has come; whether the answer is whole. Fails on anything but 200."""
    part = reader.socket.recv(262_144)
    if not part:
        raise ConnectionResetError
    reader.got += part
    if reader.whole < 0 and (end := reader.got.find(b"\r\n\r\n")) >= 0:
        head = bytes(reader.got[:end]).lower()
        assert head.startswith(b"http/1.1 200"), head
        reader.whole = end + 4 + int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    return 0 <= reader.whole <= len(reader.got)


def read(port: int, seconds: float, rate: float | None, pages: list[str] = PAGES) -> list[float]:
    """Reads pages for so long and returns how long each took, in seconds: without a rate each reader asks on; with one, pages come at fixed moments.

    With a rate the time runs from the moment at which the page should have been asked for, so that a busy server is not spared.
    """
    watch, times, free = selectors.DefaultSelector(), [], deque(connected(port) for _ in range(READERS))
    for reader in free:
        watch.register(reader.socket, selectors.EVENT_READ, reader)
    begun, sent, waiting = time.perf_counter(), 0, 0
    while (now := time.perf_counter()) < begun + seconds or waiting:
        due = int((now - begun) * rate) + 1 if rate else sent + len(free)
        while free and sent < due and now < begun + seconds:
            ask(free.popleft(), pages[sent % len(pages)], begun + sent / rate if rate else time.perf_counter())
            sent, waiting = sent + 1, waiting + 1
        for key, _events in watch.select(0.001):
            reader: Reader = key.data
            try:
                whole = answered(reader)
            except ConnectionResetError:  # the server closed a connection that had stood idle
                watch.unregister(reader.socket)
                reader.socket.close()
                if reader in free:
                    free.remove(reader)
                else:
                    waiting -= 1
                free.append(connected(port))
                watch.register(free[-1].socket, selectors.EVENT_READ, free[-1])
                continue
            if whole:
                times.append(time.perf_counter() - reader.asked_at)
                free.append(reader)
                waiting -= 1
    for key in list(watch.get_map().values()):
        key.fileobj.close()  # type: ignore[union-attr]
    return times


def line(name: str, times: list[float], seconds: float) -> str:
    """One line of the table."""
    times = sorted(times)
    p95, p99 = times[int(len(times) * 0.95)], times[int(len(times) * 0.99)]
    middle = statistics.median(times)
    return f"{name:<58} {len(times) / seconds:>6.0f} pages/s  median {middle * 1000:>6.1f} ms  p95 {p95 * 1000:>6.1f} ms  p99 {p99 * 1000:>6.1f} ms"


WRITER = """
import os, sys, time, django
django.setup()
from django.db import transaction
from tirek.ground.rules.actors import Actor, Grant, Role
from tirek.ground.rules.words import Words
from tirek.registers.places.services import register_place
by = Actor("00000000-0000-0000-0000-00000000000a", frozenset({Grant(Role.SECRETARIAT, "kz", None)}), "maker")
until, number = time.monotonic() + float(sys.argv[1]), 0
with transaction.atomic():
    while time.monotonic() < until:
        register_place(country="kz", name=Words.of({"ru": f"Учреждение {number}"}), kind="prison", region="KZ-11", by=by)
        number += 1
        time.sleep(0.02)
print(number)
"""


def served(port: int) -> subprocess.Popen[bytes]:
    """The web server of this instance, in a group of its own."""
    told = {**os.environ, "TIREK_WEB_PROCESSES": os.environ.get("TIREK_WEB_PROCESSES", str(os.cpu_count()))}
    made = subprocess.Popen([sys.executable, "-m", "tirek.project.cli.parts", "web", str(port)], cwd=ROOT, env=told, start_new_session=True)
    for _ in range(600):
        try:
            read(port, 0.01, None)
        except OSError:
            time.sleep(0.1)
        else:
            return made
    raise SystemExit("the server did not come up")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def measure(port: int, seconds: float) -> None:
    """All measurements."""
    print(line(f"{READERS} readers, each page made anew", read(port, seconds, None, [f"{page}?anew" for page in PAGES]), seconds))
    print(line(f"{READERS} readers, nothing kept yet", read(port, seconds, None), seconds))
    print(line(f"{READERS} readers", read(port, seconds, None), seconds))
    print(line(f"{STEADY} pages a second", read(port, seconds, STEADY), seconds))
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(seconds + 4)], cwd=ROOT, stdout=subprocess.PIPE)
    time.sleep(3)
    print(line(f"{STEADY} pages a second while one transaction writes", read(port, seconds, STEADY), seconds))
    written, _ = writer.communicate()
    print(f"(that transaction registered {written.decode().strip()} places; load now {os.getloadavg()[0]:.1f})")


def main() -> None:
    """The whole measurement."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    print(machine())
    folder = own_instance(demo=False)
    from tirek.project.cli.preparing import prepare

    prepare()
    port = free_port()
    server = served(port)
    try:
        print(f"{len(PAGES)} addresses in four languages, {json.dumps(os.environ.get('TIREK_WEB_PROCESSES', os.cpu_count()))} web processes")
        measure(port, seconds)
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        print("memory of the web processes: " + ", ".join(f"{megabytes(int(pid)):.0f} MB" for pid in children))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
