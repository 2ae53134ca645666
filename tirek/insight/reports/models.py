"""Versions of visit reports, their signatures and dissenting opinions, decisions about their text, their numbers and their documents.

A row of `Report` is one version: a correction is a new row that supersedes the old one. Who may know of one stands in reach.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ui.fields import WordsField

OPEN = ("draft", "in_review", "for_signature")
SETTLED = ("issued", "superseded")
SIGNATURES = ("awaited", "signed", "missing", "voided")
WAYS = ("account", "sheet")
DECISIONS = ("kept", "generalised", "taken_out")
FORMS = ("pdf", "docx")
COPIES = ("draft", "handed_in", "published", "dropped")


class ReportQuerySet(LedgeredQuerySet["Report"]):
    """Reports, asked for in words."""

    def open(self) -> "ReportQuerySet":
        """Versions that are still worked on."""
        return self.filter(state__in=OPEN)

    def settled(self) -> "ReportQuerySet":
        """Versions that were issued, corrected later or not."""
        return self.filter(state__in=SETTLED)


class Report(LedgeredRow):
    """One version of a visit's report.

    `body` holds the frozen bytes that signatures bind, `issued` those of the whole issued report; `sources` is the digest of the rows the
    body was made from. `frozen_on` is the day on which the text was laid for signature, `frozen_at` the instant at which we froze it.
    An abandoned correction stays with its reason and gives its version's number up to the next one.
    `translated` holds words by "row part": what this version prints of texts that the visit's records hold in one language.
    """

    visit = models.ForeignKey("visits.Visit", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by")
    state = models.CharField(max_length=13, default="draft", db_index=True)
    summary = WordsField(blank=True)
    changes = WordsField(blank=True)
    translated = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    author = models.CharField(max_length=64)
    submitted_by = models.CharField(max_length=64, blank=True, default="")
    approved_by = models.CharField(max_length=64, blank=True, default="")
    frozen_on = models.DateField(null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    body = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=64, blank=True, default="")
    sources = models.CharField(max_length=64, blank=True, default="")
    number = models.CharField(max_length=40, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)
    issued = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    documents_job = models.UUIDField(null=True, blank=True)
    abandoned_by = models.CharField(max_length=64, blank=True, default="")
    abandoned_at = models.DateTimeField(null=True, blank=True)
    abandoned_because = models.TextField(blank=True, default="")

    objects = ReportQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-issued_on", "-version", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["visit", "version"], condition=~Q(state="abandoned"), name="reports_one_version"),
            models.UniqueConstraint(fields=["visit"], condition=Q(state__in=OPEN), name="reports_one_open"),
            models.UniqueConstraint(fields=["visit"], condition=Q(state="issued"), name="reports_one_issued"),
            models.UniqueConstraint(fields=["country", "number", "version"], condition=~Q(number=""), name="reports_one_number"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "state", "-issued_on", "-version", "id", "visit"], name="reports_newest")]


class Series(LedgeredRow):
    """The last number given to a report of a country in a year. Locking its row puts those who issue in line."""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "year"], name="reports_one_series"),
        ]


class Return(LedgeredRow):
    """That a report went back to its authors, and why."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="returns")
    before = models.CharField(max_length=13)
    reason = models.TextField()
    returned_by = models.CharField(max_length=64)
    returned_at = models.DateTimeField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["returned_at", "id"]


class Signature(LedgeredRow):
    """A member's signature over the digest of the frozen body: awaited, given, missing for a reason, or void since the text went back.

    The report prints the `cause`, one of a short list; the written `reason` stays inside, since it may tell of a member's health.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="signatures")
    member = models.ForeignKey("mandate.Member", on_delete=models.PROTECT, related_name="+")
    account = models.CharField(max_length=64, blank=True, default="", db_index=True)
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=11)
    state = models.CharField(max_length=7, default="awaited")
    way = models.CharField(max_length=7, blank=True, default="")
    digest = models.CharField(max_length=64)
    signed_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cause = models.CharField(max_length=10, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    recorded_by = models.CharField(max_length=64, blank=True, default="")
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "member"], condition=~Q(state="voided"), name="reports_one_signature"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "state"], name="reports_awaited")]  # of all that somebody signed, what waits


class Dissent(LedgeredRow):
    """A dissenting opinion of a member of the delegation, attached to the report in full.

    One of an earlier version is carried on into its correction as a row of its own; `carried_from` is the row that was written.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="dissents")
    member = models.ForeignKey("mandate.Member", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=11)
    text = WordsField()
    given_on = models.DateField()
    author = models.CharField(max_length=64)
    taken_back = models.BooleanField(default=False)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    @property
    def written(self) -> "Dissent":
        """The row in which it was written: this one, unless it was carried on."""
        return self.carried_from or self

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["given_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "member"], condition=Q(taken_back=False), name="reports_one_dissent"),
        ]


class Amendment(LedgeredRow):
    """What a corrected version prints instead of a frozen finding's text; the finding itself stays as it was issued."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="amendments")
    finding = models.ForeignKey("visits.Finding", on_delete=models.PROTECT, related_name="+")
    text = WordsField(blank=True)
    author = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "finding"], name="reports_one_amendment"),
        ]


class PassageDecision(LedgeredRow):
    """A decision about a stretch of the report that could name a person. `about` is the id of the row whose text it is.

    Of the stretch only a digest salted with that id is kept; `put` is what the report says in its place.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="decisions")
    about = models.CharField(max_length=64)
    language = models.CharField(max_length=2, blank=True, default="")
    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64, db_index=True)
    decision = models.CharField(max_length=11, choices=[(each, each) for each in DECISIONS])
    put = models.CharField(max_length=500, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()


class PublicCopy(LedgeredRow):
    """What of an issued version is not published: prepared by one person, published by another.

    `marks` are places in the texts of the version's public value ("at", "from", "to"), each with its ground and a digest salted with `salt`: what stood there
    is in no column. `hands` are the accounts that changed anything. `sent_on` is when the report went to whom it is for, `request_on` and `request_letter` the
    state's request that a report made with the Subcommittee be published. `revision` grows with every change.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="public_copies")
    state = models.CharField(max_length=9, default="draft", choices=[(each, each) for each in COPIES])
    revision = models.PositiveIntegerField(default=1)
    marks = models.JSONField(default=list)
    salt = models.CharField(max_length=64)
    hands = models.JSONField(default=list)
    sent_on = models.DateField(null=True, blank=True)
    request_on = models.DateField(null=True, blank=True)
    request_letter = models.CharField(max_length=200, blank=True, default="")
    handed_in_by = models.CharField(max_length=64, blank=True, default="")
    returned_because = models.TextField(blank=True, default="")
    published_by = models.CharField(max_length=64, blank=True, default="")
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-published_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report"], condition=Q(state__in=COPIES[:2]), name="reports_one_public_copy"),
        ]


class AnswerSheet(LedgeredRow):
    """The form of an authority's answers, filled in and brought back: its file as it was received. What was answered stands with the recommendations.

    `said_on` is the day of the letter where the form itself does not say it.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="answer_sheets")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField(null=True, blank=True)
    received_on = models.DateField()
    brought_by = models.CharField(max_length=64)
    brought_at = models.DateTimeField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-brought_at", "id"]


class AnswerTrial(models.Model):
    """What the trial of a form found in the bytes with this `digest`. It is made anew whenever somebody asks, so the ledger does not vouch for it.

    `head` holds what the form says of the letter, `mark` names this trial, `whole` says that each row was tried.
    """

    sheet = models.OneToOneField(AnswerSheet, on_delete=models.CASCADE, primary_key=True, related_name="trial")
    job = models.UUIDField(null=True, blank=True)
    asked_by = models.CharField(max_length=64)
    mark = models.UUIDField(default=uuid4)
    digest = models.CharField(max_length=64, blank=True, default="")
    head = models.JSONField(default=dict)
    whole = models.BooleanField(default=False)
    tried_at = models.DateTimeField(null=True, blank=True)


class AnswerLine(models.Model):
    """What one row of a form would become, or became. `seen` is what it was tried against, `fault` the refusal as it is kept.

    `was` and `came` are the recommendation's text as it was sent and as it came back, where they differ.
    """

    trial = models.ForeignKey(AnswerTrial, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    number = models.TextField()
    recommendation = models.UUIDField(null=True, blank=True)
    word = models.TextField(blank=True, default="")
    said = models.TextField(blank=True, default="")
    state = models.CharField(max_length=8)
    fault = models.JSONField(null=True, blank=True)
    was = models.TextField(blank=True, default="")
    came = models.TextField(blank=True, default="")
    missing = models.JSONField(default=list)
    seen = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["trial", "position"], name="reports_one_answer_line")]


class ReportFile(LedgeredRow):
    """A document made from one state of the report: `made_from` is the digest of the bytes it was rendered from."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(max_length=4)
    layout = models.CharField(max_length=12)
    languages = models.CharField(max_length=11)
    made_from = models.CharField(max_length=64)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["layout", "languages", "form"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["report", "form", "layout", "languages", "made_from"], name="reports_one_document"),
        ]
