"""Names of files in a bundle: letters, digits and dashes that mean the same on every system, with a part of the id so that two never meet."""

import re
from uuid import UUID

OUTSIDE = re.compile(r"[^a-z0-9]+")


def plain(told: str) -> str:
    """A text in small letters, digits and dashes; what cannot be written so is left out."""
    return OUTSIDE.sub("-", told.lower()).strip("-")[:40]


def stem_of(number: str, about: UUID) -> str:
    """The name of the file of a thing with a number."""
    return "-".join(filter(None, [plain(number), about.hex[:8]]))
