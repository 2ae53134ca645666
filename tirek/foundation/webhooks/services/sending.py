"""Sending what is due. Each message is claimed before it is tried and noted after; one whose sender died is claimed again, with the same id. It knows nothing of what is told."""

import logging
import time
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.webhooks.keys import opened
from tirek.foundation.webhooks.models import FAILING, GIVEN_UP, GONE, SENDING, SENT, WAITING, Message, Standing, Webhook
from tirek.foundation.webhooks.policies import LEASE, PATIENCE, next_try
from tirek.foundation.webhooks.posting import Limits, post
from tirek.foundation.webhooks.reach import allowed, is_off
from tirek.foundation.webhooks.services.making import stop_by_house
from tirek.ground.proof.sealing import SealRefused
from tirek.ground.proof.signed_messages import headers
from tirek.ground.rules.refusals import NotFound

logger = logging.getLogger(__name__)
AT_ONCE = 200
LIMITS = Limits()


def send_due(*, step: Step | None = None, now: datetime | None = None) -> int:
    """Sends what is due, at most so many at once; a webhook that takes nothing is asked once, and holds up no other. Returns how many were taken."""
    if is_off():
        return 0
    waiting = list(Message.objects.due(now or timezone.now()).order_by("due_at", "pk").values_list("pk", "webhook_id")[:AT_ONCE])
    sent, silent = 0, set()
    for number, (key, webhook) in enumerate(waiting):
        if step:
            step(number, len(waiting))
        moment = now or timezone.now()
        message = None if webhook in silent else claim(key, moment)
        if message is None:
            continue
        began = time.monotonic()
        code = attempt(message, moment)
        message.milliseconds = round((time.monotonic() - began) * 1000)
        if note(message, code, moment):
            sent += 1
        else:
            silent.add(webhook)
    return sent


def claim(key: UUID, now: datetime) -> Message | None:
    """Takes a due message for this worker: of two, one gets it."""
    if not Message.objects.due(now).filter(pk=key).update(state=SENDING, due_at=now + LEASE):
        return None
    return Message.objects.select_related("webhook").get(pk=key)


def attempt(message: Message, now: datetime) -> str:
    """One attempt: the status that was answered, or a word. Nothing is recorded here."""
    row = message.webhook
    try:
        secrets = tuple(opened(kept) for kept in (row.secret, row.older_secret if row.older_until and row.older_until > now else "") if kept)
    except SealRefused:
        return "secret"
    body = message.body.encode()
    told = {"Content-Type": "application/json", "User-Agent": f"{settings.SITE_NAME} webhooks"} | headers(f"msg_{message.pk.hex}", int(now.timestamp()), body, secrets)
    return post(row.address, body, told, allowed=allowed, limits=replace(LIMITS))


@transaction.atomic
def note(message: Message, code: str, now: datetime) -> bool:
    """What became of an attempt, of the message and of its webhook. Returns whether it was taken. A redirection is not followed: it is a failure like others."""
    taken = code.isdigit() and 200 <= int(code) < 300
    message.attempts += 1
    message.code, message.tried_at = code, now
    message.due_at = None if taken else next_try(message.attempts, now)
    message.state = SENT if taken else WAITING if message.due_at else GIVEN_UP
    message.save()
    standing, _ = Standing.objects.select_for_update().get_or_create(webhook=message.webhook)
    if taken:
        standing.failing_since, standing.taken_at = None, now
    else:
        logger.warning("A webhook did not take a message (%s), attempt %d", code, message.attempts)
        standing.failing_since = standing.failing_since or now
    standing.save()
    if not taken:
        stop_if_hopeless(message.webhook, standing, code, now)
    return taken


def stop_if_hopeless(row: Webhook, standing: Standing, code: str, now: datetime) -> None:
    """Stops a webhook whose receiver says that it is gone (410), or took nothing for days."""
    because = GONE if code == "410" else FAILING if standing.failing_since and now - standing.failing_since >= PATIENCE else ""
    if because:
        try:
            stop_by_house(row, because, now)
        except NotFound:
            return  # somebody stopped it meanwhile
