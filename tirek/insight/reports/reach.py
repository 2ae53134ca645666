"""Reaching a report: the row if the actor may know of it, else NotFound; and what the actor may do with it. Services and queries stand on this."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.functions import Concat

from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, VISITORS, Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports.models import SETTLED, Report, ReportQuerySet
from tirek.records.visits import queries as visits
from tirek.records.visits.reach import reach_visit

SIGNING = frozenset({"leader", "member", "doctor"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What an actor is to a visit's report. `signs`: leader, member or doctor of the delegation with this account."""

    office: bool
    leads: bool
    signs: bool

    @property
    def writes(self) -> bool:
        """Whether the actor writes the draft: the delegation, and the office for it."""
        return self.office or self.leads or self.signs

    @property
    def keeps(self) -> bool:
        """Whether the actor keeps the signatures: the leader and the office."""
        return self.office or self.leads


def reach(report_id: UUID, by: Actor, lock: bool = False) -> Report:
    """The version of a report; raises NotFound when there is none or the actor may not know of it."""
    row = Report.objects.select_for_update(no_key=True).filter(pk=report_id).first() if lock else next((each for each in versions(report_id) if each.pk == report_id), None)
    if row is None or not sees(row, by):
        raise NotFound
    return row


@once
def versions(report_id: UUID) -> tuple[Report, ...]:
    """All versions of a report, the newest first, with what its pages print of them. It asks nobody who reads: `reach` does. Cost: 3 queries."""
    same = Report.objects.filter(pk=report_id).values("visit")
    found = Report.objects.filter(visit__in=same).select_related("body", "issued", "corrects__issued").prefetch_related("signatures", "dissents")
    return tuple(found.order_by("-version"))


def sees(row: Report, by: Actor) -> bool:
    """Whether the actor may read this version: an issued one as the mechanism's own, another one as somebody who may see the visit's findings."""
    if by == SYSTEM:
        return True
    if row.state in SETTLED:
        return by.has(*MECHANISM, country=row.country)
    return works_on(row.visit_id, row.country, by)


def visible(by: Actor, country: str, ids: Collection[UUID | str] | None = None) -> ReportQuerySet:
    """The versions that the actor may know of, of all or of these `ids`: the queryset form of `sees`; a test holds the two together. Cost: 3 queries.

    With ids the country is compared so that no index answers for it: SQLite would read all reports of the country.
    """
    found = Report.objects.filter(country=country) if ids is None else Report.objects.filter(pk__in=ids).alias(at=Concat("country", Value(""))).filter(at=country)
    if by == SYSTEM:
        return found
    if not by.has(*MECHANISM, country=country):
        return found.none()
    return found.filter(Q(state__in=SETTLED) | Q(visit__in=visits_in_work(by, country)))


def visible_settled(by: Actor, country: str) -> ReportQuerySet:
    """Of the same versions those that are issued or were. Cost: no query."""
    found = Report.objects.filter(country=country, state__in=SETTLED)
    return found if by == SYSTEM or by.has(*MECHANISM, country=country) else found.none()


@once
def visits_in_work(by: Actor, country: str) -> list[UUID]:
    """Ids of visits of whose reports the actor may see what is not issued: by the visits' own rule, and nothing for analysts. Cost: 2 queries."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return []
    worked_on = Report.objects.filter(country=country).exclude(state__in=SETTLED).order_by().values_list("visit_id", flat=True)
    return [each.id for each in visits.visits(by=by, country=country, filters=visits.VisitFilters(ids=frozenset(worked_on)))]


@once
def works_on(visit_id: UUID, country: str, by: Actor) -> bool:
    """Whether the actor sees what is not issued yet: office, delegation and organisers of the visit."""
    try:
        reach_visit(visit_id, by)
    except NotFound:
        return False
    return by.has(*OFFICE, *VISITORS, country=country)


@once
def standing(visit_id: UUID, country: str, by: Actor) -> Standing:
    """What the actor is to the report of this visit. The caller has made sure that the actor may know of it."""
    return standings((visit_id,), country, by)[visit_id]


def standings(visit_ids: Iterable[UUID], country: str, by: Actor) -> dict[UUID, Standing]:
    """What the actor is to the reports of these visits; under the same condition. Cost: one query, whatever their number."""
    if by == SYSTEM:
        return dict.fromkeys(visit_ids, Standing(office=True, leads=True, signs=False))
    wanted, office = tuple(visit_ids), by.has(*OFFICE, country=country)
    inside = wanted and by.has(*OFFICE, *VISITORS, country=country)
    roles = visits.own_roles(wanted, by=by, country=country) if inside else {}
    return {each: Standing(office, "leader" in roles.get(each, ()), not SIGNING.isdisjoint(roles.get(each, ()))) for each in wanted}
