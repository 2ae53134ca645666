"""Drawings as PNG: one at a time, the latest kept by the digest of what they show, in bounded memory. It asks nobody outside."""

import hashlib
from collections import OrderedDict
from threading import Lock

import vl_convert
from django.utils.translation import gettext_noop as _

from tirek.foundation.ui.charts import prepare
from tirek.ground.rules.refusals import Refusal

KEPT = 8_000_000
"""Bytes of pictures that a process keeps; the ones asked for longest ago go first."""
WAIT = 1.0
"""Seconds for which a reader waits for the one drawing before: whoever asks for many different ones holds up nobody else."""
_drawn: OrderedDict[str, bytes] = OrderedDict()
_kept = Lock()
_one_at_a_time = Lock()


class DrawingBusy(Refusal):
    """Another picture is being drawn."""

    code = "drawing-busy"
    message = _("Other pictures are being drawn just now. Wait a moment and ask again.")


def png(svg: str) -> bytes:
    """A drawing as PNG at twice its size. Costs some 100 ms the first time, nothing while it is kept. Raises DrawingBusy."""
    key = hashlib.sha256(svg.encode()).hexdigest()
    found = _look(key)
    if found is not None:
        return found
    if not _one_at_a_time.acquire(timeout=WAIT):
        raise DrawingBusy
    try:
        return _look(key) or _keep(key, bytes(_draw(svg)))
    finally:
        _one_at_a_time.release()


def _draw(svg: str) -> bytes:
    prepare()
    return bytes(vl_convert.svg_to_png(svg, scale=2))


def _look(key: str) -> bytes | None:
    with _kept:
        if key in _drawn:
            _drawn.move_to_end(key)
        return _drawn.get(key)


def _keep(key: str, drawing: bytes) -> bytes:
    with _kept:
        _drawn[key] = drawing
        while len(_drawn) > 1 and sum(map(len, _drawn.values())) > KEPT:
            _drawn.popitem(last=False)
    return drawing
