"""What the public files: a reply to a published thing, a request to correct or remove it. And what a receipt number says of it later.

It stands apart from the other verbs and asks no room above jurisdictions, so that a process that serves the public alone can do it. Nothing of who
sent a form is kept but what they wrote: no address, no browser. Limits count what waits, never who sends: many people may share one terminal.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import IntegrityError
from django.utils import timezone

from tirek.foundation.jurisdictions.queries import today, work_calendar
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import PUBLIC
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.unseen_signs import without_turns
from tirek.ground.rules.words import Words
from tirek.insight.publications import contacts
from tirek.insight.publications.models import SORTS, SPEAKERS, ChangeRequest, Edition, Reply
from tirek.insight.publications.receipts import digest_of, number_of
from tirek.insight.publications.refusals import (
    CodeUnknown,
    ContactMissing,
    OfficeMissing,
    SameWaits,
    SentAlready,
    TextEmpty,
    TooManyWait,
    WordsTooLong,
)

Row = TypeVar("Row", Reply, ChangeRequest)
NO_WORDS = Words()
SENT = ("text", "office", "speaker", "kind", "country", "key", "start", "end", "sort")
"""What a form that is sent again must bring again; a reply has no sort."""
LONGEST = 5_000
"""Characters of a text in one language."""
OFFICE = 200
WORKING_DAYS = 10
"""Within which a request for correction or removal is decided."""
WAITING_FOR_ONE = 60
"""How much may wait to be looked at about one thing. A country has no limit: by filling it one sender could silence everybody else."""


@dataclass(frozen=True, slots=True)
class About:
    """A published thing, or one figure of a document by its stretch of the text."""

    kind: str
    country: str
    key: str
    stretch: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Filer:
    """Who speaks, as they say: a kind of the list, the office's own name, and where it can be reached."""

    speaker: str
    office: str = ""
    contact: str = ""


def file_reply(*, about: About, filer: Filer, text: Words, form: str) -> str:
    """Keeps a reply until somebody made sure who wrote it. Returns its receipt number; the same form sent again changes nothing and gets it again.

    Raises FormTooOld, NotFound, CodeUnknown, OfficeMissing, ContactMissing, TextEmpty, WordsTooLong, SentAlready, SameWaits, TooManyWait.
    """
    if not without_turns(filer.office).strip():
        raise OfficeMissing
    if not filer.contact.strip():
        raise ContactMissing
    text = plain(text)
    check(filer, [words for _code, words in text.texts])
    row, number = received(Reply(**told(about, filer), text=text), form)
    if not sent_before(row):
        with once(row), record("reply.filed", by=PUBLIC, subject=("reply", row.pk)) as entry:
            kept(row)
            entry.of(None)
    return number


def file_change(*, about: About, filer: Filer, sort: str, text: str, form: str) -> str:
    """Keeps a request for correction or removal, to be decided within ten working days of the country. Returns its receipt number. Raises as `file_reply`."""
    if sort not in SORTS:
        raise CodeUnknown(given=sort)
    text = without_turns(text).strip()
    check(filer, [text] if text else [])
    due = work_calendar(about.country).working_days_after(today(about.country), WORKING_DAYS)
    row, number = received(ChangeRequest(**told(about, filer), text=text, sort=sort, due_on=due), form)
    if not sent_before(row):
        with once(row), record("change.asked", by=PUBLIC, subject=("change-request", row.pk)) as entry:
            kept(row)
            entry.of(None)
    return number


def plain(text: Words) -> Words:
    """Words without signs that nobody sees: with them a reply could be made to read otherwise than it is written."""
    return Words.of({code: without_turns(words) for code, words in text.texts}, text.source, text.stale)


def check(filer: Filer, texts: list[str]) -> None:
    """Raises CodeUnknown, TextEmpty, WordsTooLong."""
    if filer.speaker not in SPEAKERS:
        raise CodeUnknown(given=filer.speaker)
    if not texts:
        raise TextEmpty
    for words, limit in [*((each, LONGEST) for each in texts), (filer.office, OFFICE), (filer.contact, contacts.LONGEST)]:
        if len(words) > limit:
            raise WordsTooLong(limit=limit)


def told(about: About, filer: Filer) -> dict[str, object]:
    """The columns that both have in common. Raises NotFound for a thing that is not published, or a stretch that it does not have."""
    edition = Edition.objects.filter(country=about.country, kind=about.kind, key=about.key).first()
    if edition is None:
        raise NotFound
    start, end = about.stretch or (None, None)
    if about.stretch and not 0 <= about.stretch[0] < about.stretch[1] <= len(json.loads(edition.body).get("text", "")):
        raise NotFound
    return {
        "country": about.country, "kind": about.kind, "key": about.key, "version": edition.version, "start": start, "end": end, "speaker": filer.speaker,
        "office": without_turns(filer.office).strip(), "contact": contacts.sealed(without_turns(filer.contact)), "made_at": timezone.now(),
    }  # fmt: skip


def received(row: Row, form: str) -> tuple[Row, str]:
    """The row under the receipt number of its form, and the number. Raises FormTooOld."""
    number = number_of(form, row._meta.model_name or "")
    row.receipt = digest_of(number)
    return row, number


@contextmanager
def once(row: Reply | ChangeRequest) -> Iterator[None]:
    """The same form sent twice at the same moment is kept once: whoever comes second meets its row, or its words that wait."""
    try:
        yield
    except (IntegrityError, SameWaits):
        if not sent_before(row):
            raise


def kept(row: Reply | ChangeRequest) -> None:
    """Saves a row, within the act under way. Raises SameWaits for words that wait already, TooManyWait."""
    waiting = type(row).objects.filter(country=row.country, kind=row.kind, key=row.key, decided_at=None)
    if any(each.text == row.text for each in waiting):
        raise SameWaits
    if waiting.count() >= WAITING_FOR_ONE:
        raise TooManyWait
    row.save()


def sent_before(row: Reply | ChangeRequest) -> bool:
    """Whether this form brought exactly this already. Raises SentAlready where it brought something else."""
    before = type(row).objects.filter(receipt=row.receipt).first()
    if before is None:
        return False
    if any(getattr(before, name, None) != getattr(row, name, None) for name in SENT):
        raise SentAlready
    return True


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of something filed. `state` is waiting, shown, not_shown, or the outcome of a request; `told` are the decider's words to the filer, `answer` those that stand in public."""

    what: str
    about: About
    filed_at: datetime
    state: str
    decided_at: datetime | None
    told: str = ""
    reason: str = ""
    answer: Words = NO_WORDS
    due_on: date | None = None


def receipt(number: str) -> Receipt:
    """What became of it. Raises NotFound for a number that nobody was given. Costs two queries."""
    digest = digest_of(number)
    reply = Reply.objects.filter(receipt=digest).first()
    if reply is not None:
        if reply.taken_back_at is not None:
            return Receipt("reply", _about(reply), reply.made_at, "taken_back", reply.taken_back_at, reply.taken_back, reply.taken_back_for)
        state = "shown" if reply.way else "not_shown" if reply.reason else "waiting"
        return Receipt("reply", _about(reply), reply.made_at, state, reply.decided_at, reply.told, reply.reason)
    change = ChangeRequest.objects.filter(receipt=digest).first()
    if change is None:
        raise NotFound
    return Receipt(change.sort, _about(change), change.made_at, change.outcome or "waiting", change.decided_at, answer=change.answer, due_on=change.due_on)


def _about(row: Reply | ChangeRequest) -> About:
    return About(row.kind, row.country, row.key, None if row.start is None or row.end is None else (row.start, row.end))
