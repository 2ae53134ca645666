"""Written: texts of a visit's records that were written once, in one language, with their translations for the report.

It knows what was gathered and no table.
"""

from collections.abc import Mapping
from uuid import UUID

from tirek.ground.rules.tongues import language_of
from tirek.ground.rules.words import Words

Translated = Mapping[tuple[UUID, str], Words]


def stored(rows: Mapping[str, Mapping[str, object]]) -> Translated:
    """Translations as a report's row holds them: words by "row part"."""
    keys = {key: key.partition(" ") for key in rows}
    return {(UUID(about), part): Words.from_json(rows[key]) for key, (about, _, part) in keys.items()}


def as_written(known: Words | None, text: str, expected: tuple[str, ...]) -> Words:
    """The text in the language in which it was written, with the translations that are known; stale ones where it was changed since."""
    if not text.strip():
        return Words()
    if not known:
        return Words.of({language_of(text, expected): text})
    return known if known.in_(known.source) == text else known.rewritten({**dict(known.texts), known.source: text})
