"""What waits on visits for their people: urgent measures that are not sent, passages to decide, wordings that a doctor has to release."""

from dataclasses import dataclass
from uuid import UUID

from tirek.ground.rules.actors import OFFICE, VISITORS, Actor, Role
from tirek.ground.rules.words import Words
from tirek.records.visits.models import UrgentMeasure, Visit
from tirek.records.visits.queries.visit import MeasureFacts, measure_facts
from tirek.records.visits.texts import undecided
from tirek.registers.places.queries import place_names

OPEN = ("under_way", "concluded")


@dataclass(frozen=True, slots=True)
class RunningMeasure:
    """An urgent measure that is not sent yet, with its visit and place."""

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


def running_measures(*, by: Actor, country: str) -> tuple[RunningMeasure, ...]:
    """Urgent measures of visits that the reader may know of and that nobody has sent yet, the first seen first. Cost: 2 queries."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country)
    rows = list(UrgentMeasure.objects.filter(visit__in=known, sent_at=None).select_related("visit").order_by("observed_at", "pk"))
    names = place_names(row.visit.place_id for row in rows)
    return tuple(RunningMeasure(row.visit_id, names[str(row.visit.place_id)], measure_facts(row)) for row in rows)


def waiting_texts(*, by: Actor, country: str) -> tuple[WaitingTexts, ...]:
    """What waits in the findings of the reader's own open visits; visits where nothing waits are left out. Cost: 4 queries."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(Visit.objects.part_of(by), state__in=OPEN)
    rows = list(known.prefetch_related("findings__hit_decisions"))
    names = place_names(row.place_id for row in rows)
    found = [texts_of(row, names[str(row.place_id)], by) for row in rows]
    return tuple(each for each in found if each.passages or each.wordings)


def texts_of(row: Visit, name: Words, by: Actor) -> WaitingTexts:
    """What waits in one visit's findings."""
    standing = [each for each in row.findings.all() if not each.taken_back]
    passages = sum(len(undecided(each)) for each in standing)
    unreleased = sum(each.medical and not each.released_by for each in standing)
    return WaitingTexts(row.pk, name, passages, unreleased if by.has(Role.MEDIC, country=row.country) else 0)
