"""Reading webhooks and what became of their messages, for those who look after them. No secret is ever read out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from tirek.foundation.webhooks.models import FAILING, GIVEN_UP, GONE, SENDING, WAITING, Message, Standing, Webhook
from tirek.foundation.webhooks.policies import check_may_see
from tirek.foundation.webhooks.reach import is_off
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class WebhookFacts:
    """A webhook and how it goes; `older_until` while an older secret still signs."""

    id: UUID
    address: str
    purpose: str
    events: tuple[str, ...]
    made_by: str
    made_at: datetime
    stopped_at: datetime | None
    stopped_because: str
    older_until: datetime | None
    failing_since: datetime | None
    taken_at: datetime | None
    waiting: int
    given_up: int


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message in the log: its event and body, how often it was tried, what was answered, when it is tried again."""

    id: UUID
    event: str
    body: str
    state: str
    attempts: int
    code: str
    written_at: datetime
    tried_at: datetime | None
    due_at: datetime | None
    milliseconds: int | None


@dataclass(frozen=True, slots=True)
class Sending:
    """The whole instance's webhooks, in numbers: messages that wait, and webhooks that take nothing at present or that the house stopped."""

    waiting: int
    failing: int


def sending() -> Sending:
    """For whoever watches the server; which ones is not told. Cost: two queries."""
    waiting = Message.objects.filter(state__in=(WAITING, SENDING), webhook__stopped_at=None).count()
    takes_nothing = Q(stopped_at=None, standing__failing_since__isnull=False)
    return Sending(waiting, Webhook.objects.filter(takes_nothing | Q(stopped_because__in=(FAILING, GONE))).count())


def webhooks(*, by: Actor, country: str) -> tuple[WebhookFacts, ...]:
    """The country's webhooks, those that go before those that are stopped. Raises NotAllowed. Cost: one query."""
    check_may_see(by, country)
    found = [facts(row) for row in counted(by, country)]
    return tuple(sorted(found, key=lambda each: each.stopped_at is not None))


def webhook(webhook_id: UUID, *, by: Actor, country: str) -> WebhookFacts:
    """One webhook. Raises NotAllowed, NotFound. Cost: one query."""
    check_may_see(by, country)
    row = counted(by, country).filter(pk=webhook_id).first()
    if row is None:
        raise NotFound
    return facts(row)


def counted(by: Actor, country: str) -> "QuerySet[Webhook]":
    """Webhooks with how many of their messages wait and were given up."""
    waiting, lost = Count("messages", filter=Q(messages__state__in=(WAITING, SENDING))), Count("messages", filter=Q(messages__state=GIVEN_UP))
    return Webhook.objects.visible_to(by, country).select_related("standing").annotate(waiting=waiting, lost=lost)


def facts(row: Webhook) -> WebhookFacts:
    """A row as its reader sees it."""
    standing: Standing | None = getattr(row, "standing", None)
    older = row.older_until if row.older_until and row.older_until > timezone.now() else None
    return WebhookFacts(
        row.pk, row.address, row.purpose, tuple(row.events), row.made_by, row.made_at, row.stopped_at, row.stopped_because, older,
        standing.failing_since if standing else None, standing.taken_at if standing else None, getattr(row, "waiting", 0), getattr(row, "lost", 0),
    )  # fmt: skip


def messages_of(webhook_id: UUID, *, by: Actor, country: str, number: int = 50) -> tuple[MessageLine, ...]:
    """The newest messages of a webhook. Raises NotAllowed. Cost: one query."""
    check_may_see(by, country)
    rows = Message.objects.filter(webhook__in=Webhook.objects.visible_to(by, country).filter(pk=webhook_id))[:number]
    return tuple(
        MessageLine(row.pk, row.event, row.body, row.state, row.attempts, row.code, row.written_at, row.tried_at, row.due_at, row.milliseconds) for row in rows
    )


def is_due(now: datetime) -> bool:
    """Whether a message is due and anything may be sent."""
    return not is_off() and Message.objects.due(now).exists()
