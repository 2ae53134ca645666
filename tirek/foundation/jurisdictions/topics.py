"""Topics of the sourced record as a pack tells them: a question, its points, and what each document says on them, quoted exactly.

Frozen values and what must hold among them; the field names are the keys of `topics.yaml`. It knows no file, no database and no rule of comparison.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tirek.foundation.jurisdictions import documents
from tirek.foundation.jurisdictions.common import SourceDocument
from tirek.foundation.jurisdictions.pack import Sourced, given
from tirek.ground.rules.words import Words

Fault = tuple[object, str, str]
"""The value, the key under which it is wrong, one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPoint:
    """A part of the question on which statements can be set side by side."""

    id: str
    question: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRole(Sourced):
    """A fact about the office of whoever speaks, with its source; it is told beside what is said and weighs nothing."""

    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStatement:
    """What one document says on one point. `quote` stands there letter by letter; everything else is our reading of it.

    A statement is a `position` in our words, or a figure (`value`, `unit`, `hedge`), or a silence (`missing`). `since` and `until` bound the time of
    which it speaks; `inferred` says from what, where the document does not state it. `retold_by` is who passes on another's words.
    """

    id: str
    point: str
    document: str
    quote: str
    speaker: str
    retold_by: str | None = None
    position: Words | None = None
    value: Decimal | None = None
    unit: str | None = None
    hedge: Literal["exact", "more_than", "less_than", "about", "almost", "at_most", "at_least"] = "exact"
    missing: Literal["not_collected", "not_published", "closed", "not_applicable"] | None = None
    of_whom: Words | None = None
    since: date | None = None
    until: date | None = None
    inferred: Words | None = None
    place: Words | None = None
    scope: Words | None = None
    basis: Literal["de_jure", "de_facto"] | None = None
    stage: Words | None = None
    people: Words | None = None
    role: SpeakerRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One of several explanations that the figures leave open; `statement` is the one that gives it, if a document does."""

    text: Words
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesBreak(Sourced):
    """A break in a series, by its day: figures before and after are not compared."""

    on: date
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question on which documents say different things. `beside` is a question of another country, "kg/key", which a reader may open next to it."""

    id: str
    question: Words
    about: Words
    points: tuple[TopicPoint, ...]
    statements: tuple[TopicStatement, ...]
    rivals: tuple[Rival, ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()
    beside: str | None = None
    country: str = given("")


def faults_of(topic: Topic, known: Mapping[str, SourceDocument], speakers: frozenset[str]) -> Iterator[Fault]:
    """Everything in a topic that cannot be meant."""
    points = [point.id for point in topic.points]
    named = [each.id for each in topic.statements]
    for thing, among in ((topic.points, points), (topic.statements, named)):
        yield from ((each, "id", f"duplicate id “{each.id}”.") for place, each in enumerate(thing) if each.id in among[:place])  # type: ignore[attr-defined]
    for statement in topic.statements:
        yield from _statement(topic, statement, points, known, speakers)
    if topic.beside is not None and topic.beside.partition("/")[0] in ("", topic.country):
        yield topic, "beside", f"“beside” is “{topic.beside}”, but must name another country and its topic like kg/impunity."
    for rival in topic.rivals:
        if rival.statement is not None and rival.statement not in named:
            yield rival, "statement", f"unknown statement “{rival.statement}”."


def _statement(topic: Topic, one: TopicStatement, points: list[str], known: Mapping[str, SourceDocument], speakers: frozenset[str]) -> Iterator[Fault]:
    document = known.get(one.document)
    if one.point not in points:
        yield one, "point", f"unknown point “{one.point}”."
    for key in ("speaker", "retold_by"):
        if getattr(one, key) is not None and getattr(one, key) not in speakers:
            yield one, key, f"unknown speaker “{getattr(one, key)}”."
    if document is None:
        yield one, "document", f"unknown document “{one.document}”."
    elif document.country != topic.country:
        yield one, "document", f"document {one.document} is of another country; what it says stands in a topic of that country."
    elif documents.span_of(document.file, one.quote) is None:
        yield one, "quote", f"the quote of “{one.id}” was not found verbatim in document {one.document}."
    if [one.position, one.value, one.missing].count(None) != 2:
        yield one, "", f"“{one.id}” needs exactly one of position, value, missing."
    if one.since and one.until and one.since > one.until:
        yield one, "since", f"since {one.since} is after until {one.until}."
