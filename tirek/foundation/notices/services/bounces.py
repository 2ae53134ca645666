"""A mail that comes back later: the notification of a mail server (RFC 3464) names by its own address which mail it was. Nothing of its words is kept."""

import email
import re
from collections.abc import Iterator
from email.message import Message
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tirek.foundation.notices.models import BOUNCED, SENT, Notice
from tirek.foundation.notices.services.sending import mark_returned

RETURNED_TO = ("To", "Delivered-To", "X-Original-To")
TOKEN = re.compile(r"\+([0-9a-f]{32})@", re.IGNORECASE)
STATUS = re.compile(r"^\s*([245]\.\d{1,3}\.\d{1,3})")


def take_back(raw: bytes) -> str:
    """Marks the mail that this notification says has failed for good, and the address it was for. Returns its status; empty for what is no such notification.

    A mail that is only late, one that arrived, an automatic answer and a token that names no mail change nothing.
    """
    message = email.message_from_bytes(raw)
    status, notices = failure(message), list(named(message))
    if not status or not notices:
        return ""
    return status if sum(came_back(key, status) for key in notices) else ""


def named(message: Message) -> Iterator[UUID]:
    """The mails that the addresses of a notification name."""
    for header in RETURNED_TO:
        for value in message.get_all(header, []):
            for token in TOKEN.findall(str(value)):
                yield UUID(hex=token)


def failure(message: Message) -> str:
    """The status of the first recipient for whom delivery failed for good; empty where there is none."""
    if message.get_content_type() != "multipart/report":
        return ""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status" and isinstance(blocks := part.get_payload(), list):
            for block in blocks:
                if isinstance(block, Message) and str(block.get("Action", "")).strip().lower() == "failed":
                    found = STATUS.match(str(block.get("Status", "")))
                    return found[1] if found else "5.0.0"
    return ""


@transaction.atomic
def came_back(key: UUID, status: str) -> bool:
    """Whether this mail was one that we had handed over; it and its address are marked."""
    notice = Notice.objects.select_for_update(no_key=True).filter(pk=key, state=SENT).first()
    if notice is None:
        return False
    notice.state, notice.code = BOUNCED, status
    notice.save(update_fields=["state", "code"])
    mark_returned(notice, status, timezone.now())
    return True
