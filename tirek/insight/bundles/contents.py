"""What goes into a bundle, as plain values, and what the head is shown of it. They know no database and no page."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.queries import RecommendationFacts
from tirek.foundation.files.queries import FileFacts
from tirek.ground.rules.words import Words

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class File:
    """A stored file that goes in under a name; `languages` are those it is written in, none where that is not known."""

    name: str
    facts: FileFacts
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPart:
    """An issued report of a visit with its documents."""

    id: UUID
    number: str
    version: int
    place: Words
    began: date
    ended: date
    issued_on: date | None
    files: tuple[File, ...]

    @property
    def in_english(self) -> bool:
        """Whether a document of it holds English."""
        return any(ENGLISH in each.languages for each in self.files)


@dataclass(frozen=True, slots=True)
class RecommendationPart:
    """A recommendation with both axes; `addressee` is the name of the body that it is addressed to."""

    facts: RecommendationFacts
    place: Words
    addressee: Words
    bodies: tuple[tuple[str, Words], ...] = ()

    @property
    def in_english(self) -> bool:
        """Whether there is an English text that is not older than the original."""
        return bool(self.facts.text.in_(ENGLISH)) and ENGLISH not in self.facts.text.stale


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A letter of the register, with its scan where there is one; `about` are numbers of recommendations."""

    id: UUID
    direction: str
    kind: str
    body: Words
    number: str
    dated_on: date
    moved_on: date
    about: tuple[str, ...]
    file: File | None


@dataclass(frozen=True, slots=True)
class Contents:
    """All of it, in order."""

    delegation: str
    mission: Words
    since: date
    until: date
    demonstration: bool
    reports: tuple[ReportPart, ...] = ()
    recommendations: tuple[RecommendationPart, ...] = ()
    letters: tuple[LetterPart, ...] = ()

    @property
    def files(self) -> tuple[File, ...]:
        """Every stored file that goes in."""
        return (*(each for one in self.reports for each in one.files), *(each.file for each in self.letters if each.file))

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.reports or self.recommendations or self.letters)


def digest_of(pages: Iterable[tuple[str, bytes]], files: Iterable[File]) -> str:
    """What names the content exactly: the SHA-256 over names and digests of all that goes in."""
    lines = [f"{name} {hashlib.sha256(content).hexdigest()}" for name, content in pages] + [f"{each.name} {each.facts.sha256}" for each in files]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
