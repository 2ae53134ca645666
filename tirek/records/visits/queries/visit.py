"""One visit: its facts, its delegation, its warnings and how it began. What was recorded of it: `record`."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.visit_states import VISIT
from tirek.ground.rules.words import Words
from tirek.records.visits.models import (
    Visit,
    team_revision,
)
from tirek.records.visits.policies import enters_in, may_correct_beginning, may_name_organisers, records_in, sees_people
from tirek.records.visits.reach import delegates_of, is_doctor, languages_of, part_of, reach_visit
from tirek.records.visits.warnings import team_warnings
from tirek.registers.mandate.queries import account_ids, can_sign_in, member_callings
from tirek.registers.places.queries import place_then


@dataclass(frozen=True, slots=True)
class DelegateFacts:
    """A delegate: the member's id and name, the role on this visit, the profession."""

    member_id: UUID
    name: str
    role: str
    profession: str


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """A visit as its reader may see it. `planned_first` and `planned_last`: the days that were planned, once it has begun."""

    id: UUID
    country: str
    place_id: UUID
    place_name: Words
    place_kind: str
    region: str
    authority_code: str
    kind: str
    announced: bool
    joint_with_spt: bool
    languages: tuple[str, ...]
    state: str
    starts_on: date
    ends_on: date
    begun_at: datetime | None
    ended_at: datetime | None
    reported_on: date | None
    cancel_reason: str
    plan_entry_id: UUID | None
    delegation: tuple[DelegateFacts, ...]
    demonstration: bool
    planned_first: date | None = None
    planned_last: date | None = None
    in_correction: bool = False

    @property
    def team_revision(self) -> str:
        """The sign of the delegation: a writer who began from another is told."""
        return team_revision((each.member_id, each.role) for each in self.delegation)

    @property
    def moved(self) -> bool:
        """Whether the visit was on other days than planned."""
        return self.planned_first is not None and (self.planned_first, self.planned_last) != (self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What the reader is to the visit, for showing the right buttons; services check again.

    `may_record`: one of those who write what was seen; `records`: and the visit's state lets them. `names_organisers`: may let others know of it.
    `enters`: may write now how the visit went, which a correction of its report lets happen once more. `corrects_beginning`: may put right when it began,
    unless the report is handed in.
    """

    prepares: bool
    leads: bool
    records: bool
    doctor: bool
    member_id: UUID | None
    may_record: bool = False
    names_organisers: bool = False
    enters: bool = False
    may_correct_beginning: bool = False
    corrects_beginning: bool = False


@dataclass(frozen=True, slots=True)
class BeginningFacts:
    """Why the visit began as it did (`told_before` empty), or why its beginning was corrected: from which moment to which."""

    told_before: datetime | None
    told: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class WarningFacts:
    """A warning with the leader's decision, if there is one."""

    code: str
    about: str
    params: tuple[tuple[str, str], ...]
    reason: str
    decided_by: str


def visit(visit_id: UUID, *, by: Actor) -> VisitFacts:
    """One visit; raises NotFound. Cost: 7 queries."""
    return visit_facts(reach_visit(visit_id, by))


@once
def visit_facts(row: Visit) -> VisitFacts:
    """A visit as frozen values; the same for everybody who may know of it."""
    known = place_then(row.place_id, country=row.country, on=row.starts_on)
    return VisitFacts(
        id=row.pk, country=row.country, place_id=row.place_id, place_name=known.name, place_kind=known.kind,
        region=known.region, authority_code=known.authority_code, kind=row.kind, announced=row.announced,
        joint_with_spt=row.joint_with_spt, languages=languages_of(row), state=row.state, starts_on=row.starts_on, ends_on=row.ends_on,
        begun_at=row.begun_at, ended_at=row.ended_at, reported_on=row.reported_on, cancel_reason=row.cancel_reason, plan_entry_id=row.plan_entry_id,
        delegation=delegation(row), demonstration=row.origin == "demonstration",
        planned_first=row.planned_first, planned_last=row.planned_last, in_correction=row.in_correction,
    )  # fmt: skip


def delegation(row: Visit) -> tuple[DelegateFacts, ...]:
    """The delegates, the leader first."""
    rows = delegates_of(row)
    called = member_callings(each.member_id for each in rows)
    made = [DelegateFacts(each.member_id, name, each.role, craft) for each in rows for name, craft in [called.get(str(each.member_id), ("", ""))]]
    return tuple(sorted(made, key=lambda each: (each.role != "leader", each.name)))


@once
def part(visit_id: UUID, *, by: Actor) -> PartFacts:
    """What the reader is to the visit; raises NotFound. Cost: 3 queries."""
    row = reach_visit(visit_id, by)
    mine = part_of(row, by)
    names = may_name_organisers(mine, row.country, by) and VISIT.allows(row.state, "name_organisers")
    return PartFacts(
        mine.prepares, mine.leads, mine.records and records_in(row.state), is_doctor(row, by), mine.member_id, mine.records, names,
        mine.records and enters_in(row.state, row.in_correction), may_correct_beginning(mine), may_correct_beginning(mine) and records_in(row.state),
    )  # fmt: skip


@once
def leader_without_account(visit_id: UUID, *, by: Actor) -> str:
    """The name of a leader who cannot sign in while there is still something that the leader alone does; else nothing. Raises NotFound, NotAllowed."""
    row = reach_visit(visit_id, by)
    if not sees_people(row.country, part_of(row, by).member_id, by):
        raise NotAllowed
    leads = next((each for each in delegation(row) if each.role == "leader"), None)
    waits = VISIT.allows(row.state, "begin") or VISIT.allows(row.state, "end")
    return leads.name if leads and waits and not can_sign_in([leads.member_id], row.country) else ""


def organisers(visit_id: UUID, *, by: Actor) -> tuple[str, ...]:
    """Account ids of those who organise the visit; raises NotFound, and NotAllowed for a reader whom people of a visit do not concern."""
    row = reach_visit(visit_id, by)
    if not sees_people(row.country, part_of(row, by).member_id, by):
        raise NotAllowed
    return tuple(row.organisers.values_list("account", flat=True))


@once
def delegation_accounts(visit_id: UUID, *, by: Actor) -> dict[str, str]:
    """Account ids by member id (text) of the delegates who sign reports: leader, members and doctors; raises NotFound."""
    row = reach_visit(visit_id, by)
    return account_ids(each.member_id for each in row.delegates.filter(left=False, role__in=("leader", "member", "doctor")))


@once
def warnings(visit_id: UUID, *, by: Actor) -> tuple[WarningFacts, ...]:
    """Warnings about the present team and what the leader decided; raises NotFound."""
    row = reach_visit(visit_id, by)
    decided = {(each.code, each.about): each for each in row.warning_decisions.order_by("decided_at")}
    made = []
    for each in team_warnings(row):
        found = decided.get((each.code, each.about))
        made.append(WarningFacts(each.code, each.about, each.params, found.reason if found else "", found.decided_by if found else ""))
    return tuple(made)


def beginning_notes(visit_id: UUID, *, by: Actor) -> tuple[BeginningFacts, ...]:
    """Why the visit began on an unusual day, and why its beginning was corrected, in order; raises NotFound. Cost: one query."""
    rows = reach_visit(visit_id, by).beginning_notes.all()
    return tuple(BeginningFacts(row.told_before, row.told, row.reason) for row in rows)
