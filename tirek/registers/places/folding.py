"""Folding of names for search: the same on every database, for Cyrillic as for Latin. It knows no table."""

import unicodedata
from collections.abc import Iterable

from tirek.ground.rules.words import Words

PLAIN = str.maketrans({"ё": "е", "«": " ", "»": " ", "“": " ", "”": " ", '"': " ", "№": " "})


def folded(text: str) -> str:
    """Text without regard to case, ё as е, quotation marks as spaces, spaces single."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().translate(PLAIN).split())


def sought(names: Iterable[Words], *more: str) -> str:
    """What a search looks through: every name in every language, and the other texts."""
    return "\n".join(folded(text) for text in (*(text for name in names for _, text in name.texts), *more) if text)
