"""What stands beside a published thing: replies, requests for a reply that nobody answered, requests for correction under way and what was decided.

All of it is public. Nothing of who filed it beyond kind and office of a confirmed reply, no contact. Of a request for correction neither its text
nor who it says it is from: nobody made sure of that. So one person who sends many of them cannot fill a page.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from tirek.ground.rules.words import Words
from tirek.insight.publications.models import ChangeRequest, Reply, ReplyRequest
from tirek.insight.publications.voice_words import ASIDE

Stretch = tuple[int, int] | None
"""One figure of a document by its place in the text; None is the whole thing."""


@dataclass(frozen=True, slots=True)
class ShownReply:
    """A reply whose writer was confirmed: who (kind and office), the words, when it was filed and shown, and the edition that stood then."""

    id: UUID
    speaker: str
    office: str
    text: Words
    filed_at: datetime
    shown_at: datetime
    version: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A reply that was shown and is not any more: the kind of who spoke, since when and until when it was shown, and for which of the recorded reasons."""

    speaker: str
    shown_at: datetime
    taken_back_at: datetime
    reason: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The mechanism asked for a reply on a day and none has come."""

    speaker: str
    office: str
    asked_on: date
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class OpenChange:
    """A request for correction or removal that is not decided yet, with the last day for it."""

    sort: str
    asked_at: datetime
    due_on: date


@dataclass(frozen=True, slots=True)
class Note:
    """What was decided of a request for correction or removal; it stays on the page."""

    sort: str
    outcome: str
    answer: Words
    asked_at: datetime
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Voices:
    """All that stands beside one published thing, each list in order of date. `aside` counts requests laid aside: about something else, or sent twice."""

    kind: str
    country: str
    key: str
    replies: tuple[ShownReply, ...]
    unanswered: tuple[Unanswered, ...]
    changes: tuple[OpenChange, ...]
    notes: tuple[Note, ...]
    aside: int
    taken_back: tuple[TakenBack, ...] = ()

    def about(self, start: int, end: int) -> "Voices":
        """What concerns a figure that stands there: said of a stretch that meets it, or of the whole thing."""
        said = tuple(each for each in self.replies if meets(each.stretch, start, end))
        back = tuple(each for each in self.taken_back if meets(each.stretch, start, end))
        return replace(self, replies=said, taken_back=back, unanswered=tuple(each for each in self.unanswered if meets(each.stretch, start, end)))


def meets(stretch: Stretch, start: int, end: int) -> bool:
    """Whether a stretch shares a character with another; the whole thing meets everything."""
    return stretch is None or (stretch[0] < end and start < stretch[1])


def replies_to(kind: str, country: str, key: str) -> Voices:
    """What stands beside a published thing; empty where there is nothing, also for a thing that is not there. Costs three queries."""
    thing = {"kind": kind, "country": country, "key": key}
    replies = Reply.objects.filter(**thing).exclude(way="").order_by("decided_at", "id")
    asked = ReplyRequest.objects.filter(**thing, decided_at=None).exclude(replies__in=replies).order_by("asked_on", "id")
    changes = list(ChangeRequest.objects.filter(**thing))
    return Voices(
        kind, country, key,
        tuple(_reply(row) for row in replies if row.taken_back_at is None),
        tuple(Unanswered(row.speaker, row.office, row.asked_on, stretch_of(row)) for row in asked),
        tuple(OpenChange(row.sort, row.made_at, row.due_on) for row in changes if row.decided_at is None),
        tuple(sorted((_note(row) for row in changes if row.outcome not in {"", ASIDE}), key=lambda note: note.decided_at)),
        sum(row.outcome == ASIDE for row in changes),
        tuple(_taken_back(row) for row in replies if row.taken_back_at is not None),
    )  # fmt: skip


def replied(kind: str, country: str) -> frozenset[str]:
    """Keys of the things of a kind to which a reply is shown: for lists, pictures and files that say "a reply exists". Costs one query."""
    return frozenset(Reply.objects.filter(kind=kind, country=country, taken_back_at=None).exclude(way="").values_list("key", flat=True))


def stretch_of(row: Reply | ReplyRequest | ChangeRequest) -> Stretch:
    """The figure that a row is about."""
    return None if row.start is None or row.end is None else (row.start, row.end)


def _reply(row: Reply) -> ShownReply:
    assert row.decided_at is not None
    return ShownReply(row.pk, row.speaker, row.office, row.text, row.made_at, row.decided_at, row.version, stretch_of(row))


def _taken_back(row: Reply) -> TakenBack:
    assert row.decided_at is not None and row.taken_back_at is not None
    return TakenBack(row.speaker, row.decided_at, row.taken_back_at, row.taken_back_for, stretch_of(row))


def _note(row: ChangeRequest) -> Note:
    assert row.decided_at is not None
    return Note(row.sort, row.outcome, row.answer, row.made_at, row.decided_at)
