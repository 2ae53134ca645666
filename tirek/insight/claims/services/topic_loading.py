"""The topics of the sourced record: brought to what the packs say, except where a person wrote since."""

import logging
from dataclasses import replace

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions import topics as told
from tirek.foundation.jurisdictions.documents import span_of
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words
from tirek.insight.claims.models import Source, Statement, Topic
from tirek.insight.claims.services.statements import added, read_as
from tirek.insight.claims.services.topics import written
from tirek.insight.claims.topic_values import NOTHING, OF_STATEMENT, OF_TOPIC, Break, Figure, NewStatement, NewTopic, Point, Rival, sign_of

logger = logging.getLogger(__name__)


def load_topics(*, by: Actor) -> Recorded[int]:
    """Brings the topics of all packs to what these say now. Returns how many topics and statements were written. Raises NotAllowed for everybody but the loader."""
    if by != SYSTEM:
        raise NotAllowed
    made = 0
    for country in packs.countries():
        sources = {row.code: row for row in Source.objects.filter(country=country).exclude(code="").select_related("text", "extraction")}
        for place, topic in enumerate(packs.topics(country), 1):
            with record("topics.loaded", by=by, country=country) as entry:
                made += brought(topic, place, sources, by)
    return entry.of(made)


def brought(topic: told.Topic, place: int, sources: dict[str, Source], by: Actor) -> int:
    """One topic with its statements, within the act under way: what is new is added, what only the loader wrote follows the pack.

    A point that the pack no longer has goes after its statements have: where some still stand on it, it stays and is marked.
    """
    row = Topic.objects.filter(country=topic.country, key=topic.id).first() or Topic(country=topic.country, key=topic.id, origin="sourced", changed_by=by.id)
    follows_pack, new = row.changed_by == by.id, topic_told(topic, place)
    made = changes(row, with_left(row, new), by) if follows_pack else 0
    known = {each.code: each for each in row.statements.all()}
    points = {each["key"] for each in row.points}
    for statement in topic.statements:
        if statement.point not in points:
            logger.warning(NO_POINT, statement.id, statement.point, row.country, row.key)
            continue
        made += follows(row, known.get(statement.id), statement_told(topic, statement), sources[statement.document], by)
    if follows_pack:
        made += changes(row, with_left(row, new), by)
        for point in row.points:
            if point.get("left"):
                logger.warning(LEFT, point["key"], row.country, row.key)
    return made


LEFT = (
    "The pack no longer has the point “%s” of the question %s/%s, but statements stand on it: it stays, marked. Take these statements back or move "
    "them to another point on the desk."
)
NO_POINT = (
    "The statement “%s” of the pack is on the point “%s”, which the question %s/%s does not have: a person changed the question, so it stays as it is "
    "and the statement is left out."
)


def with_left(row: Topic, new: NewTopic) -> NewTopic:
    """What the pack tells, and after it the points that it no longer has and on which statements stand."""
    told = {each.key for each in new.points}
    gone = [Point.of(each) for each in row.points if each["key"] not in told]
    held = set(row.statements.standing().values_list("point", flat=True)) if gone else set()
    return replace(new, points=(*new.points, *(replace(each, left=True) for each in gone if each.key in held)))


def changes(row: Topic, new: NewTopic, by: Actor) -> int:
    """Writes the topic if it is told otherwise than it stands."""
    before = None if row._state.adding else (sign_of(row, OF_TOPIC), row.place)
    row.place = new.place
    wanted = Topic(question=new.question, about=new.about, beside=new.beside, state=row.state)
    wanted.points, wanted.rivals, wanted.breaks = ([each.to_json() for each in some] for some in (new.points, new.rivals, new.breaks))
    if before == (sign_of(wanted, OF_TOPIC), new.place):
        return 0
    written(row, new, by, origin="sourced")
    return 1


def follows(topic: Topic, row: Statement | None, new: NewStatement, source: Source, by: Actor) -> int:
    """Adds a statement, or writes it anew if the pack tells it otherwise and no person wrote it since."""
    if row is None:
        added(topic, source, new, by)
        return 1
    if row.changed_by != by.id:
        return 0
    wanted = Statement(topic=topic, source=source, country=row.country)
    read_as(wanted, new, by, keep=False)
    if sign_of(wanted, OF_STATEMENT) == sign_of(row, OF_STATEMENT):
        return 0
    read_as(row, new, by)
    return 1


def topic_told(topic: told.Topic, place: int) -> NewTopic:
    """A topic as the pack tells it."""
    points = tuple(Point(each.id, each.question) for each in topic.points)
    rivals = tuple(Rival(each.text, each.statement or "") for each in topic.rivals)
    breaks = tuple(Break(each.on, each.text, packs.source(topic.country, each.source).title, each.verified) for each in topic.breaks)
    return NewTopic(topic.question, topic.about, points, rivals, breaks, topic.beside or "", topic.id, place)


def statement_told(topic: told.Topic, one: told.TopicStatement) -> NewStatement:
    """A statement as the pack tells it; the quote is taken where it first stands in the document."""
    span = span_of(packs.document(one.document).file, one.quote)
    hedge = "" if one.hedge == "exact" else one.hedge
    role = one.role
    return NewStatement(
        code=one.id, point=one.point, quote=one.quote, start=span[0] if span else None, speaker=packs.speaker(one.speaker).name,
        retold_by=packs.speaker(one.retold_by).name if one.retold_by else NOTHING, of_whom=or_nothing(one.of_whom), position=or_nothing(one.position),
        figure=None if one.value is None else Figure(str(one.value), one.unit or "", hedge), missing=one.missing or "", since=one.since, until=one.until,
        inferred=or_nothing(one.inferred), location=or_nothing(one.place), scope=or_nothing(one.scope), basis=one.basis or "", stage=or_nothing(one.stage),
        people=or_nothing(one.people), role=role.text if role else NOTHING, role_source=packs.source(topic.country, role.source).title if role else NOTHING,
    )  # fmt: skip


def or_nothing(words: Words | None) -> Words:
    """Words that rows hold where the pack has none."""
    return words if words is not None else NOTHING
