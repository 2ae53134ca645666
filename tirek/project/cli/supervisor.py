"""The supervisor: starts the parts as processes, starts a fallen one again, ends all on one signal. It knows no Django."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

GRACE = 10.0
WITHIN = 60.0
LONGEST_PAUSE = 2.0


@dataclass(slots=True)
class Part:
    """One process: its name and command; when it was started, for counting falls."""

    name: str
    command: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    starts: list[float] = field(default_factory=list)

    def start(self, lifeline: int) -> None:
        """Starts the process; it ends itself when the supervisor is gone (the lifeline's other end closes)."""
        self.starts = [each for each in self.starts if time.monotonic() - each < WITHIN] + [time.monotonic()]
        environ = {**os.environ, "TIREK_LIFELINE": str(lifeline)}
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

    def __init__(self, parts: Sequence[Part], falls: int = 5) -> None:
        self.parts = list(parts)
        self.falls = falls
        self.lifeline, self.held = os.pipe()
        self.ending = False

    def listen_to_signals(self) -> None:
        """SIGTERM, SIGINT and SIGHUP end everything."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: object) -> None:
        self.ending = True

    def start(self) -> None:
        """Starts all parts."""
        for part in self.parts:
            part.start(self.lifeline)

    def alive(self) -> bool:
        """Whether every part lives and nobody asked to end."""
        return not self.ending and all(part.running for part in self.parts)

    def watch(self) -> int:
        """Waits for the end; a fallen part is started again, but not more often than `falls` times a minute."""
        while not self.ending:
            time.sleep(0.2)
            for part in self.parts:
                if not part.running and not self.ending and not self.restart(part):
                    self.end()
                    return 3
        self.end()
        return 0

    def restart(self, part: Part) -> bool:
        """Starts a fallen part again; False when it fell too often."""
        code = part.process.returncode if part.process else None
        print(f"tirek: the {part.name} stopped (status {code})", file=sys.stderr, flush=True)
        part.signal(signal.SIGKILL)
        if len(part.starts) >= self.falls:
            print(f"tirek: the {part.name} stopped too often; the lines above say why. Everything is ended.", file=sys.stderr, flush=True)
            return False
        time.sleep(min(0.2 * len(part.starts), LONGEST_PAUSE))
        if self.ending:
            return True
        part.start(self.lifeline)
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
