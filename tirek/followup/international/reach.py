"""The rows that a verb is about, for those who may know of them. It opens no act of its own."""

from uuid import UUID

from tirek.followup.international.models import BodyReport, Paragraph, Review, sees_reviews
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def reach_review(review_id: UUID, by: Actor) -> Review:
    """A mission or review; raises NotFound."""
    found = Review.objects.filter(pk=review_id).first()
    if found is None or not sees_reviews(by, found.country):
        raise NotFound
    return found


def reach_report(report_id: UUID, by: Actor, *, lock: bool = False, reading: bool = False) -> BodyReport:
    """A report that the actor may know of, or with `reading` read; raises NotFound."""
    rows = BodyReport.objects.select_for_update(no_key=True) if lock else BodyReport.objects.all()
    found = rows.filter(pk=report_id).first()
    if found is None:
        raise NotFound
    seen = BodyReport.objects.readable_by(by, found.country) if reading else BodyReport.objects.known_to(by, found.country)
    if not seen.filter(pk=found.pk).exists():
        raise NotFound
    return found


def reach_paragraph(paragraph_id: UUID, by: Actor, *, lock: bool = False) -> Paragraph:
    """A recommendation of a report that the actor may read; raises NotFound."""
    rows = Paragraph.objects.select_for_update(of=("self",), no_key=True) if lock else Paragraph.objects.all()
    found = rows.select_related("report__review").filter(pk=paragraph_id).first()
    if found is None or not Paragraph.objects.readable_by(by, found.country).filter(pk=found.pk).exists():
        raise NotFound
    return found
