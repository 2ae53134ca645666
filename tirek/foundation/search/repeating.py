"""The words of the field as the comparing of recommendations takes them: the pack's glossary by the stems of its terms. It knows no table."""

import re
from functools import lru_cache

from tirek.foundation.jurisdictions.queries import glossary
from tirek.foundation.search.words import spots, stem

APART = re.compile(r"[/()]")


@lru_cache(maxsize=1)
def terms_of_the_field() -> dict[tuple[str, ...], str]:
    """Stems of each term in each language -> its key. What stands behind a stroke or in brackets is a term of its own."""
    return {
        tuple(stem(spot.word, language) for spot in spots(part)): term.key
        for term in glossary() for language, text in term.name.texts for part in APART.split(text) if part.strip()
    }  # fmt: skip
