"""The number of things that wait, told in the morning to whoever wished it. Nothing is told where nothing waits."""

import logging
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tirek.foundation.jurisdictions.queries import in_zone
from tirek.foundation.notices.kinds import DIGEST
from tirek.foundation.notices.models import NEVER, WEEKLY, Wishes
from tirek.foundation.notices.services.telling import tell
from tirek.foundation.notices.waiting import waiting_for
from tirek.foundation.people.queries import actor_with_id

logger = logging.getLogger(__name__)
MORNING = 7
MONDAY = 0


def write_digests(now: datetime | None = None) -> int:
    """Tells everybody whose morning has come, once a day. Returns how many were told. Run by the clock."""
    if settings.TIREK_MAIL is None:
        return 0
    wanting = Wishes.objects.exclude(digest=NEVER).filter(returned_at=None).values_list("account_id", flat=True)
    return sum(told_safely(key, now or timezone.now()) for key in list(wanting))


def told_safely(account_id: UUID, now: datetime) -> bool:
    """As `told_today`; what goes wrong with one person's things keeps no other from being told."""
    try:
        return told_today(account_id, now)
    except Exception:
        logger.exception("Things that wait for somebody could not be counted")
        return False


@transaction.atomic
def told_today(account_id: UUID, now: datetime) -> bool:
    """Whether this person is told now: the morning of the person's own country, and its day marked in the same transaction."""
    person = actor_with_id(str(account_id))
    country = min(person.countries, default="")
    with in_zone(country):
        here = timezone.localtime(now)
        wishes = Wishes.objects.select_for_update(no_key=True).get(account_id=account_id)
        if here.hour < MORNING or wishes.digest_on == here.date() or (wishes.digest == WEEKLY and here.weekday() != MONDAY):
            return False
        wishes.digest_on = here.date()
        wishes.save(update_fields=["digest_on"])
        count = waiting_for(person)
    if count:
        tell([str(account_id)], DIGEST, count=count, at=now)
    return bool(count)
