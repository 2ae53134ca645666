"""Entering together: what a delegation brings back on paper, in one act. All of it is saved, or nothing and every mistake is told at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound, Refusal
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.refusals import PartsRefused
from tirek.records.visits.services.access import add_meeting, record_access, record_closing_talk
from tirek.records.visits.services.beginning import begin
from tirek.records.visits.services.findings import Observation, add_finding
from tirek.records.visits.services.visit import end


@dataclass(frozen=True, slots=True)
class AccessNote:
    """How one entitlement was honoured, as it stands on the paper. `revision`: what its writer saw recorded, "" for nothing."""

    entitlement: str
    outcome: str
    by_whom: str = ""
    ground: str = ""
    minutes: int | None = None
    names_nobody: str = ""
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingNote:
    """A meeting as it stands on the paper. `revision`: the sign of the meetings that its writer saw recorded."""

    with_whom: str
    held_on: date
    note: str = ""
    names_nobody: str = ""
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class TalkNote:
    """The closing talk with its promises (what, by whom as a role, until when); `revision` as in `AccessNote`."""

    held_on: date
    with_whom: str
    note: str = ""
    promises: tuple[tuple[str, str, date | None], ...] = ()
    names_nobody: str = ""
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that came back. `begun_at` and `ended_at` are given where the visit's state has still to follow.

    `because` and `names_nobody` are of the beginning, as in `begin`.
    """

    begun_at: datetime | None = None
    because: str = ""
    names_nobody: str = ""
    ended_at: datetime | None = None
    access: tuple[AccessNote, ...] = ()
    meetings: tuple[MeetingNote, ...] = ()
    talk: TalkNote | None = None
    findings: tuple[Observation, ...] = ()


Part = tuple[str, int, Callable[[], object]]


def enter_together(*, visit_id: UUID, paper: Paper, by: Actor) -> Recorded[UUID]:
    """Begins the visit if told, records each part, ends it if told. Each part is an entry of its own within one transaction.

    Raises PartsRefused with every part that is refused ("begin", "access", "meetings", "talk", "findings", "end"; number from 0), NotFound.
    """
    country = reach_visit(visit_id, by).country
    with record("visit.entered-together", by=by, subject=("visit", visit_id), veil=visit_id, country=country) as act:
        refused = refused_parts(visit_id, paper, by)
        if refused:
            raise PartsRefused(refused)
        return act.of(visit_id)


def refused_parts(visit_id: UUID, paper: Paper, by: Actor) -> tuple[tuple[str, int, Refusal], ...]:
    """Does every part; answers with those that were refused. Without its beginning nothing else can be judged."""
    refused = []
    for name, number, work in parts_of(visit_id, paper, by):
        if refusal := refusal_of(work):
            refused.append((name, number, refusal))
            if name == "begin":
                break
    return tuple(refused)


def refusal_of(work: Callable[[], object]) -> Refusal | None:
    """What the part's own service refuses; its act is rolled back to before it, so that the next parts can still be tried."""
    try:
        work()
    except NotFound:
        raise
    except Refusal as refusal:
        return refusal
    return None


def parts_of(visit_id: UUID, paper: Paper, by: Actor) -> Iterable[Part]:
    """The parts in the order in which they happened."""
    if paper.begun_at:
        yield "begin", 0, lambda: begin(visit_id=visit_id, at=paper.begun_at, because=paper.because, names_nobody=paper.names_nobody, by=by)
    for number, note in enumerate(paper.access):
        yield "access", number, access_work(visit_id, note, by)
    for number, meeting in enumerate(paper.meetings):
        yield "meetings", number, meeting_work(visit_id, meeting if number == 0 else replace(meeting, revision=None), by)
    if talk := paper.talk:
        yield "talk", 0, talk_work(visit_id, talk, by)
    for number, seen in enumerate(paper.findings):
        yield "findings", number, finding_work(visit_id, seen, by)
    if paper.ended_at:
        yield "end", 0, lambda: end(visit_id=visit_id, at=paper.ended_at, by=by)


def access_work(visit_id: UUID, note: AccessNote, by: Actor) -> Callable[[], object]:
    """Recording one line of access."""
    return lambda: record_access(
        visit_id=visit_id, entitlement=note.entitlement, outcome=note.outcome, by_whom=note.by_whom, ground=note.ground,
        minutes=note.minutes, names_nobody=note.names_nobody, revision=note.revision, by=by,
    )  # fmt: skip


def meeting_work(visit_id: UUID, meeting: MeetingNote, by: Actor) -> Callable[[], object]:
    """Adding one meeting; those before it on the same paper are among the recorded ones by then, so that the first alone compares."""
    return lambda: add_meeting(
        visit_id=visit_id, with_whom=meeting.with_whom, held_on=meeting.held_on, note=meeting.note, names_nobody=meeting.names_nobody,
        revision=meeting.revision, by=by,
    )  # fmt: skip


def talk_work(visit_id: UUID, talk: TalkNote, by: Actor) -> Callable[[], object]:
    """Recording the closing talk."""
    return lambda: record_closing_talk(
        visit_id=visit_id, held_on=talk.held_on, with_whom=talk.with_whom, note=talk.note, promises=talk.promises,
        names_nobody=talk.names_nobody, revision=talk.revision, by=by,
    )  # fmt: skip


def finding_work(visit_id: UUID, seen: Observation, by: Actor) -> Callable[[], object]:
    """Adding one finding."""
    return lambda: add_finding(visit_id=visit_id, seen=seen, by=by)
