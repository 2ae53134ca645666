"""Statements as rows hold them, set side by side by the rule of the ground floor. It knows rows' columns and no table."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tirek.ground.rules.contradictions import Lists, Range, Stated, set_side_by_side
from tirek.ground.rules.spans import Span
from tirek.ground.rules.words import Words

if TYPE_CHECKING:
    from tirek.insight.claims.models import Statement


class Keys:
    """Gives texts that are the same one key: they share a language in which both say the same, letters' case and spaces aside."""

    def __init__(self) -> None:
        self._known: list[dict[str, str]] = []

    def of(self, words: Words) -> str:
        """The key of these words, "" for none."""
        folded = {code: " ".join(text.casefold().split()) for code, text in words.texts}
        if not folded:
            return ""
        for number, known in enumerate(self._known):
            if any(known.get(code) == text for code, text in folded.items()):
                known.update({code: text for code, text in folded.items() if code not in known})
                return str(number)
        self._known.append(folded)
        return str(len(self._known) - 1)


def lists_of(points: Sequence[str], rows: Iterable["Statement"]) -> Lists:
    """The three lists of a topic. Statements of one point come in order of the time of which they speak."""
    keys = Keys()
    return set_side_by_side(points, [stated(row, keys) for row in rows])


def stated(row: "Statement", keys: Keys) -> Stated:
    """One statement as the rule takes it. The unit of a figure is a part of what it counts."""
    unit = str(row.figure["unit"] or "") if row.figure else ""
    stage = keys.of(row.stage) or unit
    period = Span(row.since, row.until) if row.since or row.until else None
    return Stated(
        key=str(row.pk), point=row.point, country=row.country, speaker=keys.of(row.speaker), value=value_of(row, keys), missing=row.missing, period=period,
        inferred=bool(row.inferred), place=keys.of(row.location), scope=keys.of(row.scope), basis=row.basis, stage=stage, people=keys.of(row.people),
    )  # fmt: skip


def value_of(row: "Statement", keys: Keys) -> str | Range | None:
    """The position, the range of a figure, or nothing for a silence."""
    if row.figure is None:
        return keys.of(row.position) or None
    low, high = (None if end is None else Fraction(end) for end in row.figure["interval"])
    return Range(low, high)
