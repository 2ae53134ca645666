"""Missions and reviews of international bodies, their reports, the recommendations in them, and what the mechanism linked to these. They know no page."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tirek.foundation.ledger.mending import MendedRow
from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, Actor, Role

PROCEDURES = ("spt", "cat", "treaty_body", "special_procedure", "upr", "regional", "other")
WAYS = ("letter", "meeting", "call", "mail")


def sees_reviews(by: Actor, country: str) -> bool:
    """Whether the actor may know of missions and reviews: the mechanism's own people."""
    return by == SYSTEM or by.has(*MECHANISM, country=country)


def reads_all(by: Actor, country: str) -> bool:
    """Whether the actor reads confidential reports without being named: head and secretariat."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


class Review(LedgeredRow):
    """A mission or a review: a body's visit to the country, a treaty body's examination, a cycle of the UPR. `mission` is its sourced record, where the pack has one."""

    procedure = models.CharField(max_length=20)
    body = WordsField()
    name = WordsField()
    year = models.PositiveSmallIntegerField()
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    joint = models.BooleanField(default=False)
    mission = models.OneToOneField("recommendations.Mission", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-year", "-first_day", "id"]


class BodyReportQuerySet(LedgeredQuerySet["BodyReport"]):
    """Reports, asked for in words."""

    def known_to(self, by: Actor, country: str) -> "BodyReportQuerySet":
        """Those that the actor may know to be there."""
        found = self.filter(country=country)
        return found if sees_reviews(by, country) else found.none()

    def readable_by(self, by: Actor, country: str) -> "BodyReportQuerySet":
        """Those whose text the actor may read: public ones; else head, secretariat and whom the head named."""
        found = self.known_to(by, country)
        if reads_all(by, country):
            return found
        return found.filter(Q(state="public") | Q(pk__in=Reader.objects.filter(account=by.id, ended_on=None).order_by().values("report")))


class BodyReport(LedgeredRow):
    """A report on a mission or a review. `state` mirrors the newest step; `dated` is the document's own date."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="reports")
    symbol = models.CharField(max_length=80, blank=True, default="")
    title = WordsField()
    dated = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=12, default="confidential")

    objects = BodyReportQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["dated", "symbol", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "symbol"], condition=~Q(symbol=""), name="international_one_symbol"),
        ]


def goes_before(one: BodyReport, other: BodyReport) -> bool:
    """Whether a report is surely earlier: by the mission's year, its first day, else the document's date. What is not known puts nothing before anything."""
    missions = ((one.review.year, other.review.year), (one.review.first_day, other.review.first_day), (one.dated, other.dated))
    told = next(((here, there) for here, there in missions if here is not None and there is not None and here != there), None)
    return told is not None and told[0] < told[1]  # type: ignore[operator]


class Step(LedgeredRow):
    """A step of a report's confidentiality with its day and source. `source_code` names a source of the pack, `source` tells any other in words."""

    report = models.ForeignKey(BodyReport, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12)
    on = models.DateField()
    by_then = models.BooleanField(default=False)
    source = models.TextField(blank=True, default="")
    source_code = models.CharField(max_length=60, blank=True, default="")
    entered_by = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "position"], name="international_one_step"),
        ]


class Reader(LedgeredRow):
    """Somebody whom the head named to read a report that is not public; `ended_on`: not any more."""

    report = models.ForeignKey(BodyReport, on_delete=models.PROTECT, related_name="readers")
    account = models.CharField(max_length=64)
    named_by = models.CharField(max_length=64)
    named_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["named_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "account"], condition=Q(ended_on=None), name="international_one_reader"),
        ]


class Document(LedgeredRow):
    """A report's text as a file, as it was received, from which paragraphs are taken."""

    report = models.ForeignKey(BodyReport, on_delete=models.PROTECT, related_name="documents")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    brought_by = models.CharField(max_length=64)
    brought_on = models.DateField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["brought_on", "id"]


class ParagraphQuerySet(LedgeredQuerySet["Paragraph"]):
    """Recommendations of reports, asked for in words."""

    def readable_by(self, by: Actor, country: str) -> "ParagraphQuerySet":
        """Those of reports whose text the actor may read."""
        return self.filter(country=country, report__in=BodyReport.objects.readable_by(by, country).order_by().values("pk"))


class Paragraph(LedgeredRow):
    """A recommendation of a report, found again by the report's symbol and its own `number`; `place` puts numbers in order. `addressee` is an authority of the pack."""

    report = models.ForeignKey(BodyReport, on_delete=models.PROTECT, related_name="paragraphs")
    number = models.CharField(max_length=20)
    place = models.PositiveIntegerField(default=0)
    text = WordsField()
    addressee = models.CharField(max_length=60, blank=True, default="")

    objects = ParagraphQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["report", "place", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "number"], name="international_one_paragraph"),
        ]


class Link(LedgeredRow):
    """What somebody linked to a recommendation of a report: an earlier one that it goes on from, a recommendation of the mechanism, or a finding. `ended_on`: taken back."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, related_name="links")
    earlier = models.ForeignKey(Paragraph, on_delete=models.PROTECT, null=True, blank=True, related_name="later_links")
    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    finding = models.ForeignKey("visits.Finding", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    linked_by = models.CharField(max_length=64)
    linked_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.CharField(max_length=64, blank=True, default="")

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["linked_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(
                name="international_link_to_one",
                condition=Q(earlier__isnull=False, recommendation=None, finding=None)
                | Q(earlier=None, recommendation__isnull=False, finding=None)
                | Q(earlier=None, recommendation=None, finding__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["recommendation"], condition=Q(recommendation__isnull=False), name="international_of_national"),
            models.Index(fields=["finding"], condition=Q(finding__isnull=False), name="international_of_finding"),
        ]


class Mending(MendedRow):
    """What stood in a mission, a report, a step, something due or a contact before it was mended."""


class Due(LedgeredRow):
    """Something that is due towards a body on a day: a State report, an answer, a submission; with where the day can be looked up. `done_on`: handed in."""

    procedure = models.CharField(max_length=20)
    name = WordsField()
    due_on = models.DateField()
    source = models.TextField()
    entered_by = models.CharField(max_length=64)
    done_on = models.DateField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["due_on", "id"]


class ContactReader(LedgeredRow):
    """Somebody whom the head named to read and keep the log of contacts with the SPT; `ended_on`: not any more."""

    account = models.CharField(max_length=64)
    named_by = models.CharField(max_length=64)
    named_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["named_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "account"], condition=Q(ended_on=None), name="international_one_contact_reader"),
        ]


def keeps_contacts(by: Actor, country: str) -> bool:
    """Whether the actor reads and keeps the log of contacts: the head, and whom the head named. Nobody else learns that there is one (OPCAT 20 f)."""
    return by.has(Role.HEAD, country=country) or (by.has(*MECHANISM, country=country) and ContactReader.objects.filter(country=country, account=by.id, ended_on=None).exists())


class Contact(LedgeredRow):
    """A contact with the SPT or its secretariat. Confidential: it is in no search, list, count or file."""

    contacted_on = models.DateField()
    way = models.CharField(max_length=10)
    text = models.TextField()
    entered_by = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-contacted_on", "-id"]
