"""Making topics and changing them. Each verb is one transaction and one entry of the ledger."""

from dataclasses import replace
from itertools import chain, count
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.claims.models import Topic
from tirek.insight.claims.policies import check_may_work
from tirek.insight.claims.refusals import PointUnknown, QuestionMissing, TopicClosed, TopicMeanwhile
from tirek.insight.claims.topic_values import OF_TOPIC, NewTopic, Point, sign_of


def make_topic(*, country: str, new: NewTopic, by: Actor) -> Recorded[UUID]:
    """A new topic. Returns its id. Raises NotAllowed, QuestionMissing."""
    check_may_work(by, country)
    with record("topic.made", by=by, country=country) as entry:
        row = under_free_key(Topic(country=country, place=new.place), new, by)
        entry.about("topic", row.pk)
        return entry.of(row.pk)


def change_topic(*, topic_id: UUID, new: NewTopic, revision: str, by: Actor) -> Recorded[UUID]:
    """Writes a topic's question, points and the rest anew; `revision` is what the writer saw. Raises NotFound, NotAllowed, QuestionMissing, PointUnknown, TopicClosed, TopicMeanwhile."""
    with record("topic.changed", by=by, subject=("topic", topic_id)) as entry:
        row = open_topic(topic_id, by)
        if sign_of(row, OF_TOPIC) != revision:
            raise TopicMeanwhile
        written(row, new, by)
        return entry.of(row.pk)


def close_topic(*, topic_id: UUID, by: Actor) -> Recorded[UUID]:
    """Takes a topic back from work: nothing of it can be changed or published until it is opened again. Raises NotFound, NotAllowed, TopicClosed."""
    with record("topic.closed", by=by, subject=("topic", topic_id)) as entry:
        row = open_topic(topic_id, by)
        row.state, row.changed_by = "closed", by.id
        row.save()
        return entry.of(row.pk)


def reopen_topic(*, topic_id: UUID, by: Actor) -> Recorded[UUID]:
    """Opens a closed topic again. Raises NotFound, NotAllowed."""
    with record("topic.reopened", by=by, subject=("topic", topic_id)) as entry:
        row = topic_of(topic_id, by)
        row.state, row.changed_by = "open", by.id
        row.save()
        return entry.of(row.pk)


def topic_of(topic_id: UUID, by: Actor) -> Topic:
    """The topic, locked so that two people write one after the other. Raises NotFound, NotAllowed."""
    row = Topic.objects.filter(pk=topic_id).select_for_update(no_key=True).first()
    if row is None or not Topic.objects.visible_to(by, row.country).filter(pk=topic_id).exists():
        raise NotFound
    check_may_work(by, row.country)
    return row


def open_topic(topic_id: UUID, by: Actor) -> Topic:
    """The topic, locked, if it is open. Raises NotFound, NotAllowed, TopicClosed."""
    row = topic_of(topic_id, by)
    if row.state != "open":
        raise TopicClosed
    return row


def written(row: Topic, new: NewTopic, by: Actor, origin: str = "") -> None:
    """Saves what is asked of a topic, within the act under way. Raises QuestionMissing, PointUnknown."""
    points = tuple(each for each in keyed(new.points) if each.question)
    if not new.question or not points:
        raise QuestionMissing
    gone = {each["key"] for each in row.points} - {each.key for each in points}
    if gone and row.statements.standing().filter(point__in=gone).exists():
        raise PointUnknown
    row.question, row.about, row.beside = new.question, new.about, new.beside
    row.points = [each.to_json() for each in points]
    row.rivals = [each.to_json() for each in new.rivals if each.text]
    row.breaks = [each.to_json() for each in new.breaks]
    row.changed_by, row.origin = by.id, origin or row.origin
    row.save()


def under_free_key(row: Topic, new: NewTopic, by: Actor) -> Topic:
    """Saves a new topic under a key that the country does not have; whoever takes the same one at the same moment gets the next."""
    while True:
        row.key = free_key(row.country, new)
        try:
            with transaction.atomic():
                written(row, new, by)
            return row
        except IntegrityError:
            if not Topic.objects.filter(country=row.country, key=row.key).exists():
                raise


def keyed(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points, each new one with a key that no other has."""
    return tuple(each if each.key else replace(each, key=uuid4().hex[:8]) for each in points)


def free_key(country: str, new: NewTopic) -> str:
    """A key for addresses: as asked, or made from the English question; with a number where the country has it already."""
    wanted = new.key or slugify(new.question.in_("en"))[:50].strip("-") or "topic"
    taken = set(Topic.objects.filter(country=country, key__startswith=wanted).values_list("key", flat=True))
    return next(key for key in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if key not in taken)
