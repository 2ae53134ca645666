"""The command line as a person uses it: subprocesses with a data folder and, on PostgreSQL, a database of their own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from tests.project import ready

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ("DATA_DIR", "DATABASE_URL", "DEMO", "PORT", "DJANGO_SETTINGS_MODULE", "PYTHONDONTWRITEBYTECODE")


@dataclass
class House:
    """One instance: its environment. `url` is its own database on the tests' server, or empty for the embedded one."""

    folder: Path
    url: str = ""
    port: int = 0
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in OURS and not name.startswith("TIREK_")}
        own = {"DATA_DIR": str(self.folder), "DEMO": "0", "PORT": str(self.port or free_port()), **self.more}
        return {**kept, **own, **({"DATABASE_URL": self.url} if self.url else {})}

    def tirek(self, *arguments: str, root: Path = ROOT, timeout: float = 120, **more: str) -> "subprocess.CompletedProcess[str]":
        """Runs one command to its end."""
        return self.python("-m", "tirek", *arguments, root=root, timeout=timeout, **more)

    def python(self, *words: str, root: Path = ROOT, timeout: float = 120, **more: str) -> "subprocess.CompletedProcess[str]":
        """Runs `python WORDS` (-m or -c and the rest) to its end, in the instance's environment and with this code or an earlier one."""
        environ = {**self.environ, **more}
        if root == ROOT:
            return ready.run(words, environ, timeout)
        return subprocess.run([sys.executable, *words], cwd=root, env=environ, capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL)

    def make_records(self, number: int = 3, root: Path = ROOT) -> int:
        """Writes places and stored files through the services, as somebody at work would; how many places there are then."""
        script = (ROOT / "tests/project/making.py").read_text()
        done = self.python("-c", script, str(number), root=root)
        assert done.returncode == 0, done.stderr
        return int(done.stdout)

    @contextmanager
    def served(self, limit: float = 90, **more: str) -> Iterator["Served"]:
        """`tirek run` until the block ends; then one SIGTERM."""
        port = self.port or free_port()
        environ = {**self.environ, "PORT": str(port), **more}
        log = self.folder.parent / f"run-{port}-{uuid4().hex[:6]}.log"
        with log.open("wb") as file:
            process = subprocess.Popen([sys.executable, "-m", "tirek", "run"], cwd=ROOT, env=environ, stdout=file, stderr=subprocess.STDOUT)
        served = Served(process, port, log)
        try:
            served.wait(limit)
            yield served
        finally:
            served.end()


@dataclass
class Served:
    """A running instance."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def words(self) -> str:
        return self.log.read_text(errors="replace")

    def wait(self, limit: float) -> None:
        """Until its last line says that it is ready."""
        until = time.monotonic() + limit
        while f"Ready: {self.home}/" not in self.words:
            assert self.process.poll() is None, self.words
            assert time.monotonic() < until, self.words
            time.sleep(0.05)

    def healthy(self) -> bool:
        """Whether /healthz answers 200."""
        return healthy_port(self.port)

    def asked(self, path: str = "/", **headers: str) -> int:
        """The status of an answer."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            line.request("GET", path, headers=headers)
            return line.getresponse().status

    def parts(self) -> dict[str, int]:
        """The processes under the supervisor: part -> pid."""
        found = {}
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                program, _, part = (entry / "comm").read_text().strip().partition(" ")
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if program == "tirek" and part and int(parent) == self.process.pid and state != "Z":
                found[part] = int(entry.name)
        return found

    def end(self) -> int:
        """One SIGTERM; returns the status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def healthy_port(port: int) -> bool:
    """Whether a web server on this port says that it lives."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def living(pids: list[int]) -> list[int]:
    """Which of these processes still run (a zombie does not)."""
    alive = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            alive.append(pid)
    return alive


def family(pid: int) -> list[int]:
    """A process and all that come from it."""
    found, parents = [pid], {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def suite_server() -> str:
    """The address of the PostgreSQL that the suite runs on, or nothing."""
    return os.environ.get("DATABASE_URL", "")


@contextmanager
def new_database(like: str = "") -> Iterator[str]:
    """A new database on the suite's server, dropped at the end; nothing when the suite runs on the embedded one.

    Empty, or a copy of another one that nobody is connected to (its address).
    """
    server = suite_server()
    if not server:
        yield ""
        return
    import psycopg

    name = f"tirek_{uuid4().hex[:12]}"
    before, _, query = server.partition("?")
    base = before.rsplit("/", 1)[0]
    with psycopg.connect(f"{base}/postgres?{query}", autocommit=True) as admin:
        template = f" TEMPLATE {like.partition('?')[0].rsplit('/', 1)[1]}" if like else ""
        admin.execute(f"CREATE DATABASE {name}{template}")
    try:
        yield f"{base}/{name}?{query}"
    finally:
        with psycopg.connect(f"{base}/postgres?{query}", autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
