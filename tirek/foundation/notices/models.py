"""Notices as rows, what each person wishes to be told, and how the mail server answered. Like jobs they are no nouns of the ledger: they tell of acts that stand there."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

PAGE, WAITING, SENDING, SENT, GIVEN_UP, BOUNCED = STATES = ("page", "waiting", "sending", "sent", "given-up", "bounced")
NEVER, DAILY, WEEKLY = DIGESTS = ("", "daily", "weekly")
AWAY = "away"
"""Instead of a code: the server was not reached, or did not finish."""


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, asked for in words."""

    def due(self, now: datetime) -> "NoticeQuerySet":
        """Those to be sent now; also those that somebody began to send and left: whoever had them is dead."""
        return self.filter(Q(state=WAITING, due_at__lte=now) | Q(state=SENDING, due_at__lte=now))


class Notice(models.Model):
    """That somebody has something to read: the kind of it, and what became of its mail. `code` is the mail server's, never its words: those name an address."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    count = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=[(state, state) for state in STATES], default=PAGE)
    attempts = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=12, blank=True, default="")
    written_at = models.DateTimeField(default=timezone.now, db_index=True)
    due_at = models.DateTimeField(null=True, db_index=True)
    sent_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-written_at", "pk"]


class Wishes(models.Model):
    """What a person wants to be told by mail, and whether mail to the address comes back. Without a row: what is asked of the person, and nothing else."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+")
    confirmations = models.BooleanField(default=True)
    decisions = models.BooleanField(default=True)
    jobs = models.BooleanField(default=False)
    reminders = models.BooleanField(default=True)
    reminded_on = models.DateField(null=True)
    digest = models.CharField(max_length=6, choices=[(each, each) for each in DIGESTS], blank=True, default=NEVER)
    digest_on = models.DateField(null=True)
    returned_at = models.DateTimeField(null=True)
    returned_code = models.CharField(max_length=12, blank=True, default="")


class Handover(models.Model):
    """One row: how handing mail over to the server goes. While it fails, nothing is tried before `next_try_at`."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=40, blank=True, default="")
    last_sent_at = models.DateTimeField(null=True)
