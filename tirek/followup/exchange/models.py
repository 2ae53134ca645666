"""Openings, replies with their steps and files, requests for more time, and messages. A name of a person of an authority stands in none of them. No rule stands here."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow

MECHANISM_SIDE, BODY_SIDE = "mechanism", "body"


class Opening(LedgeredRow):
    """That people of a body read a recommendation for the first time in the words of that `wording` (the version of the report): the read receipt."""

    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=60)
    wording = models.PositiveSmallIntegerField()
    opened_by = models.CharField(max_length=64)
    opened_at = models.DateTimeField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["opened_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "body", "wording"], name="exchange_one_opening"),
        ]


class ReplyQuerySet(LedgeredQuerySet["Reply"]):
    """Replies, asked for in words."""

    def being_prepared(self) -> "ReplyQuerySet":
        """Those that are neither sent nor dropped."""
        return self.filter(state__in=("draft", "handed_in"))


class Reply(LedgeredRow):
    """An authority's answer while its people prepare it: `word` and `text`, and since it was sent the `answer` that came of it. The mechanism reads what was sent and nothing before.

    `body` is for whom it was begun, `wording` the version of the report whose words it answers, `after` what the authority
    had said when it was written. `confirmed`: its writer looked at what in the text could name a person. `returned_because` is the head's note on what to change.
    """

    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=60)
    word = models.CharField(max_length=20)
    text = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, default="draft")
    wording = models.PositiveSmallIntegerField(default=1)
    after = models.CharField(max_length=20, default="none")
    revision = models.PositiveIntegerField(default=1)
    confirmed = models.BooleanField(default=False)
    written_by = models.CharField(max_length=64)
    handed_in_by = models.CharField(max_length=64, blank=True, default="")
    returned_because = models.TextField(blank=True, default="")
    sent_by = models.CharField(max_length=64, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    answer = models.OneToOneField("recommendations.Answer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReplyQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation"], condition=Q(state__in=("draft", "handed_in")), name="exchange_one_reply_at_a_time"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "state", "recommendation"], name="exchange_replies_by_state")]


class ReplyStep(LedgeredRow):
    """A step of the authority's plan: what it will do, and until which day."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    what = models.TextField()
    until = models.DateField()
    dropped = models.BooleanField(default=False)

    PART_OF = "reply_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position", "id"]


class ReplyFile(LedgeredRow):
    """A file that goes with a reply, as evidence. It is read by the body's people, and by the mechanism's once it was sent."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveSmallIntegerField()
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    dropped = models.BooleanField(default=False)

    PART_OF = "reply_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position", "id"]


class TimeAsked(LedgeredRow):
    """That a body asked for more time, until when and why; and how the mechanism decided."""

    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=60)
    until = models.DateField()
    reason = models.TextField()
    asked_by = models.CharField(max_length=64)
    asked_on = models.DateField()
    granted = models.BooleanField(null=True, blank=True)
    decision = models.TextField(blank=True, default="")
    decided_by = models.CharField(max_length=64, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["asked_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation"], condition=Q(granted=None), name="exchange_asked_once_at_a_time"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "asked_on"], condition=Q(granted=None), name="exchange_time_waits")]


class Message(LedgeredRow):
    """A message about a recommendation, from the mechanism (`side`) to a body or from one; with it the mechanism may tell a `verification` of its own: its outcome and day."""

    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=9, choices=[(each, each) for each in (MECHANISM_SIDE, BODY_SIDE)])
    body = models.CharField(max_length=60, blank=True, default="")
    text = models.TextField(blank=True, default="")
    verification = models.ForeignKey("recommendations.Verification", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_by = models.CharField(max_length=64)
    written_at = models.DateTimeField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["written_at", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["recommendation", "written_at"], name="exchange_messages_of_one")]


class AnswerSheet(LedgeredRow):
    """A filled spreadsheet that came from a body on a memory stick, with the covering letter's number and days. `entered_on` is when its answers were entered."""

    body = models.CharField(max_length=60)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    letter_number = models.CharField(max_length=60)
    said_on = models.DateField()
    received_on = models.DateField()
    brought_by = models.CharField(max_length=64)
    entered_on = models.DateField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-received_on", "-said_on", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "-received_on"], name="exchange_sheets_list")]
