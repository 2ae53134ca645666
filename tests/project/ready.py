"""Python programs that begin with the house's modules in memory: forked from a process that imported what needs no settings, instead of each importing it anew.

A program has its own environment, folder, arguments, streams and end, and reads its settings itself: all that depends on them is imported by it alone.
Half of what a command of the house costs is saved so. What is tried as a person has it, a new program, is tests/trials; TIREK_PROGRAMS_ANEW=1 makes
every program a new one.
"""

import atexit
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent.parent


class Program:
    """One running program; as much of `subprocess.Popen` as the tests use."""

    def __init__(self, words: Sequence[str], env: dict[str, str], out: IO | int, err: IO | int) -> None:
        self.returncode: int | None = None
        self.line = socket.socket(socket.AF_UNIX)
        self.line.connect(server())
        with Path(os.devnull).open() as nothing:
            told = json.dumps([list(words), env]).encode()
            socket.send_fds(self.line, [len(told).to_bytes(8, "big")], [each if isinstance(each, int) else each.fileno() for each in (nothing, out, err)])
            self.line.sendall(told)
            self.pid = self.heard()

    def heard(self) -> int:
        """The next number that the program's keeper says."""
        said = self.line.recv(8, socket.MSG_WAITALL)
        assert len(said) == 8, "the process with the modules is gone"
        return int.from_bytes(said, "big", signed=True)

    def wait(self, timeout: float | None = None) -> int:
        """How it ended, as `Popen.returncode`. Raises TimeoutExpired."""
        if self.returncode is None:
            self.line.settimeout(timeout)
            try:
                self.returncode = self.heard()
            except TimeoutError:
                raise subprocess.TimeoutExpired("a program", timeout or 0) from None
            self.line.close()
        return self.returncode

    def kill(self) -> None:
        """SIGKILL, unless its end was heard of."""
        if self.returncode is None:
            os.kill(self.pid, 9)


def run(words: Sequence[str], env: dict[str, str], timeout: float = 120) -> "subprocess.CompletedProcess[str]":
    """`python WORDS` to its end, in the repository's folder: what it said, and how it ended. `words` begin with -m or -c."""
    if os.environ.get("TIREK_PROGRAMS_ANEW"):
        return subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL, check=False)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        program = Program(words, env, out, err)
        try:
            program.wait(timeout)
        except BaseException:
            program.kill()
            raise
        said = [file.read().decode() for file in (out, err) if file.seek(0) == 0]
    return subprocess.CompletedProcess(list(words), program.wait(), *said)


def begun(words: Sequence[str], env: dict[str, str]) -> tuple[Program, IO[str]]:
    """A program that goes on, and what it says, line by line; its errors go where the tests' own go."""
    reading, writing = os.pipe()
    program = Program(words, env, writing, 2)
    os.close(writing)
    return program, os.fdopen(reading)


@cache
def server() -> str:
    """The address of this test process's own process with the modules; it ends when the test process does."""
    folder = tempfile.mkdtemp(prefix="tirek-ready-")
    address = f"{folder}/socket"
    environ = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    lifeline, held = os.pipe()
    process = subprocess.Popen([sys.executable, "-m", "tests.project.ready", address, str(lifeline)], cwd=ROOT, env=environ, pass_fds=[lifeline], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    os.close(lifeline)
    until = time.monotonic() + 120
    while not Path(address).exists():
        assert process.poll() is None and time.monotonic() < until, "the process with the modules did not come up"
        time.sleep(0.02)

    def end() -> None:
        os.close(held)
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    return address


# Within the process with the modules


def preload() -> None:
    """Imports every module of the house, and what it stands on, as far as that needs no settings; what does is left to each program."""
    import gc
    import importlib

    for path in sorted((ROOT / "tirek").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not name.startswith(("tirek.project", "tirek.__")) and ".migrations" not in name:
            attempt(importlib.import_module, name)
    for name in ("django.core.management", "django.db.migrations.executor", "django.db.backends.sqlite3.base", "django.db.backends.postgresql.base", "psycopg_pool", "gunicorn.app.wsgiapp"):
        attempt(importlib.import_module, name)
    from tirek.foundation.jurisdictions.loading import catalogue

    catalogue()
    gc.collect()
    gc.freeze()


def attempt(work, *given) -> None:
    """Does it, or not: what needs settings or apps raises."""
    try:
        work(*given)
    except Exception:  # noqa: BLE001
        return


def serve(address: str, lifeline: int) -> tuple[list[str], dict[str, str]]:
    """Forks a program for each that asks; comes back in the program's own process, with its words and environment."""
    import select

    listening = socket.socket(socket.AF_UNIX)
    listening.bind(f"{address}.draft")
    listening.listen(16)
    Path(f"{address}.draft").rename(address)
    while True:
        ready, _, _ = select.select([listening, lifeline], [], [])
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG * (lifeline not in ready))[0]:  # their time is told of this process, and of the tests that wait for it
                pass
        if lifeline in ready:
            os._exit(0)
        line, _ = listening.accept()
        if os.fork():
            line.close()
            continue
        listening.close()
        os.close(lifeline)
        return keep(line)


def keep(line: socket.socket) -> tuple[list[str], dict[str, str]]:
    """Forks the program, says its number and later its end; comes back in the program alone."""
    size, streams, _, _ = socket.recv_fds(line, 8, 3)
    words, environ = json.loads(line.recv(int.from_bytes(size, "big"), socket.MSG_WAITALL))
    program = os.fork()
    if program:
        line.sendall(program.to_bytes(8, "big", signed=True))
        ended = os.waitstatus_to_exitcode(os.waitpid(program, 0)[1])
        line.sendall(ended.to_bytes(8, "big", signed=True))
        os._exit(0)
    line.close()
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    return words, environ


def become(words: list[str], environ: dict[str, str]) -> None:
    """What Python does with these words."""
    import runpy
    from types import ModuleType

    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    option, what, *rest = words
    if option == "-m":
        sys.argv = [what, *rest]
        runpy.run_module(what, run_name="__main__", alter_sys=True)
        return
    sys.argv, sys.path[0] = ["-c", *rest], ""
    sys.modules["__main__"] = main = ModuleType("__main__")
    exec(compile(what, "<string>", "exec"), main.__dict__)


if __name__ == "__main__":
    preload()
    become(*serve(sys.argv[1], int(sys.argv[2])))
