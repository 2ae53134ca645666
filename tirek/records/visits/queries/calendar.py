"""The calendar: what happens where on which days, who goes, and what does not go together; all of it as its reader may know of it.

A member on a visit that the reader may not know of is in nothing that is asked here: he or she looks exactly as free as anybody else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.ground.rules.plan_conflicts import AGAIN_WITHIN, Conflict, Going, conflicts
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Delegate, PlanEntry, Visit
from tirek.registers.mandate.away import absences


@dataclass(frozen=True, slots=True)
class Dated:
    """A visit with its days (the real ones once it has begun), or an entry of the plan that is none yet. `delegates`: member and role."""

    id: UUID
    is_visit: bool
    place_id: UUID
    place_name: Words
    region: str
    kind: str
    announced: bool
    state: str
    first: date
    last: date
    delegates: tuple[tuple[UUID, str], ...] = ()

    @property
    def going(self) -> Going:
        """The same, as the rule of conflicts knows it."""
        members = tuple(str(member) for member, _role in self.delegates)
        leader = next((str(member) for member, role in self.delegates if role == "leader"), "")
        return Going(str(self.id), str(self.place_id), self.first, self.last, members, leader)


@once
def calendar(*, by: Actor, country: str, first: date, last: date) -> tuple[Dated, ...]:
    """What touches the days from `first` to `last`, in order of its first day: visits that were not cancelled, and entries without a visit.

    Cost: 3 queries.
    """
    if not by.has(*OFFICE, *VISITORS, country=country):
        return ()
    seen = Visit.objects.visible_to(by, country)
    visits = list(seen.filter(starts_on__lte=last, ends_on__gte=first).exclude(state="cancelled").select_related("place"))
    waiting = PlanEntry.objects.visible_to(by, country).filter(first_day__lte=last, last_day__gte=first).exclude(state="dropped")
    entries = waiting.exclude(visits__in=seen.values("pk")).select_related("place")
    going = delegations(row.pk for row in visits)
    found = [
        *(dated(row, True, row.starts_on, row.ends_on, tuple(going.get(row.pk, ()))) for row in visits),
        *(dated(row, False, row.first_day, row.last_day, ()) for row in entries),
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.last, str(each.id))))


def delegations(visit_ids: Iterable[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """Who goes on these visits, of which the reader may know. Cost: one query."""
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    rows = Delegate.objects.filter(visit__in=list(visit_ids), left=False).order_by("pk").values_list("visit_id", "member_id", "role")
    for visit, member, role in rows:
        found.setdefault(visit, []).append((member, role))
    return found


def dated(row: Visit | PlanEntry, is_visit: bool, first: date, last: date, delegates: tuple[tuple[UUID, str], ...]) -> Dated:
    """A row as a frozen value."""
    place = row.place
    return Dated(row.pk, is_visit, row.place_id, place.name, place.region, row.kind, row.announced, row.state, first, last, delegates)


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict with the things that it is about."""

    conflict: Conflict
    things: tuple[Dated, ...]


def clashes(*, by: Actor, country: str, first: date, last: date) -> tuple[Clash, ...]:
    """What does not go together on these days, of what the reader may know of. Cost: 4 queries, those of `calendar` among them."""
    around = calendar(by=by, country=country, first=first - AGAIN_WITHIN, last=last + AGAIN_WITHIN)
    away = [one.away for one in absences(by=by, country=country, first=first, last=last)]
    by_key = {str(each.id): each for each in around}
    found = conflicts((each.going for each in around), away)
    return tuple(Clash(one, tuple(by_key[key] for key in one.keys)) for one in found if one.first <= last and one.last >= first)
