"""What costs much to make and never changes: made one at a time in a process, the latest kept in bounded memory. It knows neither drawings nor papers."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from tirek.ground.rules.refusals import Refusal


class Press:
    """Makes bytes by key: at most `largest` of them are kept, what was asked for longest ago goes first; the newest stays, whatever its size.

    A reader waits `wait` seconds for the one before, then `busy` is raised: whoever asks for many holds up nobody else. Safe to share between threads.
    """

    def __init__(self, *, largest: int, wait: float, busy: type[Refusal]) -> None:
        self.largest, self.wait, self.busy = largest, wait, busy
        self.kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self.lock, self.one_at_a_time = Lock(), Lock()

    def made(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The bytes of this key, kept or made. Raises `busy`, and what `make` raises."""
        found = self._look(key)
        if found is not None:
            return found
        if not self.one_at_a_time.acquire(timeout=self.wait):
            raise self.busy
        try:
            return self._look(key) or self._keep(key, make())
        finally:
            self.one_at_a_time.release()

    def _look(self, key: Hashable) -> bytes | None:
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
            return self.kept.get(key)

    def _keep(self, key: Hashable, made: bytes) -> bytes:
        with self.lock:
            self.kept[key] = made
            while len(self.kept) > 1 and sum(map(len, self.kept.values())) > self.largest:
                self.kept.popitem(last=False)
        return made
