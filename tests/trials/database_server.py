"""A PostgreSQL server of a trial's own, which may be killed, started again, and taken back to an earlier moment. It listens on a socket in its folder alone."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from tests.postgres import binaries, drop_root


@dataclass
class DatabaseServer:
    """The server whose data lie in `base/data`."""

    base: Path
    programs: Path
    as_user: list[str]
    options: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        return self.base / "data"

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://tirek@/{name}?host={quote(str(self.base), safe='')}"

    def run(self, program: str, *words: str) -> str:
        """One of PostgreSQL's own programs, as the server's user; what it said."""
        done = subprocess.run([*self.as_user, self.programs / program, *words], cwd=self.base, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Until it takes connections. It is our own child: whoever adopts it might not bury it, and its place would stay taken."""
        told = ["-k", str(self.base), "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=40", *self.options]
        with (self.base / "log").open("ab") as log:
            self.process = subprocess.Popen([*self.as_user, self.programs / "postgres", "-D", self.data, *told], cwd=self.base, stdout=log, stderr=log)
        until = time.monotonic() + 60
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < until, (self.base / "log").read_text()[-2000:]
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether it takes connections."""
        try:
            psycopg.connect(self.url("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self, how: int = signal.SIGINT) -> None:
        """In order, whoever is connected."""
        self.process.send_signal(how)
        self.process.wait(60)

    def kill(self) -> None:
        """SIGKILL to the server and to all that it had started."""
        main = self.process.pid
        for pid in (main, *map(int, Path(f"/proc/{main}/task/{main}/children").read_text().split())):
            os.kill(pid, signal.SIGKILL)
        self.process.wait(60)

    def make(self, name: str) -> str:
        """A new empty database; its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as line:
            line.execute(f"CREATE DATABASE {name}")
        return self.url(name)


@contextmanager
def database_server(*options: str) -> Iterator[DatabaseServer]:
    """A running server; ended with the block. Says so where the machine has none."""
    programs = binaries()
    if programs is None:
        said = "No PostgreSQL server is installed here, so this was not tried."
        (pytest.fail if os.environ.get("TIREK_CI") else pytest.skip)(said)
    base = Path(tempfile.mkdtemp(prefix="tirek-pg-"))
    base.chmod(0o755)
    server = DatabaseServer(base, programs, drop_root(base), list(options))
    server.run("initdb", "-D", str(server.data), "-U", "tirek", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    server.start()
    try:
        yield server
    finally:
        server.stop(signal.SIGQUIT)
        shutil.rmtree(base, ignore_errors=True)
