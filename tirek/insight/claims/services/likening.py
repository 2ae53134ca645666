"""How far a source's text is like the others of its country, whoever published them; found anew whenever its figures are read."""

from collections.abc import Iterator
from decimal import Decimal

from tirek.foundation.files.bytes import fetch
from tirek.ground.rules.likeness import NONE, likeness
from tirek.insight.claims.models import Likeness, Source

LEAST = Decimal("0.10")
"""The share of a text's words from which its likeness is pointed out: below it are quotations and articles of laws."""
QUOTED = 600
"""Characters of the longest common stretch that are kept."""


def found_alike(row: Source, text: str) -> list[Likeness]:
    """The unsaved rows of a source: of its words in others and of theirs in it, each from a tenth. Costs a reading of every text of the country."""
    rows = []
    for other in Source.objects.filter(country=row.country, text__isnull=False).exclude(pk=row.pk).select_related("text").iterator():
        if other.text is None:
            continue
        there = fetch(other.text.sha256).decode()
        rows += [*_alike(row, text, other, there), *_alike(other, there, row, text)]
    return rows


def _alike(source: Source, text: str, other: Source, there: str) -> Iterator[Likeness]:
    found = likeness(text, there)
    share = round(Decimal(found.share.numerator) / found.share.denominator, 4)
    if found != NONE and share >= LEAST:
        yield Likeness(source=source, other=other, share=share, longest=text[slice(*found.longest)][:QUOTED])
