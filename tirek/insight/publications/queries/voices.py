"""What the mechanism reads of replies and requests, for those who work with publications. A contact is opened for one row alone, never for a list."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from tirek.foundation.jurisdictions.queries import today, unsettled_years, working_days_between
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.day_clock import DayClock, day_clock
from tirek.ground.rules.open_texts import passages_of
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.text_check import Hit
from tirek.ground.rules.words import Words
from tirek.insight.publications.contacts import opened
from tirek.insight.publications.models import ChangeRequest, Reply, ReplyRequest, open_to
from tirek.insight.publications.queries.replies import Stretch, stretch_of

NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class VoiceFacts:
    """A reply, a request for one, or a request for a change, as `what` says; what one does not have is empty.

    `state` is waiting, shown, not_shown, shown_no_more, open, answered, taken_back, or an outcome. `passages` are those of a waiting text that could name somebody.
    """

    what: str
    id: UUID
    kind: str
    country: str
    key: str
    version: int
    stretch: Stretch
    speaker: str
    office: str
    made_at: datetime
    state: str
    decided_at: datetime | None
    decided_by: str
    text: Words = NO_WORDS
    asks: str = ""
    contact: str = ""
    contact_until: date | None = None
    way: str = ""
    words: str = ""
    reason: str = ""
    answer: Words = NO_WORDS
    asked_on: date | None = None
    letter: str = ""
    clock: DayClock | None = None
    passages: tuple[Hit, ...] = ()
    taken_back_at: datetime | None = None
    taken_back_by: str = ""

    @property
    def waits(self) -> bool:
        """Whether somebody of the mechanism has to decide."""
        return self.state == "waiting"


def voices(*, by: Actor, country: str) -> tuple[VoiceFacts, ...]:
    """All of the country, what waits first, then the newest. Costs four queries; texts are not searched here."""
    may = open_to(by, country)
    rows = [
        *(_change(row) for row in ChangeRequest.objects.filter(may)),
        *(_reply(row) for row in Reply.objects.filter(may)),
        *(_request(row, answered) for row, answered in _requests(may)),
    ]
    return tuple(sorted(rows, key=lambda one: (not one.waits, -one.made_at.timestamp())))


def reply(reply_id: UUID, *, by: Actor, country: str) -> VoiceFacts:
    """One reply, with the passages that could name somebody while it waits. Raises NotFound."""
    row = Reply.objects.filter(open_to(by, country), pk=reply_id).first()
    if row is None:
        raise NotFound
    return _reached(_reply(row, search=True), row)


def change(change_id: UUID, *, by: Actor, country: str) -> VoiceFacts:
    """One request for correction or removal. Raises NotFound."""
    row = ChangeRequest.objects.filter(open_to(by, country), pk=change_id).first()
    if row is None:
        raise NotFound
    return _reached(_change(row), row)


def request(request_id: UUID, *, by: Actor, country: str) -> VoiceFacts:
    """One request for a reply. Raises NotFound."""
    found = next(iter(_requests(open_to(by, country), pk=request_id)), None)
    if found is None:
        raise NotFound
    return _request(*found)


def open_requests(kind: str, key: str, *, by: Actor, country: str) -> tuple[VoiceFacts, ...]:
    """The mechanism's requests about a thing that nobody has answered; none for who may not work with them."""
    found = _requests(open_to(by, country), kind=kind, key=key, decided_at=None)
    return tuple(_request(one, answered) for one, answered in found if not answered)


def waiting(*, by: Actor, country: str) -> tuple[VoiceFacts, ...]:
    """What somebody has to decide, the oldest first. Costs two queries."""
    may = open_to(by, country)
    rows = [*map(_change, ChangeRequest.objects.filter(may, decided_at=None)), *map(_reply, Reply.objects.filter(may, decided_at=None))]
    return tuple(sorted(rows, key=lambda one: one.made_at))


def _requests(may: Q, **narrowed: Any) -> list[tuple[ReplyRequest, bool]]:
    rows = list(ReplyRequest.objects.filter(may, **narrowed))
    answered = set(Reply.objects.filter(asked__in=rows).exclude(way="").values_list("asked", flat=True))
    return [(row, row.pk in answered) for row in rows]


def _common(row: Reply | ReplyRequest | ChangeRequest) -> dict[str, object]:
    return {
        "id": row.pk, "kind": row.kind, "country": row.country, "key": row.key, "version": row.version, "stretch": stretch_of(row), "speaker": row.speaker,
        "office": row.office, "made_at": row.made_at, "decided_at": row.decided_at, "decided_by": row.decided_by,
        "contact_until": row.contact_until,
    }  # fmt: skip


def _reached(facts: VoiceFacts, row: Reply | ChangeRequest) -> VoiceFacts:
    return replace(facts, contact=opened(row.contact))


def _reply(row: Reply, search: bool = False) -> VoiceFacts:
    state = "shown_no_more" if row.taken_back_at else "shown" if row.way else "not_shown" if row.reason else "waiting"
    found = tuple(passages_of(row.pk, (row.office, row.text)).values()) if search and not row.decided_at else ()
    words = "\n".join(filter(None, (row.sure, row.told, row.taken_back)))
    back = {"taken_back_at": row.taken_back_at, "taken_back_by": row.taken_back_by, "reason": row.taken_back_for or row.reason}
    return VoiceFacts("reply", state=state, text=row.text, way=row.way, words=words, passages=found, **back, **_common(row))  # type: ignore[arg-type]


def _request(row: ReplyRequest, answered: bool) -> VoiceFacts:
    state = "taken_back" if row.decided_at else "answered" if answered else "open"
    return VoiceFacts("request", state=state, words=row.taken_back, asked_on=row.asked_on, letter=row.letter, **_common(row))  # type: ignore[arg-type]


def _change(row: ChangeRequest) -> VoiceFacts:
    return VoiceFacts(row.sort, state=row.outcome or "waiting", asks=row.text, answer=row.answer, clock=_clock(row), **_common(row))  # type: ignore[arg-type]


def _clock(row: ChangeRequest) -> DayClock | None:
    """What is left of the ten working days."""
    if row.decided_at is not None:
        return None
    now = today(row.country)
    crossed = unsettled_years(row.country, min(now, row.due_on), max(now, row.due_on))
    return day_clock(due=row.due_on, today=now, working_days_between=lambda first, last: working_days_between(row.country, first, last), unsettled=crossed)
