"""Reaching a report: the row if the actor may know of it, else NotFound; and what the actor may do with it. Services and queries stand on this."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, VISITORS, Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports.models import SETTLED, Report, ReportQuerySet
from tirek.records.visits import queries as visits
from tirek.records.visits.reach import reach_visit


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
    found = Report.objects.select_for_update() if lock else Report.objects.all()
    row = found.filter(pk=report_id).first()
    if row is None or not sees(row, by):
        raise NotFound
    return row


def sees(row: Report, by: Actor) -> bool:
    """Whether the actor may read this version: an issued one as the mechanism's own, an open one as somebody who may see the visit's findings."""
    if by == SYSTEM:
        return True
    if row.state in SETTLED:
        return by.has(*MECHANISM, country=row.country)
    return works_on(row.visit_id, row.country, by)


def visible(by: Actor, country: str) -> ReportQuerySet:
    """The versions that the actor may know of: the queryset form of `sees`; a test holds the two together. Cost: at most 5 queries."""
    found = Report.objects.filter(country=country)
    if by == SYSTEM:
        return found
    if not by.has(*MECHANISM, country=country):
        return found.none()
    return found.filter(Q(state__in=SETTLED) | Q(visit__in=visits_in_work(by, country)))


def visits_in_work(by: Actor, country: str) -> list[UUID]:
    """Ids of visits whose open reports the actor may see: by the visits' own rule, and nothing for analysts."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        return []
    corrected = set(Report.objects.filter(country=country, version__gt=1).open().values_list("visit_id", flat=True))
    reported = visits.visits(by=by, country=country, filters=visits.VisitFilters(state="reported")) if corrected else ()
    concluded = visits.visits(by=by, country=country, filters=visits.VisitFilters(state="concluded"))
    return [*(each.id for each in concluded), *(each.id for each in reported if each.id in corrected)]


def works_on(visit_id: UUID, country: str, by: Actor) -> bool:
    """Whether the actor sees what is not issued yet: office, delegation and organisers of the visit."""
    try:
        reach_visit(visit_id, by)
    except NotFound:
        return False
    return by.has(*OFFICE, *VISITORS, country=country)


def standing(visit_id: UUID, country: str, by: Actor) -> Standing:
    """What the actor is to the report of this visit. The caller has made sure that the actor may know of it."""
    if by == SYSTEM:
        return Standing(office=True, leads=True, signs=False)
    office = by.has(*OFFICE, country=country)
    if not by.has(*OFFICE, *VISITORS, country=country) or not works_on(visit_id, country, by):
        return Standing(office, False, False)
    signs = by.id in visits.delegation_accounts(visit_id, by=by).values()
    return Standing(office, visits.part(visit_id, by=by).leads, signs)
