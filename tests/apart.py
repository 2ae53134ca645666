"""What the process apart once said of the same bytes is told again within a run, by another worker too: it knows nothing but the bytes and its limits.

The first asking of a run is answered by the process itself. Tests of the process, which are pure, and those that patch anything, ask it each time.
"""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.remembering import Allowed
from tirek.insight.claims import confined
from tirek.insight.claims.reading import apart


def answered_once(answered: Callable[..., dict[str, object]]) -> Callable[..., dict[str, object]]:
    """Asks the process for what nobody asked in this run with the same program, limits and bytes; a refusal is not kept."""

    def once(program: str, told: list[str], content: bytes, wait: float, most: int) -> dict[str, object]:
        if not Allowed.here:
            return answered(program, told, content, wait, most)
        key = hashlib.sha256(repr((program, told, wait, most)).encode() + content).hexdigest()
        kept = Allowed.folder / f"apart-{key}.json"
        if kept.exists():
            return json.loads(kept.read_bytes())  # read anew each time: nobody's changes are anybody else's
        found = answered(program, told, content, wait, most)
        draft = kept.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        draft.write_text(json.dumps(found))
        draft.replace(kept)
        return found

    return once


@pytest.fixture(scope="session", autouse=True)
def _answers_apart_are_kept() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(confined, "answered", answered_once(confined.answered))
        patch.setattr(apart, "answered", answered_once(apart.answered))
        yield
