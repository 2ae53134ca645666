"""A drawing in a frame of words: title above, source and edition below, inside the picture itself, so that it keeps them wherever it is copied."""

import re
from textwrap import wrap
from xml.sax.saxutils import escape

from tirek.foundation.ui.charts import INK, PAPER, SOFT

WIDTH, MARGIN = 640, 24
TITLE, TEXT = 19, 13
"""Sizes of letters."""
FILLED = {TITLE: 52, TEXT: 80}
GAP = 12
"""Letters of each size that a line surely holds, the widest alphabets counted; and the space before the words below."""
SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')


def framed(svg: str, *, title: str, below: list[str]) -> str:
    """The drawing with its words, white behind, as one SVG."""
    width, height = map(float, SIZE.search(svg).groups())  # type: ignore[union-attr]
    scale = (WIDTH - 2 * MARGIN) / width
    top, head = lines([title], TITLE, MARGIN + TITLE, INK, bold=True)
    bottom, foot = lines(below, TEXT, top + height * scale + GAP + TEXT, SOFT)
    inner = f'<g transform="translate({MARGIN} {top:.1f}) scale({scale:.4f})">{svg[svg.index("<svg") :]}</g>'
    full = f"{bottom + MARGIN:.0f}"
    root = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{full}" viewBox="0 0 {WIDTH} {full}">'
    return f'{root}<rect width="{WIDTH}" height="{full}" fill="{PAPER}"/>{head}{inner}{foot}</svg>'


def lines(texts: list[str], size: int, top: float, colour: str, bold: bool = False) -> tuple[float, str]:
    """Texts one below the other, broken where a line is full; where the next line would stand, and the drawing."""
    weight, drawn = ("600" if bold else "400"), []
    for text in texts:
        for line in wrap(text, FILLED[size]):
            style = f'font-family="Golos Text, sans-serif" font-size="{size}" font-weight="{weight}" fill="{colour}"'
            drawn.append(f'<text x="{MARGIN}" y="{top:.1f}" {style}>{escape(line)}</text>')
            top += size * 1.4
    return top, "".join(drawn)
