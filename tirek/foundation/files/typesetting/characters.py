"""Characters that a document can print: everything else is shown by its code point, so that nothing is hidden or lost.

PDF/A forbids characters without a glyph, and marks that turn the direction of writing could make a sentence say something else.
It knows no template and no language.
"""

import re
import sys

from tirek.ground.rules.unseen_signs import TURNING

_PRINTABLE = "\n -~\u00a0-\u00ac\u00ae-\u017f\u0400-\u045f\u0490-\u04f9‐‑–—―‘’‚“”„†‡•…‰‹›€₽₸№™←→≤≥−\u2009\u202f"
_FOREIGN = re.compile(f"[^{_PRINTABLE}]")


def printable(text: str) -> str:
    """The text with unprintable characters shown as ‹U+XXXX› and tabs as spaces."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u00ad", "")
    return _FOREIGN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", plain)


def storable(text: str) -> str:
    """The text without what XML cannot hold (control characters, halves of characters), shown as ‹U+XXXX›; for Word documents."""
    return "".join(sign if _held_by_xml(ord(sign)) else f"‹U+{ord(sign):04X}›" for sign in text.replace("\r\n", "\n").replace("\t", " "))


def _held_by_xml(point: int) -> bool:
    if point in TURNING:
        return False
    return point == 0x0A or 0x20 <= point <= 0xD7FF or 0xE000 <= point <= 0xFFFD or 0x10000 <= point <= sys.maxunicode

