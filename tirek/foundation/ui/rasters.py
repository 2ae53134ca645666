"""Drawings as PNG, kept by the digest of what they show. It asks nobody outside."""

import hashlib

import vl_convert
from django.utils.translation import gettext_noop as _

from tirek.foundation.ui.charts import prepare
from tirek.foundation.ui.press import Press
from tirek.ground.rules.refusals import Refusal


class DrawingBusy(Refusal):
    """Another picture is being drawn."""

    code = "drawing-busy"
    message = _("Other pictures are being drawn just now. Wait a moment and ask again.")


PRESS = Press(largest=8_000_000, wait=1.0, busy=DrawingBusy)


def png(svg: str) -> bytes:
    """A drawing as PNG at twice its size. Costs some 100 ms the first time, nothing while it is kept. Raises DrawingBusy."""
    return PRESS.made(hashlib.sha256(svg.encode()).hexdigest(), lambda: _draw(svg))


def _draw(svg: str) -> bytes:
    prepare()
    return bytes(vl_convert.svg_to_png(svg, scale=2))
