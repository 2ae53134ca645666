"""Preparing the public edition of a report: marking what is not published, handing it in, and what the room of publications settles once it is published.

The ledger's entries name the report alone: no words, no places.
"""

import secrets
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Draft, Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.redaction import GROUNDS, Mark, merged
from tirek.insight.reports.blackening import Place, by_place, digest, occurrences
from tirek.insight.reports.documents.public import PublicReport
from tirek.insight.reports.models import PublicCopy
from tirek.insight.reports.policies import check_reason
from tirek.insight.reports.public_copies import (
    carried,
    check_holds,
    check_may_publish_copy,
    check_papers,
    held_copy,
    last_published,
    open_copy,
    public_value,
    reach_for_public,
    seen_sign,
    texts_of,
)
from tirek.insight.reports.refusals import CopyChanged, CopyStands, GroundUnknown, NotIssuedNow, SendingDate, WordsNotFound
from tirek.records.visits.services.keeping import keep_passages


def begin_public_copy(*, report_id: UUID, by: Actor) -> Recorded[UUID]:
    """Begins the public edition of the version that holds. What the newest edition of this report left out is marked in it again, wherever it stands, a name with
    any ending.

    Raises NotFound, NotAllowed, NotIssuedNow, CopyStands.
    """
    with record("report.public-begun", by=by, subject=("report", report_id)) as act:
        report = reach_for_public(report_id, by, lock=True)
        check_holds(report)
        if open_copy(report):
            raise CopyStands
        copy = PublicCopy(country=report.country, origin=report.origin, report=report, salt=secrets.token_hex(32), hands=[by.id])
        before = last_published(report)
        if before:
            copy.sent_on = before.sent_on if before.report_id == report.pk else None
            copy.request_on, copy.request_letter = before.request_on, before.request_letter
            copy.marks = stored(copy, carried(before, texts_of(report)), texts_of(report))
        copy.save()
        return act.of(copy.pk)


def stored(copy: PublicCopy, marks: dict[str, list[Mark]], texts: dict[str, str]) -> list[dict[str, Any]]:
    """Marks as the row keeps them, merged, in the order of the texts: places, grounds and salted digests, and no word."""
    return [
        {"at": path, "from": mark.start, "to": mark.end, "ground": mark.ground, "digest": digest(copy.salt, path, text[mark.start : mark.end])}
        for path, text in texts.items()
        for mark in merged(text, marks.get(path, ()))
    ]


@dataclass(slots=True)
class Work:
    """A copy under change, with the texts of its report."""

    copy: PublicCopy
    texts: dict[str, str]


@contextmanager
def changing(report_id: UUID, by: Actor, verb: str) -> Iterator[tuple[Work, Draft]]:
    """One change of a copy that is a draft: whoever changes anything has had a hand in it. Raises NotFound, NotAllowed, CopyNotOpen."""
    with record(verb, by=by, subject=("report", report_id)) as act:
        copy = held_copy(reach_for_public(report_id, by), "draft")
        yield Work(copy, texts_of(copy.report)), act
        touched(copy, by)


def touched(copy: PublicCopy, by: Actor) -> None:
    """Keeps a change and who made it."""
    copy.revision += 1
    copy.hands = [*copy.hands, *({by.id} - set(copy.hands))]
    copy.save()


def black_out(*, report_id: UUID, words: str, ground: str, by: Actor, exact: bool = False) -> Recorded[int]:
    """Marks the words wherever they stand in the report, in every language and with every ending; `exact`: only as they are written. Returns how many places.

    The words are kept nowhere. Raises NotFound, NotAllowed, CopyNotOpen, GroundUnknown, WordsNotFound.
    """
    with changing(report_id, by, "report.public-marked") as (work, act):
        found = occurrences(work.texts, words, exact=exact)
        if not found:
            raise WordsNotFound
        add(work, found, ground)
        return act.of(len(found))


def black_out_texts(*, report_id: UUID, places: Collection[str], ground: str, by: Actor) -> Recorded[int]:
    """Marks whole texts by their places, each in every language: what is taken out in one is not left to be read in another. Raises as `black_out` does."""
    with changing(report_id, by, "report.public-marked") as (work, act):
        wanted = {place.partition(":")[0] for place in places if place in work.texts}
        found = [(path, 0, len(text)) for path, text in work.texts.items() if text and path.partition(":")[0] in wanted]
        if not found:
            raise WordsNotFound
        add(work, found, ground)
        return act.of(len(found))


def add(work: Work, found: Iterable[Place], ground: str) -> None:
    """Adds marks to those that are there. Raises GroundUnknown."""
    if ground not in GROUNDS:
        raise GroundUnknown(what=ground[:40])
    marks = by_place(work.copy.marks)
    for path, start, end in found:
        marks.setdefault(path, []).append(Mark(start, end, ground))
    work.copy.marks = stored(work.copy, marks, work.texts)


def take_off(*, report_id: UUID, marks: Collection[str], by: Actor) -> Recorded[int]:
    """Takes marks off, named by their digests. Returns how many. Raises NotFound, NotAllowed, CopyNotOpen."""
    with changing(report_id, by, "report.public-unmarked") as (work, act):
        left = [each for each in work.copy.marks if each["digest"] not in marks]
        number = len(work.copy.marks) - len(left)
        work.copy.marks = left
        return act.of(number)


def record_papers(*, report_id: UUID, by: Actor, sent_on: date | None, request_on: date | None = None, request_letter: str = "") -> Recorded[UUID]:
    """Records when the report was sent to whom it is for, and the state's request for publication. Raises NotFound, NotAllowed, CopyNotOpen, NotIssuedNow, SendingDate."""
    with changing(report_id, by, "report.public-papers") as (work, act):
        issued, last = work.copy.report.issued_on, today(work.copy.country)
        if issued is None:
            raise NotIssuedNow
        if (sent_on and not issued <= sent_on <= last) or (request_on and request_on > last):
            raise SendingDate
        work.copy.sent_on, work.copy.request_on, work.copy.request_letter = sent_on, request_on, request_letter.strip()
        return act.of(work.copy.pk)


def hand_in_public_copy(*, report_id: UUID, seen: str, by: Actor) -> Recorded[UUID]:
    """Hands exactly what was shown to a second person. Raises NotFound, NotAllowed, CopyNotOpen, NotIssuedNow, SendingNotRecorded, RequestNotRecorded, CopyChanged."""
    with record("report.public-handed-in", by=by, subject=("report", report_id)) as act:
        copy = held_copy(reach_for_public(report_id, by), "draft")
        check_holds(copy.report)
        check_papers(copy)
        if seen != seen_sign(copy):
            raise CopyChanged
        copy.state, copy.handed_in_by, copy.returned_because = "handed_in", by.id, ""
        touched(copy, by)
        return act.of(copy.pk)


def return_public_copy(*, report_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Back to those who prepare it, with the reason. `names_nobody`: why passages of the reason stay that could name somebody.

    Raises NotFound, NotAllowed, CopyNotOpen, ReportReasonNeeded, PassagesUndecided.
    """
    check_reason(reason)
    with record("report.public-returned", by=by, subject=("report", report_id)) as act:
        copy = held_copy(reach_for_public(report_id, by), "handed_in")
        keep_passages(about=report_id, country=copy.country, texts=(reason,), because=names_nobody, by=by)
        copy.state, copy.returned_because = "draft", reason.strip()
        copy.revision += 1
        copy.save()
        return act.of(copy.pk)


def drop_public_copy(*, report_id: UUID, by: Actor) -> Recorded[UUID]:
    """Gives the preparation up; nothing of it is published. Raises NotFound, NotAllowed, CopyNotOpen."""
    with record("report.public-dropped", by=by, subject=("report", report_id)) as act:
        copy = held_copy(reach_for_public(report_id, by), "draft", "handed_in")
        copy.state = "dropped"
        copy.save()
        return act.of(copy.pk)


@dataclass(frozen=True, slots=True)
class Settled:
    """What is published, of which report."""

    number: str
    country: str
    origin: str
    public: PublicReport


def settle_published(*, report_id: UUID, seen: str, by: Actor) -> Settled:
    """For the room of publications, within its act: the copy is published as it was seen by a second person. Gives what is published.

    Raises NotFound, NotAllowed, CopyNotOpen, OwnRedaction, NotIssuedNow, SendingNotRecorded, RequestNotRecorded, CopyChanged.
    """
    report = reach_for_public(report_id, by, lock=True)
    copy = held_copy(report, "handed_in")
    check_may_publish_copy(copy, by)
    check_holds(report)
    check_papers(copy)
    if seen != seen_sign(copy):
        raise CopyChanged
    copy.state, copy.published_by, copy.published_at = "published", by.id, timezone.now()
    copy.save()
    return Settled(report.number, report.country, report.origin, public_value(copy))
