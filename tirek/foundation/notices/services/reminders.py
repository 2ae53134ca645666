"""Reminders of days, once a morning, to whoever watches over them: the number alone. Nothing is told where no day is near or past."""

import logging
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from tirek.foundation.jurisdictions.queries import countries, in_zone
from tirek.foundation.notices.kinds import REMINDER
from tirek.foundation.notices.models import Wishes
from tirek.foundation.notices.reminding import reminders_of
from tirek.foundation.notices.services.digests import MORNING
from tirek.foundation.notices.services.telling import tell
from tirek.foundation.people.queries import readers

logger = logging.getLogger(__name__)


def write_reminders(now: datetime | None = None) -> int:
    """Reminds everybody whose morning has come, once a day, on the own page and by mail where it is wished. Returns how many were told. Run by the clock."""
    return sum(reminded_in(country, now or timezone.now()) for country in countries())


def reminded_in(country: str, now: datetime) -> int:
    """How many are told in a country whose morning it is; what goes wrong in one keeps no other from being told."""
    with in_zone(country):
        here = timezone.localtime(now)
        if here.hour < MORNING:
            return 0
        try:
            wanted = {key: count for key, count in reminders_of(country, here.date()).items() if count}
            known = readers(wanted)
            return sum(told(key, wanted[key], here.date(), now) for key in sorted(known))
        except Exception:
            logger.exception("Days of a country could not be counted")
            return 0


@transaction.atomic
def told(account_id: str, count: int, on: date, now: datetime) -> bool:
    """Whether this account is told now: the day is marked in the same transaction."""
    wishes, _made = Wishes.objects.select_for_update(no_key=True).get_or_create(account_id=account_id)
    if wishes.reminded_on == on:
        return False
    wishes.reminded_on = on
    wishes.save(update_fields=["reminded_on"])
    tell([account_id], REMINDER, count=count, at=now)
    return True
