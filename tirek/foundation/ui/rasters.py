"""Drawings as PNG: one at a time, the latest kept by the digest of what they show, in bounded memory. It asks nobody outside."""

import hashlib
from collections import OrderedDict
from threading import Lock

import vl_convert

from tirek.foundation.ui.charts import prepare

KEPT = 8_000_000
"""Bytes of pictures that a process keeps; the ones asked for longest ago go first."""
_drawn: OrderedDict[str, bytes] = OrderedDict()
_one_at_a_time = Lock()


def png(svg: str) -> bytes:
    """A drawing as PNG at twice its size. Costs some 100 ms the first time, nothing while it is kept."""
    key = hashlib.sha256(svg.encode()).hexdigest()
    with _one_at_a_time:
        if key not in _drawn:
            prepare()
            _drawn[key] = bytes(vl_convert.svg_to_png(svg, scale=2))
            while len(_drawn) > 1 and sum(map(len, _drawn.values())) > KEPT:
                _drawn.popitem(last=False)
        _drawn.move_to_end(key)
        return _drawn[key]
