"""What a topic and a statement consist of, as plain values: asked for by services, answered by queries. It knows no table."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.words import Words

NOTHING = Words()
OF_TOPIC = ("question", "about", "points", "rivals", "breaks", "beside", "state")
READING = (
    "point", "speaker", "retold_by", "of_whom", "position", "missing", "since", "until", "inferred", "location", "scope", "basis", "stage", "people", "role",
    "role_source",
)  # fmt: skip
"""What is said of a stretch as it is asked for."""
OF_STATEMENT = (*READING, "start", "end", "figure", "taken_back_at")


def sign_of(row: object, names: Iterable[str]) -> str:
    """The sign of these columns, by which a later save tells whether they are still so. The order of keys within one does not count: a database changes it."""
    values = [getattr(row, name) for name in names]
    return revision_of(*(json.dumps(each, sort_keys=True) if isinstance(each, list | dict) else each for each in values))


@dataclass(frozen=True, slots=True)
class Point:
    """A part of the question on which statements are set side by side. `left`: the pack no longer has it, and it stays because statements stand on it."""

    key: str
    question: Words
    left: bool = False

    def to_json(self) -> dict[str, Any]:
        """The form that rows hold."""
        return {"key": self.key, "question": self.question.to_json(), **({"left": True} if self.left else {})}

    @classmethod
    def of(cls, held: dict[str, Any]) -> "Point":
        """The inverse of `to_json`."""
        return cls(held["key"], Words.from_json(held["question"]), held.get("left", False))


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several explanations that figures leave open; `statement` is the code of the one that gives it, "" where no source does."""

    text: Words
    statement: str = ""

    def to_json(self) -> dict[str, Any]:
        """The form that rows hold."""
        return {"text": self.text.to_json(), "statement": self.statement}

    @classmethod
    def of(cls, held: dict[str, Any]) -> "Rival":
        """The inverse of `to_json`."""
        return cls(Words.from_json(held["text"]), held["statement"])


@dataclass(frozen=True, slots=True)
class Break:
    """A break in a series, by its day; `verified` says whether somebody checked the day against the source."""

    on: date
    text: Words
    source: Words
    verified: bool = False

    def to_json(self) -> dict[str, Any]:
        """The form that rows hold."""
        return {"on": self.on.isoformat(), "text": self.text.to_json(), "source": self.source.to_json(), "verified": self.verified}

    @classmethod
    def of(cls, held: dict[str, Any]) -> "Break":
        """The inverse of `to_json`."""
        return cls(date.fromisoformat(held["on"]), Words.from_json(held["text"]), Words.from_json(held["source"]), held["verified"])


@dataclass(frozen=True, slots=True)
class NewTopic:
    """What is asked of a topic. `key` is made from the question where it is empty."""

    question: Words
    about: Words = NOTHING
    points: tuple[Point, ...] = ()
    rivals: tuple[Rival, ...] = ()
    breaks: tuple[Break, ...] = ()
    beside: str = ""
    key: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a person reads it: the number as typed, its unit and hedge."""

    value: str
    unit: str = ""
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What is said of a stretch of a source's text; exactly one of position, figure and missing."""

    point: str
    quote: str
    speaker: Words
    start: int | None = None
    """Where the quote begins; None asks for the only place where it stands."""
    retold_by: Words = NOTHING
    of_whom: Words = NOTHING
    position: Words = NOTHING
    figure: Figure | None = None
    missing: str = ""
    since: date | None = None
    until: date | None = None
    inferred: Words = NOTHING
    location: Words = NOTHING
    scope: Words = NOTHING
    basis: str = ""
    stage: Words = NOTHING
    people: Words = NOTHING
    role: Words = NOTHING
    role_source: Words = NOTHING
    code: str = field(default="")
