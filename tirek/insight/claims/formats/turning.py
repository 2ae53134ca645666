"""Which way a page is read: a table set across the paper is turned upright before its lines are looked for. It knows no text.

What counts is how the letters themselves stand, not what the page says of its rotation.
"""

from collections import Counter

import pypdfium2_raw as pdfium

_QUARTER = 1.5707963267948966
_SAMPLE = 60


class Frame:
    """A page's size as it is read, and by how many quarters its letters are turned."""

    __slots__ = ("_paper", "height", "quarter", "width")

    def __init__(self, page: object, text: object) -> None:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        self._paper = (height, width) if pdfium.FPDFPage_GetRotation(page) % 2 else (width, height)
        self.quarter = quarter_of(text)
        self.width, self.height = reversed(self._paper) if self.quarter % 2 else self._paper

    def upright(self, left: float, right: float, bottom: float, top: float) -> tuple[float, float, float, float]:
        """A box of the paper as a box of the page that is read: left, right, bottom, top."""
        width, height = self._paper
        if self.quarter == 1:
            return bottom, top, width - right, width - left
        if self.quarter == 2:
            return width - right, width - left, height - top, height - bottom
        if self.quarter == 3:
            return height - top, height - bottom, left, right
        return left, right, bottom, top


def quarter_of(text: object) -> int:
    """How most letters stand: 0 upright, 1 turned to the left by a quarter, 2 upside down, 3 turned to the right."""
    count = pdfium.FPDFText_CountChars(text)
    stands: Counter[int] = Counter()
    for index in range(0, count, max(1, count // _SAMPLE)):
        if pdfium.FPDFText_GetUnicode(text, index) > 0x20:
            angle = pdfium.FPDFText_GetCharAngle(text, index)  # clockwise
            stands[-round(angle / _QUARTER) % 4] += angle >= 0
    return max(stands, key=lambda each: stands[each], default=0)
