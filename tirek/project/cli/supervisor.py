"""The supervisor: forks the parts from itself, forks a fallen one again, ends all on one signal. It knows no Django.

What was imported before is there in every part at once: a start takes half the time, a fallen part is back in a moment, and their memory is shared.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from types import TracebackType

GRACE = 10.0
SHORT_LIFE = 60.0
SHORTEST_LIFE = 1.0
LONGEST_PAUSE = 10.0
TOO_OFTEN = 60
ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
FORK = multiprocessing.get_context("fork")


def tell(words: str) -> None:
    """A line to the error stream. Where that is a file on a full disk, or its reader is gone, the parts live on all the same.

    It goes past Python's buffer: what cannot be written would stay there, and the flush before the next fork would fail of it.
    """
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.write(sys.stderr.fileno(), f"tirek: {words}\n".encode())


@dataclass(slots=True)
class Part:
    """One process: its name and what it does, given the lifeline; since when it lives, and how often in a row it fell soon after its start.

    A part that is not `vital` is started again for ever: while a full disk keeps the worker down, people go on reading.
    """

    name: str
    work: Callable[[int], object]
    vital: bool = True
    process: BaseProcess | None = None
    since: float = 0.0
    falls: int = 0
    due: float | None = None
    """When it is started again, while it waits for that."""

    def start(self, lifeline: int, held: int) -> None:
        """Forks the process. A signal that comes meanwhile waits until it hears for itself: it would be swallowed by the supervisor's ears."""
        self.since = time.monotonic()
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            self.process = FORK.Process(target=self._live, args=(lifeline, held), daemon=True)  # nobody waits at his own end for a part that lives on
            self.process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)

    def _live(self, lifeline: int, held: int) -> None:
        os.setsid()
        os.close(held)  # else the lifeline would never end
        for number in ENDING:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        self.work(lifeline)

    def signal(self, number: int) -> None:
        """Sends a signal to the process and to all that it has started (they are one group, as soon as it has made one)."""
        if not self.process or not self.process.pid:
            return
        try:
            os.killpg(self.process.pid, number)
        except (ProcessLookupError, PermissionError):  # the latter on macOS, for a group of which only the dead are left
            if self.running:
                os.kill(self.process.pid, number)

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self.process is not None and self.process.is_alive()


class Supervisor:
    """Holds the parts and one end of a pipe, the lifeline: when this process dies in any way, the parts read its end and stop.

    `before` is called before each fork: what two processes must not share is closed there. As a context it ends all parts where its block fails.
    """

    def __init__(self, parts: Sequence[Part], before: Callable[[], object] = lambda: None) -> None:
        self.parts = list(parts)
        self.before = before
        self.lifeline, self.held = os.pipe()
        self.ending = False

    def __enter__(self) -> "Supervisor":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        if fault is not None:
            self.end()

    def listen_to_signals(self) -> None:
        """SIGTERM, SIGINT and SIGHUP end everything; a hang-up that is ignored (nohup) stays so.

        Whoever started us may ignore the end of children; then nobody would learn that a part fell.
        """
        for number in ENDING:
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)

    def _on_signal(self, number: int, frame: object) -> None:
        self.ending = True

    def start(self, parts: Sequence[Part]) -> None:
        """Starts some of the parts, unless somebody asked to end. One that the system has no process for counts as fallen."""
        for part in parts:
            if not self.ending:
                self.before()
                try:
                    part.start(self.lifeline, self.held)
                except OSError as error:
                    tell(f"the {part.name} could not be started ({error.strerror})")

    def alive(self) -> bool:
        """Whether every part that was started lives and nobody asked to end."""
        return not self.ending and all(part.running for part in self.parts if part.process)

    def watch(self) -> int:
        """Waits for the end; a fallen part is started again, each time after a longer pause, so that a database may come back. No part waits for another's pause."""
        while not self.ending:
            time.sleep(0.1)
            for part in self.parts:
                if not part.running and not self.ending and not self.tended(part):
                    self.end()
                    return 3
        self.end()
        return 0

    def tended(self, part: Part) -> bool:
        """Notes a fall, or starts the part again once its pause is over; one that is not vital may end in order to be made anew. False when a vital one fell too often soon after its start: some ten minutes in vain."""
        now = time.monotonic()
        if part.due is not None:
            if now >= part.due:
                part.due = None
                self.start([part])
            return True
        status = part.process.exitcode if part.process else None
        wished = status == 0 and not part.vital
        part.falls = part.falls + 1 if now - part.since < (SHORTEST_LIFE if wished else SHORT_LIFE) else 1
        if not wished:
            tell(f"the {part.name} stopped (status {status})")
        part.signal(signal.SIGKILL)
        if part.vital and part.falls >= TOO_OFTEN:
            tell(f"the {part.name} stopped too often; the lines above say why. Everything is ended.")
            return False
        part.due = now + min(0.2 * part.falls, LONGEST_PAUSE)
        return True

    def end(self) -> None:
        """Ends all parts: asks first, kills after a grace of ten seconds, also what a part had started itself."""
        self.ending = True
        for part in self.parts:
            part.signal(signal.SIGTERM)
        until = time.monotonic() + GRACE
        while any(part.running for part in self.parts) and time.monotonic() < until:
            time.sleep(0.05)
        for part in self.parts:
            part.signal(signal.SIGKILL)


def hold_lifeline(lifeline: int) -> None:
    """Ends this process as soon as the supervisor is gone, however it went."""
    threading.Thread(target=_end_with_supervisor, args=(lifeline,), daemon=True).start()


def _end_with_supervisor(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.killpg(0, signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(0, signal.SIGKILL)
