"""What waits on visits for their people: urgent measures that are not sent or not answered, passages to decide, wordings that a doctor has to release,
and leaders who cannot sign in."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Q

from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor, Role
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Delegate, Finding, UrgentMeasure, Visit
from tirek.records.visits.queries.findings import withheld
from tirek.records.visits.queries.record import MeasureFacts, measure_facts
from tirek.records.visits.texts import undecided

OPEN = ("under_way", "concluded")
LED = ("planned", "under_way")


@dataclass(frozen=True, slots=True)
class RunningMeasure:
    """An urgent measure that is not sent yet, or not answered, with its visit and place."""

    visit_id: UUID
    place_name: Words
    measure: MeasureFacts


@dataclass(frozen=True, slots=True)
class WaitingTexts:
    """What the findings of one of the reader's visits wait for: passages to decide, and medical wordings to release (for its doctors alone)."""

    visit_id: UUID
    place_name: Words
    passages: int
    wordings: int


@dataclass(frozen=True, slots=True)
class Leaderless:
    """A visit whose leader, by name, cannot sign in, while there is still something that the leader alone does."""

    visit_id: UUID
    place_name: Words
    leader: str


def leaderless(*, by: Actor, country: str) -> tuple[Leaderless, ...]:
    """Visits for which those who compose their teams, the office and the organisers, have to choose another leader; the first to begin first.

    Cost: one query; two where visits have a leader.
    """
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(state__in=LED)
    composed = known if by.has(*OFFICE, country=country) else known.filter(organisers__account=by.id)
    leaders = Delegate.objects.filter(visit__in=composed, role="leader", left=False).select_related("visit__place", "member")
    rows = tuple(leaders.order_by("visit__starts_on", "visit_id"))
    used = account_roles(country) if rows else {}
    out = [row for row in rows if str(row.member.account_id) not in used]
    return tuple(Leaderless(row.visit_id, row.visit.place.name, row.member.name) for row in out)


def running_measures(*, by: Actor, country: str) -> tuple[RunningMeasure, ...]:
    """Urgent measures that nobody has sent yet, or that wait for their answer, for those who may note it, the first seen first. Cost: one query."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(Visit.objects.recorded_by(by, country))
    waits = Q(sent_at=None) | Q(answered_at=None, answer="")
    rows = UrgentMeasure.objects.filter(waits, visit__in=known).select_related("visit__place").order_by("observed_at", "pk")
    return tuple(RunningMeasure(row.visit_id, row.visit.place.name, measure_facts(row)) for row in rows)


def waiting_texts(*, by: Actor, country: str) -> tuple[WaitingTexts, ...]:
    """What waits in the findings of the reader's own open visits; visits where nothing waits are left out. Cost: 2 queries, 3 for a medical expert."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(Visit.objects.part_of(by), state__in=OPEN)
    found = Finding.objects.filter(visit__in=known, taken_back=False).select_related("visit__place").prefetch_related("hit_decisions")
    lots = groupby(found.order_by("-visit__starts_on", "visit_id", "position", "pk"), key=lambda each: each.visit)
    doctored = visits_of_doctor(by, country)
    told = [texts_of(visit, tuple(lot), visit.pk in doctored) for visit, lot in lots]
    return tuple(each for each in told if each.passages or each.wordings)


def visits_of_doctor(by: Actor, country: str) -> frozenset[UUID]:
    """The visits of whose delegations the actor is the doctor, as `is_doctor` says of one."""
    if not by.has(Role.MEDIC, country=country):
        return frozenset()
    mine = Delegate.objects.filter(country=country, member__account__pk=by.id, role="doctor", left=False)
    return frozenset(mine.values_list("visit_id", flat=True))


def texts_of(row: Visit, standing: tuple[Finding, ...], doctor: bool) -> WaitingTexts:
    """What waits in one visit's findings that were not taken back."""
    passages = sum(len(undecided(each)) for each in standing if doctor or not withheld(each))
    unreleased = sum(map(withheld, standing))
    return WaitingTexts(row.pk, row.place.name, passages, unreleased if doctor else 0)
