"""Untranslated: the texts of a report that the visit's records hold in one language, with their translations and what they lack.

It knows what was gathered and no table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from tirek.ground.rules.words import Words
from tirek.insight.reports.gathering import Gathered
from tirek.insight.reports.written import as_written


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text that was written once: what it belongs to (`noun` and the id of its row), which part of the row, and its words."""

    noun: str
    about: UUID
    part: str
    words: Words

    @property
    def original(self) -> str:
        """As it was written."""
        return self.words.in_(self.words.source)

    def lacks(self, language: str) -> bool:
        """Whether there is no translation into the language, or an old one."""
        return not self.words.in_(language) or language in self.words.stale


def written_texts(gathered: Gathered, expected: tuple[str, ...]) -> tuple[WrittenText, ...]:
    """All of a report, in the order in which it prints them; `expected` are the languages of the country's reports."""
    return tuple(
        WrittenText(noun, about, part, as_written(gathered.translated.get((about, part)), text, expected))
        for noun, about, part, text in _texts(gathered)
        if text.strip()
    )


def _texts(gathered: Gathered) -> Iterator[tuple[str, UUID, str, str]]:
    for access in (each for each in gathered.access if each.outcome != "granted"):
        yield "access", access.id, "by_whom", access.by_whom
        yield "access", access.id, "ground", access.ground
    for meeting in gathered.meetings:
        yield "meeting", meeting.id, "note", meeting.note
    for measure in gathered.measures:
        yield "measure", measure.id, "answer", measure.answer
    for found in gathered.findings:
        yield "finding", found.id, "single_source_reason", found.single_source_reason
    talk = gathered.talk
    if talk:
        yield "talk", talk.id, "with_whom", talk.with_whom
        yield "talk", talk.id, "note", talk.note
        for promise in talk.promises:
            yield "talk", promise.id, "what", promise.what
            yield "talk", promise.id, "by_whom", promise.by_whom
