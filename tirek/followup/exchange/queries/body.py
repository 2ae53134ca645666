"""What people of a body read of the exchange: the reply that they prepare, requests and messages of their own recommendations. Nobody is named, on neither side."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.followup.exchange.models import Message, Opening, Reply, ReplyFile, TimeAsked
from tirek.followup.exchange.reach import from_body, heard_by, prepared, replies
from tirek.followup.recommendations.addressed import bodies_of
from tirek.followup.recommendations.queries import AddressedLine, BodyFilters, addressed
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step of a plan."""

    what: str
    until: date


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file that goes with a reply; `file_id` is the stored one."""

    id: UUID
    file_id: UUID
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class ReplyFacts:
    """A reply that is being prepared. `own`: the reader wrote it last; `confirmed`: its writer looked at what could name a person."""

    id: UUID
    word: str
    text: str
    state: str
    revision: int
    body: str
    steps: tuple[StepFacts, ...]
    files: tuple[FileFacts, ...]
    returned_because: str
    own: bool
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A reply beside its recommendation."""

    recommendation: AddressedLine
    reply: ReplyFacts


@dataclass(frozen=True, slots=True)
class TimeFacts:
    """A request for more time and what became of it. `granted` is None while it waits."""

    id: UUID
    recommendation_id: UUID
    body: str
    until: date
    reason: str
    asked_on: date
    granted: bool | None
    decision: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """A message; of a verification that it tells the outcome and the day."""

    id: UUID
    side: str
    body: str
    text: str
    written_at: datetime
    outcome: str = ""
    verified_on: date | None = None


def reply(recommendation_id: UUID, *, by: Actor, country: str) -> ReplyFacts | None:
    """The reply that is being prepared, if there is one; raises NotFound. Cost: 3 queries beside those of reaching."""
    from_body(recommendation_id, country, by)
    row = prepared(recommendation_id, country, by)
    return reply_facts(row, by) if row else None


def replies_of(lines: tuple[AddressedLine, ...], *, by: Actor, country: str, state: str = "") -> tuple[ReplyLine, ...]:
    """What the reader may see of what is being prepared for these recommendations, in their order. Cost: 3 queries."""
    found = replies(country, by).being_prepared().filter(recommendation__in=[each.id for each in lines]).prefetch_related("steps", "files__file")
    known = {row.recommendation_id: row for row in (found.filter(state=state) if state else found)}
    return tuple(ReplyLine(each, reply_facts(known[each.id], by)) for each in lines if each.id in known)


def handed_in(*, by: Actor, country: str, today: date) -> tuple[ReplyLine, ...]:
    """Replies that wait to be sent, of what the reader's bodies may read; the earliest due first. Cost: 7 queries."""
    return in_state("handed_in", by, country, today)


def in_preparation(*, by: Actor, country: str, today: date) -> tuple[ReplyLine, ...]:
    """Replies that nobody handed in yet, of the same. Cost: 7 queries."""
    return in_state("draft", by, country, today)


def in_state(state: str, by: Actor, country: str, today: date) -> tuple[ReplyLine, ...]:
    """Replies in a state, beside their recommendations."""
    keys = frozenset(replies(country, by).filter(state=state).values_list("recommendation", flat=True))
    lines = addressed(by=by, country=country, today=today, filters=BodyFilters(ids=keys)) if keys else ()
    return replies_of(tuple(each for each in lines if each.state == "issued"), by=by, country=country, state=state)


def reply_states(lines: tuple[AddressedLine, ...], *, by: Actor, country: str) -> dict[UUID, str]:
    """The state of what the reader may see being prepared, by recommendation of a list. Cost: one query."""
    return dict(replies(country, by).being_prepared().filter(recommendation__in=[each.id for each in lines]).values_list("recommendation", "state"))


def unopened(lines: tuple[AddressedLine, ...], *, by: Actor, country: str) -> frozenset[UUID]:
    """Which of a list nobody of the reader's bodies has opened yet. Cost: one query."""
    ids = [each.id for each in lines]
    opened = set(Opening.objects.filter(recommendation__in=ids, body__in=bodies_of(by, country)).values_list("recommendation", flat=True))
    return frozenset(key for key in ids if key not in opened)


def time_asked(recommendation_id: UUID, *, by: Actor, country: str) -> tuple[TimeFacts, ...]:
    """Requests for more time that the reader's bodies or those that answer made, the first one first; raises NotFound."""
    facts, on = from_body(recommendation_id, country, by)
    return tuple(time_facts(row) for row in TimeAsked.objects.filter(recommendation=recommendation_id, body__in=heard_by(facts, by, on)))


def messages(recommendation_id: UUID, *, by: Actor, country: str) -> tuple[MessageFacts, ...]:
    """The talk, the first message first, for people of a body that answers; nothing for those to whom it was only delegated. Raises NotFound."""
    facts, on = from_body(recommendation_id, country, by)
    return said_about(recommendation_id, heard_by(facts, by, on))


def body_file(recommendation_id: UUID, file_id: UUID, *, by: Actor, country: str) -> FileFacts:
    """A file of a reply that the reader may see, or of an answer that he reads. Raises NotFound."""
    facts, _on = from_body(recommendation_id, country, by)
    found = ReplyFile.objects.filter(pk=file_id, reply__recommendation=recommendation_id, dropped=False).exclude(reply__state="dropped").select_related("file", "reply").first()
    sent = {each.id for each in facts.said}
    if found is None or not (found.reply.answer_id in sent if found.reply.state == "sent" else replies(country, by).filter(pk=found.reply_id).exists()):
        raise NotFound
    return file_facts(found)


def sent_files(recommendation_id: UUID, *, by: Actor, country: str) -> dict[UUID, tuple[FileFacts, ...]]:
    """The files that went with the answers that the reader reads, by answer; raises NotFound. Cost: one query beside those of reaching."""
    facts, _on = from_body(recommendation_id, country, by)
    held: dict[UUID, tuple[FileFacts, ...]] = {}
    for row in ReplyFile.objects.filter(reply__answer__in=[each.id for each in facts.said], dropped=False).select_related("file", "reply"):
        if row.reply.answer_id:
            held[row.reply.answer_id] = (*held.get(row.reply.answer_id, ()), file_facts(row))
    return held


def said_about(recommendation_id: UUID, bodies: frozenset[str] | None = None) -> tuple[MessageFacts, ...]:
    """The messages about a recommendation that a caller reached: from and to these bodies, or all."""
    found = Message.objects.filter(recommendation=recommendation_id).select_related("verification")
    return tuple(message_facts(row) for row in (found if bodies is None else found.filter(body__in=bodies)))


def reply_facts(row: Reply, by: Actor) -> ReplyFacts:
    """A reply as frozen values; prefetched rows are used."""
    steps = tuple(StepFacts(each.what, each.until) for each in row.steps.all() if not each.dropped)
    files = tuple(file_facts(each) for each in row.files.all() if not each.dropped)
    return ReplyFacts(row.pk, row.word, row.text, row.state, row.revision, row.body, steps, files, row.returned_because, row.written_by == by.id, row.confirmed)


def file_facts(row: ReplyFile) -> FileFacts:
    """A file as frozen values."""
    return FileFacts(row.pk, row.file_id, row.file.name, row.file.size)


def time_facts(row: TimeAsked) -> TimeFacts:
    """A request as frozen values."""
    return TimeFacts(row.pk, row.recommendation_id, row.body, row.until, row.reason, row.asked_on, row.granted, row.decision, row.decided_on)


def message_facts(row: Message) -> MessageFacts:
    """A message as frozen values."""
    told = (row.verification.outcome, row.verification.verified_on) if row.verification else ("", None)
    return MessageFacts(row.pk, row.side, row.body, row.text, row.written_at, *told)
