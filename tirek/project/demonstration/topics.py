"""Telling the questions on which the invented sources differ: made, filled and published by the analyst, as the desk's pages do it."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from tirek.ground.rules.actors import Actor
from tirek.insight.claims import queries, services
from tirek.insight.claims.topic_values import NOTHING, Figure, NewStatement, NewTopic, Point
from tirek.insight.publications.services import publish_topic
from tirek.project.demonstration import told
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.telling import COUNTRY, Telling


def stories() -> tuple[told.Topic, ...]:
    """All topics of the told country."""
    return list_of("topics.yaml", told.Topic)


def load_topics(done: Callable[[], None]) -> None:
    """Makes the topics that are not there yet; each whole in one transaction. `done` is called after each."""
    by = Telling().actor("analyst")
    sources = {line.code: line.id for line in queries.sources(by=by, country=COUNTRY)}
    known = {line.key for line in queries.topics(by=by, country=COUNTRY)}
    for place, story in enumerate(stories(), 1):
        if story.key not in known:
            with transaction.atomic():
                tell(story, place, sources, by)
        done()


def tell(story: told.Topic, place: int, sources: dict[str, UUID], by: Actor) -> None:
    """One topic with its statements, published where the story says so."""
    points = tuple(Point(each.key, each.question) for each in story.points)
    new = NewTopic(question=story.question, about=story.about, points=points, key=story.key, place=place)
    topic = services.make_topic(country=COUNTRY, new=new, by=by).value
    for each in story.statements:
        services.add_statement(topic_id=topic, source_id=sources[each.source], new=statement_of(each), by=by)
    if story.published:
        publish_topic(topic_id=topic, country=COUNTRY, by=by)


def statement_of(story: told.TopicStatement) -> NewStatement:
    """A statement as the analyst reads it."""
    return NewStatement(
        point=story.point, quote=story.quote, speaker=story.speaker, retold_by=story.retold_by or NOTHING, position=story.position or NOTHING,
        figure=Figure(story.value, story.unit) if story.value else None, missing=story.missing, since=story.since, until=story.until,
        scope=story.scope or NOTHING, stage=story.stage or NOTHING,
    )  # fmt: skip
