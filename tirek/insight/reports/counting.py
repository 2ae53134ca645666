"""Counting: each number of a report with the rows it was counted from. It knows facts and words, no document's layout and no table."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from tirek.foundation.files.typesetting import Phrases
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.documents.model import Number

PHRASES = Phrases(Path(__file__).parent / "words.yaml")


def said(key: str, **values: Words) -> Words:
    """A phrase in all languages with words put in, each in its language."""
    return Words.of({code: PHRASES.say(key, code).format(**{name: each.best(code) for name, each in values.items()}) for code in LANGUAGES})


def row(kind: str, row_id: UUID) -> str:
    """How the provenance page names a row."""
    return f"{kind}-{row_id}"


@dataclass(slots=True)
class Counts:
    """The numbers of one report, in the order they were counted."""

    numbers: list[Number] = field(default_factory=list)

    def of_rows(self, name: str, noun: str, query: Words, rows: tuple[str, ...]) -> str:
        """Counts rows; returns the number's id."""
        return self._keep(Number(name, len(rows), PHRASES.words(f"noun_{noun}"), query, rows))

    def read(self, name: str, value: int, noun: str, rows: tuple[str, ...]) -> str:
        """A number that stands in its rows; returns its id."""
        return self._keep(Number(name, value, PHRASES.words(f"noun_{noun}"), PHRASES.words(f"query_{noun}"), rows))

    def _keep(self, number: Number) -> str:
        self.numbers.append(number)
        return number.id
