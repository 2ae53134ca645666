"""Papers of editions: one is made at a time in a process, the latest are kept. An edition never changes, so neither does its paper."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal

KEPT = 16_000_000
"""Bytes of papers that a process keeps; the ones asked for longest ago go first."""
WAIT = 3.0
"""Seconds for which a reader waits for the one paper before: whoever asks for many holds up nobody else."""
Key = tuple[object, ...]
_papers: OrderedDict[Key, bytes] = OrderedDict()
_kept = Lock()
_one_at_a_time = Lock()


class PressBusy(Refusal):
    """Another paper is being made."""

    code = "press-busy"
    message = _("Other documents are being made just now. Wait a moment and ask again.")


def paper(key: Key, make: Callable[[], bytes]) -> bytes:
    """The paper of this key, kept or made. Raises PressBusy."""
    found = _look(key)
    if found is not None:
        return found
    if not _one_at_a_time.acquire(timeout=WAIT):
        raise PressBusy
    try:
        return _look(key) or _keep(key, make())
    finally:
        _one_at_a_time.release()


def _look(key: Key) -> bytes | None:
    with _kept:
        if key in _papers:
            _papers.move_to_end(key)
        return _papers.get(key)


def _keep(key: Key, made: bytes) -> bytes:
    with _kept:
        _papers[key] = made
        while len(_papers) > 1 and sum(map(len, _papers.values())) > KEPT:
            _papers.popitem(last=False)
    return made
