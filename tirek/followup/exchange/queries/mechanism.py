"""What the mechanism's people read of the exchange: when a body opened a recommendation, what it sent with which files, its requests, the talk. Nothing that is only prepared."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.followup.exchange.models import AnswerSheet, Opening, ReplyFile, TimeAsked
from tirek.followup.exchange.queries.body import FileFacts, MessageFacts, TimeFacts, file_facts, said_about, time_facts
from tirek.followup.recommendations.policies import check_may_answer, may_answer
from tirek.followup.recommendations.queries import Filters, Line, counts, recommendation, recommendations
from tirek.foundation.jurisdictions.queries import today as day_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """That a body opened it for the first time in the words of that version of the report."""

    body: str
    wording: int
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class SentFacts:
    """The files that came with an answer."""

    answer_id: UUID
    files: tuple[FileFacts, ...]


@dataclass(frozen=True, slots=True)
class ExchangeFacts:
    """The exchange about one recommendation."""

    opened: tuple[OpeningFacts, ...]
    sent: tuple[SentFacts, ...]
    time: tuple[TimeFacts, ...]
    messages: tuple[MessageFacts, ...]

    @property
    def told(self) -> frozenset[tuple[str, date]]:
        """Outcomes with their days that the body was told."""
        return frozenset((each.outcome, each.verified_on) for each in self.messages if each.verified_on)


def exchange_of(recommendation_id: UUID, *, by: Actor, country: str) -> ExchangeFacts:
    """The exchange about one recommendation, for the mechanism's own people. Raises NotFound. Cost: 5 queries."""
    if not counts(by=by, country=country, today=day_of(country), filters=Filters(ids=frozenset({recommendation_id}))).total:
        raise NotFound
    files: dict[UUID, list[FileFacts]] = {}
    for row in ReplyFile.objects.filter(reply__recommendation=recommendation_id, reply__state="sent", dropped=False).select_related("file", "reply"):
        files.setdefault(row.reply.answer_id, []).append(file_facts(row))  # type: ignore[arg-type]
    return ExchangeFacts(
        tuple(OpeningFacts(row.body, row.wording, row.opened_at) for row in Opening.objects.filter(recommendation=recommendation_id)),
        tuple(SentFacts(key, tuple(held)) for key, held in files.items()),
        tuple(time_facts(row) for row in TimeAsked.objects.filter(recommendation=recommendation_id)),
        said_about(recommendation_id),
    )


def sent_file(recommendation_id: UUID, file_id: UUID, *, by: Actor, country: str) -> FileFacts:
    """A file that came with an answer, for those who may read the recommendation; raises NotFound."""
    facts = recommendation(recommendation_id, by=by, today=day_of(country))
    found = ReplyFile.objects.filter(pk=file_id, reply__recommendation=facts.id, reply__state="sent", dropped=False).select_related("file").first()
    if found is None:
        raise NotFound
    return file_facts(found)


def times_waiting(*, by: Actor, country: str) -> tuple[tuple[TimeFacts, Line], ...]:
    """Requests that wait to be decided, the earliest first, for the office; nothing for others. What was answered or withdrawn meanwhile waits no more. Cost: 4 queries."""
    if not may_answer(by, country):
        return ()
    rows = list(TimeAsked.objects.filter(country=country, granted=None).order_by("asked_on", "pk"))
    wanted = frozenset(row.recommendation_id for row in rows)
    known = {each.id: each for each in recommendations(by=by, country=country, today=day_of(country), filters=Filters(ids=wanted))} if rows else {}
    return tuple((time_facts(row), known[row.recommendation_id]) for row in rows if row.recommendation_id in known and (known[row.recommendation_id].state, known[row.recommendation_id].word) == ("issued", "none"))


def time_request(request_id: UUID, *, by: Actor, country: str) -> TimeFacts:
    """One request, for the office. Raises NotFound, NotAllowed."""
    row = TimeAsked.objects.filter(pk=request_id, country=country).first()
    if row is None:
        raise NotFound
    recommendation(row.recommendation_id, by=by, today=day_of(country))
    check_may_answer(by, country)
    return time_facts(row)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A filled spreadsheet that came on a memory stick."""

    id: UUID
    body: str
    letter_number: str
    said_on: date
    received_on: date
    entered_on: date | None


def answer_sheets(*, by: Actor, country: str, size: int = 100) -> tuple[SheetFacts, ...]:
    """The newest of them, for the office. Raises NotAllowed. Cost: one query."""
    check_may_answer(by, country)
    return tuple(sheet_facts(row) for row in AnswerSheet.objects.filter(country=country)[:size])


def answer_sheet(sheet_id: UUID, *, by: Actor, country: str) -> SheetFacts:
    """One of them, for the office. Raises NotFound, NotAllowed."""
    check_may_answer(by, country)
    row = AnswerSheet.objects.filter(pk=sheet_id, country=country).first()
    if row is None:
        raise NotFound
    return sheet_facts(row)


def sheet_facts(row: AnswerSheet) -> SheetFacts:
    """A row as frozen values."""
    return SheetFacts(row.pk, row.body, row.letter_number, row.said_on, row.received_on, row.entered_on)
