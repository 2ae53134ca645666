"""Signs that nobody sees and that do harm: control characters, which databases and XML refuse, and marks that turn the direction of writing.

It knows no field and no noun.
"""

import re

TURNING = frozenset((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Code points that turn the direction of writing: with them a sentence can be made to read otherwise than it is written."""
_ENDS = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNS = dict.fromkeys(TURNING)


def without_controls(text: str) -> str:
    """The text without control characters and halves of characters; line ends and tabs stay."""
    return _CONTROL.sub("", _ENDS.sub("\n", text))


def without_turns(text: str) -> str:
    """The same, and without marks that turn the direction of writing."""
    return without_controls(text).translate(_TURNS)
