"""Linking recommendations of international reports with each other, with the mechanism's own and with findings; and taking a link back. It changes neither end."""

from uuid import UUID

from tirek.followup.international.models import Link, Paragraph, goes_before
from tirek.followup.international.policies import check_may_link
from tirek.followup.international.reach import reach_paragraph
from tirek.followup.international.refusals import LinkedAlready, NotEarlier, NothingThere
from tirek.followup.recommendations.queries import by_number
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits.queries import FindingFilters, findings_across


def link_earlier(*, paragraph_id: UUID, earlier_id: UUID, by: Actor) -> Recorded[UUID]:
    """Says that it goes on from one of an earlier report. Raises NotFound, NotAllowed, NotEarlier, LinkedAlready."""
    with record("international.linked", by=by, subject=("paragraph", paragraph_id)) as act:
        row, earlier = linking(paragraph_id, by), reach_paragraph(earlier_id, by)
        if earlier.country != row.country:
            raise NotFound
        if earlier.report_id == row.report_id or not goes_before(earlier.report, row.report):
            raise NotEarlier
        return act.of(keep(row, by, earlier_id=earlier.pk))


def link_national(*, paragraph_id: UUID, number: str, by: Actor) -> Recorded[UUID]:
    """Says that a recommendation of the mechanism bears on it, by its number. Raises NotFound, NotAllowed, NothingThere, LinkedAlready."""
    with record("international.linked", by=by, subject=("paragraph", paragraph_id)) as act:
        row = linking(paragraph_id, by)
        found = by_number(number, by=by, country=row.country)
        if found is None:
            raise NothingThere(number=number.strip()[:60])
        return act.of(keep(row, by, recommendation_id=found))


def link_finding(*, paragraph_id: UUID, finding_id: UUID, by: Actor) -> Recorded[UUID]:
    """Says that a finding bears on it which the person may read without saying what for. Raises NotFound, NotAllowed, LinkedAlready."""
    with record("international.linked", by=by, subject=("paragraph", paragraph_id)) as act:
        row = linking(paragraph_id, by)
        if not findings_across(by=by, country=row.country, filters=FindingFilters(ids=frozenset({finding_id}))):
            raise NotFound
        return act.of(keep(row, by, finding_id=finding_id))


def linking(paragraph_id: UUID, by: Actor) -> Paragraph:
    """The recommendation, for somebody who may link; held, so that two at once do not both link the same. Raises NotFound, NotAllowed."""
    row = reach_paragraph(paragraph_id, by, lock=True)
    check_may_link(by, row.country)
    return row


def keep(row: Paragraph, by: Actor, **to: UUID) -> UUID:
    """Keeps a link. Raises LinkedAlready."""
    if row.links.filter(ended_on=None, **to).exists():
        raise LinkedAlready
    link = Link(country=row.country, paragraph=row, linked_by=by.id, linked_on=today(row.country), **to)
    link.save()
    return link.pk


def end_link(*, paragraph_id: UUID, link_id: UUID, by: Actor) -> Recorded[None]:
    """Takes a link back; that it was there stays in the record. Raises NotFound, NotAllowed."""
    with record("international.link-taken-back", by=by, subject=("paragraph", paragraph_id)) as act:
        row = linking(paragraph_id, by)
        link = row.links.filter(pk=link_id, ended_on=None).first()
        if link is None or not sees_other_end(link, by):
            raise NotFound
        link.ended_on, link.ended_by = today(row.country), by.id
        link.save()
        return act.of(None)


def sees_other_end(link: Link, by: Actor) -> bool:
    """Whether the person may see what the link leads to."""
    if link.finding_id:
        return bool(findings_across(by=by, country=link.country, filters=FindingFilters(ids=frozenset({link.finding_id}))))
    if link.earlier_id:
        return Paragraph.objects.readable_by(by, link.country).filter(pk=link.earlier_id).exists()
    return True  # an issued recommendation is seen by all who may link
