"""Reaching a visit: the row if the actor may know of it, else NotFound; and what the actor is to it. Services and queries both stand on this."""

from dataclasses import dataclass
from uuid import UUID

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.models import RECORDING, Delegate, Finding, Organiser, PlanEntry, Visit


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor is to a visit."""

    organises: bool
    role: str
    office: bool
    member_id: UUID | None = None

    @property
    def leads(self) -> bool:
        """Whether the actor leads the delegation."""
        return self.role == "leader"

    @property
    def prepares(self) -> bool:
        """Whether the actor may prepare the visit: organisers, the leader, head and secretariat."""
        return self.organises or self.leads or self.office

    @property
    def records(self) -> bool:
        """Whether the actor may write what was seen: delegates but observers and interpreters, and the secretariat for them."""
        return self.role in RECORDING or self.office


def reach_visit(visit_id: UUID, by: Actor, lock: bool = False) -> Visit:
    """The visit; raises NotFound when there is none or the actor may not know of it."""
    row = Visit.objects.known_to(by).filter(pk=visit_id).select_for_update(no_key=True).first() if lock else known_visit(visit_id, by)
    if row is None:
        raise NotFound
    return row


@once
def known_visit(visit_id: UUID, by: Actor) -> Visit | None:
    """The visit if the actor may know of it."""
    found = Visit.objects.known_to(by).select_related("closing_talk").filter(pk=visit_id)
    return next(iter(found.order_by()), None)  # an order of one row takes a seventh of the time


@once
def delegates_of(visit: Visit) -> tuple[Delegate, ...]:
    """Those who go, or went, on the visit, with their entries as members."""
    return tuple(visit.delegates.filter(left=False).select_related("member"))


def delegate_of(visit: Visit, by: Actor) -> Delegate | None:
    """The actor as one of those who go, or went; an account is one member's. Read with the whole delegation, which most pages print anyway."""
    return next((each for each in delegates_of(visit) if by.id and str(each.member.account_id) == by.id), None)


@once
def languages_of(visit: Visit) -> tuple[str, ...]:
    """The languages that are spoken in the place, in order of code."""
    return tuple(sorted(each.language for each in visit.languages.all()))


def reach_entry(entry_id: UUID, by: Actor, lock: bool = False) -> PlanEntry:
    """The plan's entry; raises NotFound."""
    found = PlanEntry.objects.select_for_update(no_key=True) if lock else PlanEntry.objects.all()
    row = found.filter(pk=entry_id).first()
    if row is None or not PlanEntry.objects.visible_to(by, row.country).filter(pk=entry_id).exists():
        raise NotFound
    return row


def reach_finding(finding_id: UUID, by: Actor, lock: bool = False) -> Finding:
    """The finding of a visit that the actor may know of; raises NotFound."""
    found = Finding.objects.select_for_update(no_key=True) if lock else Finding.objects.all()
    row = found.filter(pk=finding_id, taken_back=False).first()
    if row is None:
        raise NotFound
    reach_visit(row.visit_id, by)
    return row


def hold(visit_id: UUID) -> None:
    """Locks the visit and its findings until the caller's transaction ends, so that nothing is rewritten while a report freezes them.

    Call it before the transaction's first entry in the ledger: who waits here must not hold the ledger's head.
    """
    list(Visit.objects.select_for_update(no_key=True).filter(pk=visit_id).values_list("pk"))
    list(Finding.objects.select_for_update(no_key=True).filter(visit_id=visit_id).order_by("pk").values_list("pk"))


@once
def part_of(visit: Visit, by: Actor) -> Part:
    """What the actor is to the visit."""
    if by == SYSTEM:
        return Part(True, "leader", True)
    delegate = delegate_of(visit, by)
    organises = Organiser.objects.filter(visit=visit, account=by.id).exists()
    office = by.has(*OFFICE, country=visit.country)
    return Part(organises, delegate.role, office, delegate.member_id) if delegate else Part(organises, "", office)


def is_doctor(visit: Visit, by: Actor) -> bool:
    """Whether the actor is the doctor of this delegation: a medical expert who goes as its doctor, not as an observer or anything else."""
    if not by.has(Role.MEDIC, country=visit.country):
        return False
    delegate = delegate_of(visit, by)
    return delegate is not None and delegate.role == "doctor"


def veil_of(visit: Visit) -> str:
    """The veil of the visit's preparation in the ledger: every visit's, so that a veil does not say which kind it is."""
    return str(visit.pk) if visit.begun_at is None and visit.state not in BEGUN else ""
