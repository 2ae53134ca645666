"""Runs a process apart: gives it bytes, takes its answer up to a size and a time, and ends it. It may not know what the bytes are."""

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[4]
_PIECE = 1 << 16
_SPENT = (-9, -24, -6, -5, -4)
"""Signals that end a process by its limits: the kernel for memory, processor time, a reader that gives up when it gets no memory."""


class Spent(Exception):
    """The process took all the time, memory or length of answer that it may take."""


class Unanswered(Exception):
    """The process ended without an answer that can be understood."""


def answered(program: str, told: list[str], content: bytes, wait: float, most: int) -> dict[str, object]:
    """Starts a process with this program, exchanges bytes with it for at most `wait` seconds and makes sure that it has ended.

    `program` finds the folder of the house in `sys.argv[1]` and what is `told` after it; it answers with at most `most` bytes of JSON.
    Raises Spent, Unanswered; RuntimeError for a fault of the program itself.
    """
    command = [sys.executable, "-I", "-c", program, str(ROOT), *told]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True) as process:  # noqa: S603
        try:
            said = exchange(process, content, time.monotonic() + wait, most)
        finally:
            process.kill()
    if process.returncode in _SPENT and not said:
        raise Spent
    if process.returncode == 1:
        raise RuntimeError("The reading process ended by a fault of its own, not of the document.")
    try:
        found = json.loads(said)
    except ValueError as error:
        raise Unanswered from error
    return found if isinstance(found, dict) else {}


def exchange(process: "subprocess.Popen[bytes]", content: bytes, deadline: float, most: int) -> bytes:
    """Writes the bytes and reads the answer at the same time, neither beyond the deadline nor beyond `most` bytes of answer."""
    given, taken = process.stdin, bytearray()
    assert given is not None and process.stdout is not None
    left = memoryview(content)
    os.set_blocking(given.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(given, selectors.EVENT_WRITE)
        ready.register(process.stdout, selectors.EVENT_READ)
        while ready.get_map():
            if time.monotonic() > deadline or len(taken) > most:
                raise Spent
            for key, _ in ready.select(timeout=0.5):
                if key.fileobj is given:
                    left = written(given, left)
                    if not left:
                        ready.unregister(given)
                        closed(given)
                elif piece := os.read(key.fd, _PIECE):
                    taken += piece
                else:
                    ready.unregister(process.stdout)
    try:
        process.wait(timeout=max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired as error:
        raise Spent from error
    return bytes(taken)


def written(given: IO[bytes], left: memoryview) -> memoryview:
    """Writes a piece and returns what is left; nothing is left where nobody reads any more."""
    try:
        return left[os.write(given.fileno(), left[:_PIECE]) :]
    except BrokenPipeError:
        return left[:0]
    except BlockingIOError:
        return left


def closed(given: IO[bytes]) -> None:
    """Closes a pipe whose other end may be gone."""
    with contextlib.suppress(BrokenPipeError):
        given.close()
