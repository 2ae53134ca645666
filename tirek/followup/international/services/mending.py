"""Putting right what somebody entered of missions, reports, steps, dues and contacts. What comes from the packs is put right there; what stood before is kept, with the reason. It knows no page."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from tirek.followup.international.models import (
    BodyReport,
    Contact,
    Due,
    Link,
    Mending,
    Review,
    Step,
    goes_before,
    keeps_contacts,
    sees_reviews,
)
from tirek.followup.international.policies import check_may_enter
from tirek.followup.international.reach import reach_report
from tirek.followup.international.refusals import LinksStand, Sourced, SourceNeeded, StepBetween, SymbolTaken
from tirek.followup.international.services.calendar import check_due
from tirek.followup.international.services.contacts import check_contact, veil_of
from tirek.followup.international.services.reviews import check_review
from tirek.followup.recommendations.refusals import ReasonNeeded
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.mending import mended
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.international_report_states import StepAhead
from tirek.ground.rules.refusals import NotFound


def check_reason(reason: str) -> None:
    """Raises ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded


def mend_review(*, review_id: UUID, told: Mapping[str, Any], reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Puts a mission or a review right that somebody entered. `told`: as `enter_review` takes it.

    Raises NotFound, NotAllowed, ReasonNeeded, Sourced, LinksStand where a link would go backwards, NothingMended and whatever `enter_review` raises.
    """
    check_reason(reason)
    with record("international.review-mended", by=by, subject=("review", review_id)) as act:
        row = Review.objects.select_for_update(no_key=True).filter(pk=review_id).first()
        if row is None or not sees_reviews(by, row.country):
            raise NotFound
        check_may_enter(by, row.country)
        if row.origin == "sourced" or row.mission_id:
            raise Sourced
        told = {**told, "last_day": told.get("last_day") or told.get("first_day")}
        check_review(row.country, **told)
        act.purpose = passages(told["body"], told["name"], reason, confirmed=confirmed)
        mended(row, told, into=Mending, reason=reason, on=today(row.country), by=by)
        check_links(Q(paragraph__report__review=row) | Q(earlier__report__review=row))
        return act.of(row.pk)


def mend_report(*, report_id: UUID, told: Mapping[str, Any], reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Puts title, symbol and the document's own day of a report right that somebody entered. `told`: title, symbol, dated.

    Raises NotFound, NotAllowed, ReasonNeeded, Sourced, SymbolTaken, LinksStand where a link would go backwards, PassagesUndecided, NothingMended.
    """
    check_reason(reason)
    with record("international.report-mended", by=by, subject=("international-report", report_id)) as act:
        row = reach_report(report_id, by, lock=True)
        check_may_enter(by, row.country)
        if row.origin == "sourced":
            raise Sourced
        told = {**told, "symbol": " ".join(told["symbol"].split())}
        if told["symbol"] and BodyReport.objects.filter(country=row.country, symbol=told["symbol"]).exclude(pk=row.pk).exists():
            raise SymbolTaken(symbol=told["symbol"])
        act.purpose = passages(told["title"], reason, confirmed=confirmed)
        mended(row, told, into=Mending, reason=reason, on=today(row.country), by=by)
        check_links(Q(paragraph__report=row) | Q(earlier__report=row))
        return act.of(row.pk)


def check_links(of: Q) -> None:
    """Whether what goes on from something is still later than it. Raises LinksStand."""
    links = Link.objects.filter(of, ended_on=None, earlier__isnull=False).select_related("paragraph__report__review", "earlier__report__review")
    if any(each.earlier and not goes_before(each.earlier.report, each.paragraph.report) for each in links):
        raise LinksStand


def mend_due(*, due_id: UUID, told: Mapping[str, Any], reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Puts something due right that was not handed in yet. `told`: procedure, name, due_on, source.

    Raises NotFound, NotAllowed, ReasonNeeded, DueUnclear, SourceNeeded, PassagesUndecided, NothingMended.
    """
    check_reason(reason)
    with record("international.due-mended", by=by, subject=("due", due_id)) as act:
        row = Due.objects.select_for_update(no_key=True).filter(pk=due_id, done_on=None).first()
        if row is None or not sees_reviews(by, row.country):
            raise NotFound
        check_may_enter(by, row.country)
        told = {**told, "source": told["source"].strip()}
        check_due(told["procedure"], told["name"], told["source"])
        act.purpose = passages(told["source"], told["name"], reason, confirmed=confirmed)
        mended(row, told, into=Mending, reason=reason, on=today(row.country), by=by)
        return act.of(row.pk)


def mend_contact(*, contact_id: UUID, told: Mapping[str, Any], reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Puts a contact right, behind the veil of the log. `told`: contacted_on, way, text.

    Raises NotFound, ReasonNeeded, ContactAhead, ContactTextNeeded, PassagesUndecided, NothingMended.
    """
    check_reason(reason)
    row = Contact.objects.filter(pk=contact_id).first()
    if row is None or not keeps_contacts(by, row.country):
        raise NotFound
    with record("international.contact-mended", by=by, subject=("contact", contact_id), country=row.country, veil=veil_of(row.country)) as act:
        row = Contact.objects.select_for_update(no_key=True).get(pk=contact_id)
        told = {**told, "text": told["text"].strip()}
        check_contact(row.country, **told)
        act.purpose = passages(told["text"], reason, confirmed=confirmed)
        mended(row, told, into=Mending, reason=reason, on=today(row.country), by=by)
        return act.of(row.pk)


def mend_step(*, step_id: UUID, on: date, by_then: bool, source: str, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Puts the day and the source of a step right that somebody entered. What the report became stays: no step goes back.

    Raises NotFound, NotAllowed, ReasonNeeded, Sourced, StepAhead, StepBetween, SourceNeeded, PassagesUndecided, NothingMended.
    """
    check_reason(reason)
    report_id = Step.objects.filter(pk=step_id).values_list("report_id", flat=True).first()
    if report_id is None:
        raise NotFound
    with record("international.step-mended", by=by, subject=("international-report", report_id)) as act:
        report = reach_report(report_id, by, lock=True)
        check_may_enter(by, report.country)
        row = report.steps.get(pk=step_id)
        if row.source_code:
            raise Sourced
        if not source.strip():
            raise SourceNeeded
        check_between(row, on)
        act.purpose = passages(source, reason, confirmed=confirmed)
        mended(row, {"on": on, "by_then": by_then, "source": source.strip()}, into=Mending, reason=reason, on=today(row.country), by=by)
        return act.of(row.pk)


def check_between(row: Step, on: date) -> None:
    """Whether a step's day stays between those of the steps beside it. Raises StepAhead, StepBetween."""
    if on > today(row.country):
        raise StepAhead(on=on)
    beside = {each.position: each.on for each in row.report.steps.all()}
    before, after = beside.get(row.position - 1, on), beside.get(row.position + 1, on)
    if not before <= on <= after:
        raise StepBetween(before=before, after=after)
