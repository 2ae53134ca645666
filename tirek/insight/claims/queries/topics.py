"""Topics as frozen values: the list, and one with its statements and the three lists that follow from them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.contradictions import Lists
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims.models import Decision, Source, Statement, Topic
from tirek.insight.claims.policies import may_work
from tirek.insight.claims.sameness import lists_of
from tirek.insight.claims.topic_values import OF_STATEMENT, OF_TOPIC, READING, Break, Point, Rival, sign_of

PLAIN = (*READING, "code", "start", "end", "quote", "figure")


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list, with how many statements it has."""

    id: UUID
    key: str
    question: Words
    state: str
    statements: int
    origin: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """The source of a statement, as far as a reader must know it."""

    id: UUID
    code: str
    title: Words
    publisher: Words
    dated: date | None
    date_note: Words
    distance: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """Everything that is said of a statement; `revision` is what a later change must have seen."""

    id: UUID
    topic_id: UUID
    source: Spoken
    code: str
    point: str
    start: int
    end: int
    quote: str
    speaker: Words
    retold_by: Words
    of_whom: Words
    position: Words
    figure: dict[str, Any] | None
    missing: str
    since: date | None
    until: date | None
    inferred: Words
    location: Words
    scope: Words
    basis: str
    stage: Words
    people: Words
    role: Words
    role_source: Words
    revision: str

    @property
    def when(self) -> tuple[date, str]:
        """Its place in order of date: the first day of which it speaks, else the last, else that of its source; what states none comes last."""
        return (self.since or self.until or self.source.dated or date.max, self.source.code)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A statement that was left out, and why."""

    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """A topic with its statements in order of date, and its lists. `lacking` names the languages in which it cannot be published yet."""

    id: UUID
    country: str
    origin: str
    key: str
    question: Words
    about: Words
    points: tuple[Point, ...]
    rivals: tuple[Rival, ...]
    breaks: tuple[Break, ...]
    beside: str
    state: str
    statements: tuple[StatementFacts, ...]
    taken_back: tuple[TakenBack, ...]
    lists: Lists
    revision: str
    may_work: bool
    place: int

    @property
    def lacking(self) -> tuple[str, ...]:
        """Languages in which the question, a point, or the reading of a statement is not told."""
        texts = [self.question, *(each.question for each in self.points), *(each.text for each in self.rivals)]
        texts += [words for each in self.statements for words in (each.speaker, each.position) if words]
        return tuple(code for code in LANGUAGES if any(not words.in_(code) for words in texts))

    @property
    def ready(self) -> bool:
        """Whether it can be published as it stands."""
        return self.state == "open" and bool(self.statements) and not self.lacking


def topics(*, by: Actor, country: str) -> list[TopicLine]:
    """Topics of the country in their order. Two queries."""
    rows = list(Topic.objects.visible_to(by, country))
    counted = Counter(Statement.objects.standing().filter(topic__in=rows).order_by().values_list("topic", flat=True))
    return [TopicLine(row.pk, row.key, row.question, row.state, counted[row.pk], row.origin) for row in rows]


def topic(topic_id: UUID, *, by: Actor, country: str) -> TopicFacts:
    """One topic. Raises NotFound. Two queries."""
    row = Topic.objects.visible_to(by, country).filter(pk=topic_id).first()
    if row is None:
        raise NotFound
    rows = list(row.statements.select_related("source"))
    standing = [each for each in rows if each.taken_back_at is None]
    statements = sorted((facts_of(each) for each in standing), key=lambda each: each.when)
    order = {each.id: place for place, each in enumerate(statements)}
    standing.sort(key=lambda each: order[each.pk])
    points = tuple(map(Point.of, row.points))
    return TopicFacts(
        id=row.pk, country=row.country, origin=row.origin, key=row.key, question=row.question, about=row.about, points=points,
        rivals=tuple(map(Rival.of, row.rivals)), breaks=tuple(map(Break.of, row.breaks)), beside=row.beside, state=row.state, statements=tuple(statements),
        taken_back=tuple(TakenBack(each.quote, each.reason) for each in rows if each.taken_back_at is not None),
        lists=lists_of([each.key for each in points], standing), revision=sign_of(row, OF_TOPIC), may_work=may_work(by, row.country), place=row.place,
    )  # fmt: skip


def statement(statement_id: UUID, *, by: Actor, country: str) -> StatementFacts:
    """One standing statement of a topic that the reader may see. Raises NotFound."""
    row = Statement.objects.standing().filter(pk=statement_id, topic__in=Topic.objects.visible_to(by, country)).select_related("source").first()
    if row is None:
        raise NotFound
    return facts_of(row)


@dataclass(frozen=True, slots=True)
class DecidedFigure:
    """A figure that a person confirmed, changed or added, ready to be taken into a topic."""

    source_id: UUID
    title: Words
    start: int
    end: int
    quote: str
    told: dict[str, Any]


def decided_figures(*, by: Actor, country: str) -> list[DecidedFigure]:
    """The newest 200 figures of the country's sources that stand as people decided. One query."""
    visible = Source.objects.visible_to(by, country)
    rows = Decision.objects.standing().filter(source__in=visible, told__isnull=False).select_related("source").order_by("-decided_at")[:200]
    return [DecidedFigure(row.source_id, row.source.title, row.start, row.end, row.quote, dict(row.told or {})) for row in rows]


def facts_of(row: Statement) -> StatementFacts:
    """A statement's row as a frozen value."""
    of = row.source
    source = Spoken(of.pk, of.code, of.title, of.publisher, of.dated, of.date_note, of.distance, of.language)
    said = {name: getattr(row, name) for name in PLAIN}
    return StatementFacts(id=row.pk, topic_id=row.topic_id, source=source, revision=sign_of(row, OF_STATEMENT), **said)
