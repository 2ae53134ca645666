"""What was recorded of one visit: access, meetings, closing talk and urgent measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.revisions import revised
from tirek.ground.rules.visit_clock import Clock, answer_due, clock
from tirek.ground.rules.words import Words
from tirek.records.visits.as_issued import shown_as_issued
from tirek.records.visits.models import (
    ACCESS_PARTS,
    NOTED_PARTS,
    AccessItem,
    ClosingTalk,
    Meeting,
    Promise,
    UrgentMeasure,
    Visit,
    talk_revision,
)
from tirek.records.visits.moments import send_until
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.texts import stamp_of


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """How one entitlement was honoured."""

    id: UUID
    entitlement: str
    outcome: str
    by_whom: str
    ground: str
    minutes: int | None
    lifted_at: datetime | None

    @property
    def revision(self) -> str:
        """The sign of what the line says: a writer who began from another is told."""
        return revised(self, ACCESS_PARTS)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting of the visit."""

    id: UUID
    with_whom: str
    held_on: date
    note: str


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A promise of the closing talk."""

    id: UUID
    what: str
    by_whom: str
    until: date | None


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """The closing talk."""

    id: UUID
    held_on: date
    with_whom: str
    note: str
    promises: tuple[PromiseFacts, ...]

    @property
    def revision(self) -> str:
        """The sign of what the talk says, with its promises: a writer who began from another is told."""
        return talk_revision(self.held_on, self.with_whom, self.note, ((each.what, each.by_whom, each.until) for each in self.promises))


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """An urgent measure. `clock` is that of sending it, as of now; `answer_due` when the answer is due, `limit_hours` from the sending on."""

    id: UUID
    what: Words
    authority: str
    observed_at: datetime
    sent_at: datetime | None
    answered_at: datetime | None
    answer: str
    clock: Clock
    limit_hours: int
    answer_due: datetime | None

    @property
    def answered(self) -> bool:
        """Whether the authority has answered."""
        return bool(self.answered_at or self.answer)

    @property
    def stamp(self) -> str:
        """What a writer gives back, so that nobody overwrites what somebody else saved meanwhile."""
        return stamp_of(self.what, self.authority, self.observed_at)

    @property
    def noted(self) -> str:
        """The sign of what is noted of its sending and its answer: a writer who began from another is told."""
        return revised(self, NOTED_PARTS)


def access_facts(visit_id: UUID, *, by: Actor) -> tuple[AccessFacts, ...]:
    """How entitlements were honoured, as issued for whom `shown_as_issued` says; raises NotFound."""
    visit = reach_visit(visit_id, by)
    issued = shown_as_issued("access", visit, by)
    return access_of(visit) if issued is None else tuple(sorted(map(access_line, issued), key=lambda each: each.entitlement))


@once
def access_of(visit: Visit) -> tuple[AccessFacts, ...]:
    """How entitlements were honoured at a visit."""
    return tuple(map(access_line, visit.access_items.order_by("entitlement")))


def access_line(row: AccessItem) -> AccessFacts:
    """How one entitlement was honoured."""
    return AccessFacts(row.pk, row.entitlement, row.outcome, row.by_whom, row.ground, row.minutes, row.lifted_at)


def meetings(visit_id: UUID, *, by: Actor) -> tuple[MeetingFacts, ...]:
    """The visit's meetings in order of day, as issued for whom `shown_as_issued` says; raises NotFound."""
    visit = reach_visit(visit_id, by)
    issued = shown_as_issued("meetings", visit, by)
    return meetings_of(visit) if issued is None else tuple(sorted(map(meeting_line, issued), key=lambda each: each.held_on))


@once
def meetings_of(visit: Visit) -> tuple[MeetingFacts, ...]:
    """The meetings of a visit."""
    return tuple(map(meeting_line, visit.meetings.order_by("held_on", "id")))


def meeting_line(row: Meeting) -> MeetingFacts:
    """A meeting."""
    return MeetingFacts(row.pk, row.with_whom, row.held_on, row.note)


def closing_talk(visit_id: UUID, *, by: Actor) -> TalkFacts | None:
    """The closing talk, if it was recorded, as issued for whom `shown_as_issued` says; raises NotFound."""
    visit = reach_visit(visit_id, by)
    issued = shown_as_issued("closing_talk", visit, by)
    if issued is None:
        return talk_of(visit)
    promises = shown_as_issued("promises", visit, by) or ()
    return next((talk_line(row, promises) for row in issued), None)


@once
def talk_of(visit: Visit) -> TalkFacts | None:
    """The closing talk of a visit."""
    row: ClosingTalk | None = getattr(visit, "closing_talk", None)
    if row is None:
        return None
    return talk_line(row, row.promises.all())


def talk_line(row: ClosingTalk, promises: Iterable[Promise]) -> TalkFacts:
    """A closing talk with its promises."""
    told = tuple(PromiseFacts(each.pk, each.what, each.by_whom, each.until) for each in promises)
    return TalkFacts(row.pk, row.held_on, row.with_whom, row.note, told)


def urgent_measures(visit_id: UUID, *, by: Actor) -> tuple[MeasureFacts, ...]:
    """Urgent measures in order of observation, each with its clock, as issued for whom `shown_as_issued` says; raises NotFound."""
    visit = reach_visit(visit_id, by)
    issued = shown_as_issued("urgent", visit, by)
    return measures_of(visit) if issued is None else tuple(sorted(map(measure_facts, issued), key=lambda each: each.observed_at))


@once
def measures_of(visit: Visit) -> tuple[MeasureFacts, ...]:
    """The urgent measures of a visit."""
    rows = visit.urgent_measures.order_by("observed_at")
    return tuple(measure_facts(row) for row in rows)


def measure_facts(row: UrgentMeasure) -> MeasureFacts:
    """A measure with its clock as of now."""
    running = clock(due_at=send_until(row.country, row.observed_at), now=timezone.now(), sent_at=row.sent_at)
    due = answer_due(row.sent_at, row.limit_hours)
    return MeasureFacts(row.pk, row.what, row.authority, row.observed_at, row.sent_at, row.answered_at, row.answer, running, row.limit_hours, due)
