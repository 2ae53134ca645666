"""Adding statements to a topic, changing them, taking them back. Each verb is one transaction and one entry of the ledger."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from tirek.foundation.files.bytes import fetch
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.claims.models import BASES, SILENCES, Source, Statement, Topic
from tirek.insight.claims.refusals import (
    AlreadyTakenBack,
    NotOneReading,
    NotYetRead,
    PeriodReversed,
    PointUnknown,
    QuoteNotThere,
    SourceCodeUnknown,
    SpeakerMissing,
    TextNotHeld,
    TopicMeanwhile,
)
from tirek.insight.claims.services.deciding import Changes, reasoned, taken
from tirek.insight.claims.services.topics import open_topic
from tirek.insight.claims.topic_values import OF_STATEMENT, READING, NewStatement, sign_of


def add_statement(*, topic_id: UUID, source_id: UUID, new: NewStatement, by: Actor) -> Recorded[UUID]:
    """What a source of the topic's country says on one of its points. Returns the statement's id.

    Raises NotFound, NotAllowed, TopicClosed, TextNotHeld, QuoteNotThere, PointUnknown, SpeakerMissing, NotOneReading, PeriodReversed, SourceCodeUnknown,
    NumberUnclear, UnitUnknown.
    """
    with record("statement.added", by=by, subject=("topic", topic_id)) as entry:
        row = added(open_topic(topic_id, by), source_of(source_id, topic_id, by), new, by)
        return entry.of(row.pk)


def change_statement(*, statement_id: UUID, new: NewStatement, revision: str, by: Actor) -> Recorded[UUID]:
    """Reads a statement otherwise; its source stays. `revision` is what the writer saw. Raises as `add_statement`, AlreadyTakenBack, TopicMeanwhile."""
    with record("statement.changed", by=by, subject=("statement", statement_id)) as entry:
        row = open_statement(statement_id, by)
        if sign_of(row, OF_STATEMENT) != revision:
            raise TopicMeanwhile
        read_as(row, new, by)
        return entry.of(row.pk)


def take_back_statement(*, statement_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Leaves a statement out of its topic from now on; it stays in the record. `names_nobody`: why passages of the reason stay that could name somebody.

    Raises NotFound, NotAllowed, TopicClosed, AlreadyTakenBack, DecisionReasonMissing, PassagesUndecided.
    """
    with record("statement.taken-back", by=by, subject=("statement", statement_id)) as entry:
        row = open_statement(statement_id, by)
        why = reasoned(reason, names_nobody)
        row.taken_back_at, row.reason, row.kept_because, row.changed_by = timezone.now(), why.text, why.kept_because, by.id
        row.save()
        return entry.of(row.pk)


def open_statement(statement_id: UUID, by: Actor) -> Statement:
    """The statement of an open topic, both locked. Raises NotFound, NotAllowed, TopicClosed, AlreadyTakenBack."""
    found = Statement.objects.filter(pk=statement_id).values_list("topic", flat=True).first()
    if found is None:
        raise NotFound
    open_topic(found, by)
    row = Statement.objects.select_for_update(no_key=True).get(pk=statement_id)
    if row.taken_back_at is not None:
        raise AlreadyTakenBack
    return row


def source_of(source_id: UUID, topic_id: UUID, by: Actor) -> Source:
    """The source, of the topic's country. Raises NotFound."""
    country = Topic.objects.values_list("country", flat=True).get(pk=topic_id)
    source = Source.objects.visible_to(by, country).filter(pk=source_id).first()
    if source is None:
        raise NotFound
    return source


def added(topic: Topic, source: Source, new: NewStatement, by: Actor) -> Statement:
    """The statement's row, within the act under way."""
    row = Statement(country=topic.country, origin=topic.origin, topic=topic, source=source, code=new.code, added_at=timezone.now())
    read_as(row, new, by)
    return row


def read_as(row: Statement, new: NewStatement, by: Actor, *, keep: bool = True) -> None:
    """Puts into the row how a stretch is read, and saves it within the act under way unless `keep` is taken away."""
    check(row.topic, new)
    row.start, row.end = stretch_of(row.source, new)
    row.quote = new.quote
    for name in READING:
        setattr(row, name, getattr(new, name))
    row.figure = figure_of(row.source, new)
    row.changed_by = by.id
    if keep:
        row.save()


def check(topic: Topic, new: NewStatement) -> None:
    """Raises PointUnknown, SpeakerMissing, NotOneReading, PeriodReversed, SourceCodeUnknown."""
    if new.point not in {each["key"] for each in topic.points}:
        raise PointUnknown
    if not new.speaker:
        raise SpeakerMissing
    if [bool(new.position), new.figure is not None, bool(new.missing)].count(True) != 1:
        raise NotOneReading
    if new.since and new.until and new.since > new.until:
        raise PeriodReversed
    for given, known in ((new.basis, BASES), (new.missing, SILENCES)):
        if given and given not in known:
            raise SourceCodeUnknown(given=given)


def stretch_of(source: Source, new: NewStatement) -> tuple[int, int]:
    """Where the quote stands in the source's text. Raises TextNotHeld, QuoteNotThere."""
    if source.text is None:
        raise TextNotHeld
    text, quote = fetch(source.text.sha256).decode(), new.quote
    start = text.find(quote) if new.start is None else new.start
    unclear = new.start is None and text.count(quote) > 1
    if not quote.strip() or start < 0 or unclear or text[start : start + len(quote)] != quote:
        raise QuoteNotThere
    return start, start + len(quote)


def figure_of(source: Source, new: NewStatement) -> dict[str, Any] | None:
    """The figure in the form that decisions have, with its interval from the hedge. Raises NumberUnclear, UnitUnknown, NotYetRead."""
    if new.figure is None:
        return None
    if not hasattr(source, "extraction"):
        raise NotYetRead
    return taken(Changes(value=new.figure.value, unit=new.figure.unit, hedge=new.figure.hedge, first=new.since, last=new.until), source, None)
