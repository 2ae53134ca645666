"""Asking for a right that a second person must confirm; inside an act of its caller, who has checked who asks for what."""

from datetime import datetime

from django.utils import timezone

from tirek.foundation.people.models import RightRequest
from tirek.foundation.people.policies import CONFIRMING_TERM
from tirek.foundation.people.reach import maker, somebody_else_confirms
from tirek.foundation.people.refusals import NobodyCanConfirm
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed


def open_request(request: RightRequest, by: Actor, at: datetime | None = None) -> RightRequest:
    """Saves the request with its asker and its 72 hours. Raises NobodyCanConfirm where there is no second person."""
    asker = maker(by)
    if asker is None:
        raise NotAllowed()
    if not somebody_else_confirms(request.country, asker.pk, request.account_id):
        raise NobodyCanConfirm()
    request.asked_by, request.asked_at = asker, at or timezone.now()
    request.expires_at = request.asked_at + CONFIRMING_TERM
    request.save()
    return request
