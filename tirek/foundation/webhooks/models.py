"""Webhooks, how each goes, and their messages. The webhook is ledgered; its messages are not: they tell of acts that stand there."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import Actor, Role

WAITING, SENDING, SENT, GIVEN_UP = STATES = ("waiting", "sending", "sent", "given-up")
BY_HAND, FAILING, GONE = CAUSES = ("by-hand", "failing", "gone")


class WebhookQuerySet(LedgeredQuerySet["Webhook"]):
    """Webhooks, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "WebhookQuerySet":
        """Those of the country, for its administrator and its head."""
        return self.filter(country=country) if by.has(Role.ADMINISTRATOR, Role.HEAD, country=country) else self.none()

    def going(self) -> "WebhookQuerySet":
        """Those that are not stopped."""
        return self.filter(stopped_at=None)


class Webhook(LedgeredRow):
    """An address of another system that is told of events. `secret` lies sealed; so does `older_secret`, which signs beside it until `older_until`.

    `stopped_because` says whether a person stopped it, or the house: its receiver took nothing for days, or said that it is gone.
    """

    address = models.CharField(max_length=500)
    purpose = models.CharField(max_length=200)
    events = models.JSONField(default=list)
    secret = models.TextField()
    older_secret = models.TextField(blank=True, default="")
    older_until = models.DateTimeField(null=True, blank=True)
    made_by = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_because = models.CharField(max_length=8, blank=True, default="", choices=[(each, each) for each in CAUSES])

    objects = WebhookQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["made_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [*LedgeredRow.Meta.constraints]


class Standing(models.Model):
    """How a webhook goes: since when nothing was taken, and when something was last."""

    webhook = models.OneToOneField(Webhook, on_delete=models.CASCADE, primary_key=True, related_name="standing")
    failing_since = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages, asked for in words."""

    def due(self, now: datetime) -> "MessageQuerySet":
        """Those to be sent now, of webhooks that are not stopped; also those that somebody began to send and left: whoever had them is dead."""
        return self.filter(Q(state=WAITING) | Q(state=SENDING), due_at__lte=now, webhook__stopped_at=None)


class Message(models.Model):
    """One message to one webhook: the exact bytes that are signed, and what became of it. `code` is the receiver's answer as a number, or what kept us from one.

    Nothing of what the receiver says is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="messages")
    event = models.CharField(max_length=40)
    body = models.TextField()
    state = models.CharField(max_length=8, choices=[(state, state) for state in STATES], default=WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=12, blank=True, default="")
    written_at = models.DateTimeField(default=timezone.now, db_index=True)
    tried_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True, db_index=True)
    milliseconds = models.PositiveIntegerField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-written_at", "id"]
