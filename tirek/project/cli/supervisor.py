"""The supervisor: starts the parts as processes, starts a fallen one again, ends all on one signal. It knows no Django."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

GRACE = 10.0
SHORT_LIFE = 60.0
LONGEST_PAUSE = 10.0
TOO_OFTEN = 60


def tell(words: str) -> None:
    """A line to the error stream. Where that is a file on a full disk, or its reader is gone, the parts live on all the same."""
    with contextlib.suppress(OSError, ValueError):
        print(f"tirek: {words}", file=sys.stderr, flush=True)


@dataclass(slots=True)
class Part:
    """One process: its name, command and what it alone is told by its environment; since when it lives, and how often in a row it fell soon after its start.

    A part that is not `vital` is started again for ever: while a full disk keeps the worker down, people go on reading.
    """

    name: str
    command: Sequence[str]
    environ: Mapping[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None
    since: float = 0.0
    falls: int = 0
    vital: bool = True

    def start(self, lifeline: int) -> None:
        """Starts the process; it ends itself when the supervisor is gone (the lifeline's other end closes)."""
        self.since = time.monotonic()
        environ = {**os.environ, **self.environ, "TIREK_LIFELINE": str(lifeline)}
        self.process = subprocess.Popen(self.command, pass_fds=[lifeline], env=environ, stdin=subprocess.DEVNULL, start_new_session=True)

    def signal(self, number: int) -> None:
        """Sends a signal to the process and to all that it has started (they are one group)."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self.process is not None and self.process.poll() is None


class Supervisor:
    """Holds the parts and one end of a pipe, the lifeline: when this process dies in any way, the parts read its end and stop."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = list(parts)
        self.lifeline, self.held = os.pipe()
        self.ending = False

    def listen_to_signals(self) -> None:
        """SIGTERM, SIGINT and SIGHUP end everything."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: object) -> None:
        self.ending = True

    def start(self, parts: Sequence[Part]) -> None:
        """Starts some of the parts, unless somebody asked to end."""
        for part in parts:
            if not self.ending:
                part.start(self.lifeline)

    def alive(self) -> bool:
        """Whether every part that was started lives and nobody asked to end."""
        return not self.ending and all(part.running for part in self.parts if part.process)

    def watch(self) -> int:
        """Waits for the end; a fallen part is started again, each time after a longer pause, so that a database may come back."""
        while not self.ending:
            time.sleep(0.2)
            for part in self.parts:
                if not part.running and not self.ending and not self.restart(part):
                    self.end()
                    return 3
        self.end()
        return 0

    def restart(self, part: Part) -> bool:
        """Starts a fallen part again; False when a vital one fell too often soon after its start: some ten minutes in vain."""
        part.falls = part.falls + 1 if time.monotonic() - part.since < SHORT_LIFE else 1
        code = part.process.returncode if part.process else None
        tell(f"the {part.name} stopped (status {code})")
        part.signal(signal.SIGKILL)
        if part.vital and part.falls >= TOO_OFTEN:
            tell(f"the {part.name} stopped too often; the lines above say why. Everything is ended.")
            return False
        self.pause(min(0.2 * part.falls, LONGEST_PAUSE))
        if not self.ending:
            part.start(self.lifeline)
        return True

    def pause(self, seconds: float) -> None:
        """Waits, but not beyond a signal to end."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.ending:
            time.sleep(0.05)

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
