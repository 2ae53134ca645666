"""What waits on visits for their people: urgent measures that are not sent or not answered, passages to decide, wordings that a doctor has to release,
and leaders who cannot sign in."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from tirek.foundation.people.queries import in_service
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor, Role
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Delegate, Finding, UrgentMeasure, Visit
from tirek.records.visits.queries.record import MeasureFacts, measure_facts
from tirek.records.visits.texts import hits_in
from tirek.records.visits.undecided import OPEN, kept_of, rules_digest

WITHHELD = Q(medical=True, released_by="")
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

    Cost: one query.
    """
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(state__in=LED)
    composed = known if by.has(*OFFICE, country=country) else known.filter(organisers__account=by.id)
    leaders = Delegate.objects.filter(visit__in=composed, role="leader", left=False).order_by("visit__starts_on", "visit_id")
    serves = Exists(in_service(country).filter(account_id=OuterRef("member__account")))  # told of the few rows, never a condition: SQLite would begin with it
    rows = leaders.annotate(serves=serves).values_list("visit_id", "visit__place__name", "member__name", "serves")
    return tuple(Leaderless(visit, place, leader) for visit, place, leader, serving in rows if not serving)


def running_measures(*, by: Actor, country: str) -> tuple[RunningMeasure, ...]:
    """Urgent measures that nobody has sent yet, or that wait for their answer, for those who may note it, the first seen first. Cost: one query."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(Visit.objects.recorded_by(by, country))
    waits = Q(sent_at=None) | Q(answered_at=None, answer="")
    mine = Exists(known.filter(pk=OuterRef("visit")))  # asked of the few that wait, not of all visits
    rows = UrgentMeasure.objects.filter(waits).filter(mine).annotate(place_name=F("visit__place__name")).order_by("observed_at", "pk")
    return tuple(RunningMeasure(row.visit_id, row.place_name, measure_facts(row)) for row in rows)


def waiting_texts(*, by: Actor, country: str) -> tuple[WaitingTexts, ...]:
    """What waits in the findings of the reader's own open visits; visits where nothing waits are left out. Newest first.

    How many passages wait is kept beside each finding; only what nobody counted by today's rules is searched here. Cost: 2 queries, 3 for a medical expert.
    """
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    known = Visit.objects.visible_to(by, country).filter(Visit.objects.part_of(by), state__in=OPEN)
    standing = Finding.objects.filter(country=country, visit__in=known, taken_back=False)  # with the country an index answers, and no text is read
    waits = Q(passages__count__gt=0) | Q(passages=None) | ~Q(passages__rules=rules_digest()) | WITHHELD
    columns = ("pk", "visit_id", "medical", "released_by", "passages__count", "passages__rules")
    rows = list(standing.filter(waits).order_by("-visit__starts_on", "visit_id").values_list(*columns, "visit__place__name"))
    doctored = visits_of_doctor(by, country) if rows else frozenset()
    counted = {key: count for key, _visit, _medical, _released, count, rules, _place in rows if rules == rules_digest()}
    counted |= counts_of([row[0] for row in rows if row[0] not in counted])
    names, passages, wordings = {}, Counter[UUID](), Counter[UUID]()
    for key, visit, medical, released, _count, _rules, place in rows:
        names[visit], doctor, hidden = place, visit in doctored, medical and not released
        passages[visit] += counted[key] if doctor or not hidden else 0
        wordings[visit] += doctor and hidden
    told = (WaitingTexts(visit, place, passages[visit], wordings[visit]) for visit, place in names.items())
    return tuple(each for each in told if each.passages or each.wordings)


def counts_of(ids: list[UUID]) -> dict[UUID, int]:
    """How many passages wait in these findings, by searching them now. Cost: 2 queries, none for no finding."""
    if not ids:
        return {}
    kept = kept_of(ids)
    texts = Finding.objects.filter(pk__in=ids).values_list("pk", "text")
    return {key: sum(each.digest not in kept[key] for each in hits_in(key, text)) for key, text in texts}


def visits_of_doctor(by: Actor, country: str) -> frozenset[UUID]:
    """The visits of whose delegations the actor is the doctor, as `is_doctor` says of one."""
    if not by.has(Role.MEDIC, country=country):
        return frozenset()
    mine = Delegate.objects.filter(country=country, member__account__pk=by.id, role="doctor", left=False)
    return frozenset(mine.values_list("visit_id", flat=True))
