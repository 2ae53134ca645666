"""Replies of an authority: prepared by its people, handed in, returned, and sent by its head. Only the sending reaches the mechanism."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from tirek.followup.exchange.announcing import tell
from tirek.followup.exchange.models import Reply, ReplyFile, ReplyStep
from tirek.followup.exchange.reach import approves, body_of, from_body, prepared
from tirek.followup.exchange.refusals import (
    AnsweredSince,
    NothingToSend,
    ReasonOfRefusal,
    ReplyChanged,
    ReplyElsewhere,
    ReplyHandedIn,
    ReplyTooLong,
    RewordedSince,
    StepGoneBy,
    StepUnclear,
    TooManyFiles,
    TooManySteps,
)
from tirek.followup.recommendations.policies import check_issued
from tirek.followup.recommendations.queries import AddressedFacts
from tirek.followup.recommendations.refusals import CannotFollow, ReasonNeeded, UnknownChoice
from tirek.followup.recommendations.services import answer_as_body
from tirek.followup.recommendations.texts import looked_at
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.webhooks.events import REPLY_SENT
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.bodies import is_facility
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.reply_states import PLANNED, REPLY, TO_PREPARE

LONGEST, MOST_STEPS, MOST_FILES = 8_000, 12, 10
LONGEST_STEP = 500


@dataclass(frozen=True, slots=True)
class Plan:
    """A step: what will be done, and until which day."""

    what: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A reply as it was written: the word, the text, the steps; files that come along and those that go (`without`). `files` are added to what is there."""

    word: str
    text: str = ""
    steps: tuple[Plan, ...] = ()
    files: tuple[NewFile, ...] = ()
    without: frozenset[UUID] = frozenset()


def prepare_reply(*, recommendation_id: UUID, country: str, written: Prepared, by: Actor, revision: int = 0, confirmed: bool = False) -> Recorded[UUID]:
    """Begins or changes the reply that a body prepares. `revision` is the one that its writer began from, 0 for a new one. Returns its id.

    `confirmed`: the writer has looked at what could name a person. Whoever may read the recommendation for a body prepares, also where it was only delegated.
    Raises NotFound, NotInForce, UnknownChoice, CannotFollow, ReasonOfRefusal, ReplyTooLong, StepUnclear, StepGoneBy, TooManySteps, TooManyFiles, TextMayName, ReplyElsewhere, ReplyHandedIn, ReplyChanged.
    """
    facts, on = from_body(recommendation_id, country, by)
    check_issued(facts.state)
    check_written(facts, written, on)
    searched = "\n".join([written.text, *(each.what for each in written.steps)])
    try:
        with record("reply.prepared", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(searched, confirmed)) as act:
            row = begun(facts, by, revision)
            row.word, row.text, row.confirmed, row.written_by, row.wording, row.after = (
                written.word, written.text.strip(), bool(act.purpose), by.id, facts.worded_in, facts.word,
            )  # fmt: skip
            with transaction.atomic():
                row.save()
            put_steps(row, written.steps)
            put_files(row, facts.number, written, by)
            return act.of(row.pk)
    except IntegrityError as error:  # a colleague began one in the same moment
        raise ReplyChanged from error


def begun(facts: AddressedFacts, by: Actor, revision: int) -> Reply:
    """The reply that stands, locked and counted on, or a new one. Raises ReplyElsewhere, ReplyChanged, ReplyHandedIn."""
    row = prepared(facts.id, facts.country, by, lock=True)
    if row is None:
        if Reply.objects.filter(recommendation=facts.id).being_prepared().exists():
            raise ReplyElsewhere
        if revision:
            raise ReplyChanged
        return Reply(country=facts.country, recommendation_id=facts.id, body=body_of(facts, by), written_by=by.id)
    if row.state == "handed_in":
        raise ReplyHandedIn
    if row.revision != revision:
        raise ReplyChanged
    row.revision += 1
    if facts.speaks and is_facility(row.body):
        row.body = body_of(facts, by)  # from here on these are words of the body above, which the facility does not read
    return row


def check_written(facts: AddressedFacts, written: Prepared, on: date) -> None:
    """Whether a reply can be kept at all. Raises UnknownChoice, CannotFollow, ReasonOfRefusal, ReplyTooLong, StepUnclear, StepGoneBy, TooManySteps."""
    if written.word not in TO_PREPARE:
        raise UnknownChoice(what=written.word)
    if not facts.handed and not AUTHORITY_WORD.allows(facts.word, written.word):
        raise CannotFollow
    if written.word in ("rejected", "partly_accepted") and not written.text.strip():
        raise ReasonOfRefusal
    if len(written.text) > LONGEST:
        raise ReplyTooLong(length=len(written.text), limit=LONGEST)
    steps = written.steps if written.word in PLANNED else ()
    if len(steps) > MOST_STEPS:
        raise TooManySteps(limit=MOST_STEPS)
    for step in steps:
        check_step(step, on)


def check_step(step: Plan, on: date) -> None:
    """Raises StepUnclear, ReplyTooLong, StepGoneBy."""
    if not step.what.strip() or step.until is None:
        raise StepUnclear
    if len(step.what) > LONGEST_STEP:
        raise ReplyTooLong(length=len(step.what), limit=LONGEST_STEP)
    if step.until < on:
        raise StepGoneBy(until=step.until)


def put_steps(row: Reply, steps: Sequence[Plan]) -> None:
    """The steps as they are now; those before stay in the record as dropped."""
    wanted = [(each.what.strip(), each.until) for each in steps] if row.word in PLANNED else []
    for held in row.steps.filter(dropped=False):
        if (held.what, held.until) in wanted:
            wanted.remove((held.what, held.until))
        else:
            held.dropped = True
            held.save()
    first = row.steps.count() + 1
    for position, (what, until) in enumerate(wanted, start=first):
        assert until is not None
        ReplyStep(country=row.country, reply=row, position=position, what=what, until=until).save()


def put_files(row: Reply, number: str, written: Prepared, by: Actor) -> None:
    """Takes files out and puts others in. Raises TooManyFiles."""
    for held in row.files.filter(dropped=False, pk__in=written.without):
        held.dropped = True
        held.save()
    count = row.files.filter(dropped=False).count()
    if count + len(written.files) > MOST_FILES:
        raise TooManyFiles(limit=MOST_FILES)
    every = row.files.count()
    for place, file in enumerate(written.files, start=every + 1):
        ending = file.name.rpartition(".")[2]
        stored = store_file(content=file.content, name=f"{number}-evidence-{place}.{ending}", media_type=file.media_type, country=row.country, by=by).value
        ReplyFile(country=row.country, reply=row, position=place, file_id=stored.pk).save()


def hand_in(*, recommendation_id: UUID, country: str, by: Actor, revision: int) -> Recorded[UUID]:
    """Hands the reply in, for the head of the body that answers to send it. Raises NotFound, NotInForce, ReplyChanged, RewordedSince, AnsweredSince, IllegalMove."""
    facts, _on = from_body(recommendation_id, country, by)
    check_issued(facts.state)
    with record("reply.handed-in", by=by, subject=("recommendation", recommendation_id)) as act:
        row = standing(facts, by, revision)
        check_still_fits(row, facts)
        row.state, row.handed_in_by, row.returned_because = REPLY.after(row.state, "hand-in"), by.id, ""
        row.save()
        return act.of(row.pk)


def return_reply(*, recommendation_id: UUID, country: str, because: str, by: Actor) -> Recorded[UUID]:
    """Returns a reply that was handed in, with what should be changed. The head of the body that answers. Raises NotFound, NotAllowed, NothingToSend, ReasonNeeded, ReplyTooLong."""
    facts, _on = from_body(recommendation_id, country, by)
    approves(facts)
    if not because.strip():
        raise ReasonNeeded
    if len(because) > LONGEST:
        raise ReplyTooLong(length=len(because), limit=LONGEST)
    with record("reply.returned", by=by, subject=("recommendation", recommendation_id)) as act:
        row = handed_in(facts, by)
        row.state, row.returned_because = REPLY.after(row.state, "return"), because.strip()
        row.revision += 1
        row.save()
        return act.of(row.pk)


def drop_reply(*, recommendation_id: UUID, country: str, by: Actor, revision: int) -> Recorded[UUID]:
    """Drops a reply that was not handed in, or one of a recommendation that is no longer in force; its rows stay, nobody reads them any more. Raises NotFound, ReplyChanged, ReplyHandedIn."""
    facts, _on = from_body(recommendation_id, country, by)
    with record("reply.dropped", by=by, subject=("recommendation", recommendation_id)) as act:
        row = standing(facts, by, revision)
        if row.state == "handed_in" and facts.in_force:
            raise ReplyHandedIn
        row.state = REPLY.after(row.state, "drop")
        row.save()
        return act.of(row.pk)


def send_reply(*, recommendation_id: UUID, country: str, by: Actor, revision: int = 0) -> Recorded[UUID]:
    """Sends a reply: from now on it is the authority's answer. The head of the body that answers; one that he wrote himself is handed in and sent at once.

    `revision`: the one that was looked at, 0 where what is handed in is sent. Returns the answer's id.
    Raises NotFound, NotAllowed, NotInForce, NothingToSend, ReplyChanged, RewordedSince, AnsweredSince, CannotFollow.
    """
    facts, _on = from_body(recommendation_id, country, by)
    approves(facts)
    with record("reply.sent", by=by, subject=("recommendation", recommendation_id)) as act:
        seen = revision and prepared(recommendation_id, country, by)  # pressed twice, it was sent by the first time
        row = standing(facts, by, revision) if seen else handed_in(facts, by)
        if row.state == "draft" and row.written_by != by.id:
            raise NothingToSend
        check_still_fits(row, facts)
        if row.state == "draft":
            row.state, row.handed_in_by = REPLY.after(row.state, "hand-in"), by.id
        answer = answer_as_body(recommendation_id=recommendation_id, country=country, word=row.word, text=whole_text(row.text, [(each.what, each.until) for each in row.steps.filter(dropped=False)]), by=by, confirmed=row.confirmed).value
        row.state, row.sent_by, row.sent_at, row.answer_id = REPLY.after(row.state, "send"), by.id, timezone.now(), answer
        row.save()
        tell(REPLY_SENT, recommendation_id, facts.number, country)
        return act.of(answer)


def whole_text(text: str, steps: Iterable[tuple[str, date | None]]) -> str:
    """What an answer says: the text, and each step on a line of its own with its day."""
    return "\n".join([*([text] if text else []), *(f"{until:%d.%m.%Y}: {what}" if until else what for what, until in steps)])


def check_still_fits(row: Reply, facts: AddressedFacts) -> None:
    """Raises RewordedSince for a reply to words that were replaced, AnsweredSince where an answer came that its writer did not know of; a facility is not told that one came."""
    if row.wording != facts.worded_in:
        raise RewordedSince
    if row.after != facts.word and not facts.handed:
        raise AnsweredSince


def standing(facts: AddressedFacts, by: Actor, revision: int) -> Reply:
    """The reply as its reader saw it, locked. Raises NotFound, ReplyChanged."""
    row = prepared(facts.id, facts.country, by, lock=True)
    if row is None:
        raise NotFound
    if row.revision != revision:
        raise ReplyChanged
    return row


def handed_in(facts: AddressedFacts, by: Actor) -> Reply:
    """The reply that waits to be sent, locked. Raises NothingToSend."""
    row = prepared(facts.id, facts.country, by, lock=True)
    if row is None or row.state != "handed_in":
        raise NothingToSend
    return row
