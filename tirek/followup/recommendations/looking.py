"""At which visits it can be seen whether a recommendation was carried out: begun ones to its place, not from before its issue.

It must not know what was seen there: findings are the visit's.
"""

from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Recommendation, Verification
from tirek.followup.recommendations.refusals import (
    VerifiedAfterVisit,
    VerifiedBeforeVisit,
    VerifiedThere,
    VisitBeforeIssue,
    VisitElsewhere,
    VisitNotBegun,
    VisitNotNamed,
)
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.queries import VisitFilters, VisitLine, visit, visits
from tirek.registers.places.queries import one_with


def visits_since(row: Recommendation, by: Actor) -> tuple[VisitLine, ...]:
    """The visits that the actor may know of, newest first, at which it can be seen. Cost: 9 queries."""
    places = places_of(row)
    only = VisitFilters(begun=True, since=row.issued_on, places=frozenset(places))
    return tuple(each for each in visits(by=by, country=row.country, filters=only) if each.starts_on >= places[each.place_id] and not early(row, each.id, each.starts_on))


def check_looked_at(row: Recommendation, visit_id: UUID | None, verified_on: date, way: str, by: Actor) -> None:
    """Whether what was verified on that day could be seen on the visit that is named.

    What was seen on the spot names its visit: whoever saw it was there, or knows of every begun one.
    Raises VisitNotNamed, NotFound for a visit that the actor may not know of, VisitNotBegun, VisitElsewhere, VisitBeforeIssue, VerifiedBeforeVisit, VerifiedAfterVisit.
    """
    if visit_id is None:
        if way == "on_site":
            raise VisitNotNamed
        return
    seen = visit(visit_id, by=by)
    if seen.state not in BEGUN:
        raise VisitNotBegun
    if seen.starts_on < places_of(row).get(seen.place_id, date.max):
        raise VisitElsewhere
    if early(row, seen.id, seen.starts_on):
        raise VisitBeforeIssue
    if verified_on < seen.starts_on:
        raise VerifiedBeforeVisit(first=seen.starts_on, on=verified_on)
    if way == "on_site" and seen.ended_at and verified_on > seen.ends_on:
        raise VerifiedAfterVisit(last=seen.ends_on, on=verified_on)


def check_still_looked_at(visit_id: UUID, began: date) -> None:
    """Whether what was verified at a visit could still be seen there if it began on that day. Raises VerifiedThere."""
    for each in Verification.objects.filter(visit=visit_id).select_related("recommendation"):
        issued_on = each.recommendation.issued_on
        if each.verified_on < began or (issued_on and began < issued_on):
            raise VerifiedThere(number=each.recommendation.number)


def places_of(row: Recommendation) -> dict[UUID, date]:
    """The place of the recommendation's visit and those that are one with it by the register, with the day since when."""
    return one_with(visit(row.visit_id, by=SYSTEM).place_id, country=row.country)


def early(row: Recommendation, visit_id: UUID, began: date) -> bool:
    """Whether a visit began before the issue; the visit that it came from did, though it may have been the same day."""
    return visit_id == row.visit_id or row.issued_on is None or began < row.issued_on
