"""Visits that were made before the house was there: entered from the mechanism's earlier register, over and done. Nothing is known of their hours or delegations here."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.queries import longest_visit, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.sheet_refusals import NotBySheet, StillUsed
from tirek.ground.rules.spans import DAY
from tirek.records.visits.models import Visit
from tirek.records.visits.policies import check_may_approve
from tirek.records.visits.refusals import DatesWrong, NotOverYet, ReportedBefore, VisitTooLong
from tirek.records.visits.services.plan import check_kind
from tirek.registers.places.queries import place

WRITTEN = ("place_id", "kind", "announced", "joint_with_spt", "starts_on", "ends_on", "reported_on")


def enter_past_visit(
    *, place_id: UUID, country: str, kind: str, starts_on: date, by: Actor, ends_on: date | None = None, announced: bool = False,
    joint_with_spt: bool = False, reported_on: date | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Enters a visit that is over; with the day of its report it is reported, else concluded. It has no entry in the plan.

    Raises NotAllowed, UnknownCode, NotFound, DatesWrong, NotOverYet, ReportedBefore, VisitTooLong.
    """
    with record("visit.past-entered", by=by, country=country) as entry:
        check_may_approve(by, country)
        visit = Visit(
            country=country, place_id=place(place_id, by=by, country=country).id, kind=kind, announced=announced, joint_with_spt=joint_with_spt,
            starts_on=starts_on, ends_on=ends_on or starts_on, reported_on=reported_on,
        )  # fmt: skip
        keep(visit)
        entry.about("visit", visit.pk)
        return entry.of(visit.pk)


def keep(visit: Visit) -> None:
    """Checks the visit and saves it. Raises UnknownCode, DatesWrong, NotOverYet, ReportedBefore, VisitTooLong."""
    check_kind(visit.country, visit.kind)
    if visit.ends_on < visit.starts_on:
        raise DatesWrong
    last = visit.starts_on + (longest_visit(visit.country) - 1) * DAY
    if visit.ends_on > last:
        raise VisitTooLong(last=last)
    if visit.ends_on >= today(visit.country):
        raise NotOverYet
    if visit.reported_on and not visit.ends_on <= visit.reported_on <= today(visit.country):
        raise ReportedBefore
    visit.state = "reported" if visit.reported_on else "concluded"
    visit.save()


def amend_past_visit(*, visit_id: UUID, changes: Mapping[str, Any], by: Actor) -> Recorded[UUID]:
    """Mends what a sheet says otherwise of a past visit; None empties the day of the report. Visits of the house itself are refused.

    Raises NotFound, NotAllowed, NotBySheet and what `enter_past_visit` raises.
    """
    with record("visit.past-amended", by=by, subject=("visit", visit_id)) as entry:
        visit = past_visit(visit_id, by)
        if "place_id" in changes:
            place(changes["place_id"], by=by, country=visit.country)
        for key, value in changes.items():
            if key in WRITTEN:
                setattr(visit, key, value)
        keep(visit)
        return entry.of(visit.pk)


def remove_past_visit(*, visit_id: UUID, by: Actor) -> Recorded[None]:
    """Takes a past visit away that a sheet entered; what recommendations hang on, the database refuses. Raises NotFound, NotAllowed, StillUsed."""
    with record("visit.past-removed", by=by, subject=("visit", visit_id)) as entry:
        try:
            past_visit(visit_id, by).delete()
        except NotBySheet as refusal:
            raise StillUsed from refusal
        return entry.of(None)


def past_visit(visit_id: UUID, by: Actor) -> Visit:
    """The locked past visit. Raises NotFound, NotAllowed; NotBySheet for a visit of the house itself."""
    visit = Visit.objects.known_to(by).filter(pk=visit_id).select_for_update(no_key=True).first()
    if visit is None:
        raise NotFound
    check_may_approve(by, visit.country)
    if visit.plan_entry_id or visit.begun_at or visit.state not in ("concluded", "reported") or visit.delegates.exists():
        raise NotBySheet
    return visit
