"""Reminders of days, once a morning, to whoever watches over them: the number alone. Nothing is told where no day is near or past."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Here:
    """A country at a moment: its day, whether its morning has come, how many days each account has there."""

    on: date
    morning: bool
    wanted: Mapping[str, int]


def write_reminders(now: datetime | None = None) -> int:
    """Reminds everybody whose morning has come, once a day, on the own page and by mail where it is wished. Returns how many were told. Run by the clock.

    Whoever watches over days of several countries is told of all of them at once, when the last of their mornings has come.
    """
    at = now or timezone.now()
    if not any(is_morning(country, at) for country in countries()):
        return 0
    here = [counted_in(country, at) for country in countries()]
    known = readers({key for each in here if each.morning for key in each.wanted})
    told_now = 0
    for key in sorted(known):
        of = [each for each in here if each.wanted.get(key)]
        if all(each.morning for each in of):
            told_now += told(key, sum(each.wanted[key] for each in of), max(each.on for each in of), at)
    return told_now


def is_morning(country: str, now: datetime) -> bool:
    """Whether a country's morning has come."""
    with in_zone(country):
        return timezone.localtime(now).hour >= MORNING


def counted_in(country: str, now: datetime) -> Here:
    """What stands in a country; what goes wrong in one keeps no other from being told."""
    with in_zone(country):
        here = timezone.localtime(now)
        try:
            wanted = {key: count for key, count in reminders_of(country, here.date()).items() if count}
        except Exception:
            logger.exception("Days of a country could not be counted")
            wanted = {}
        return Here(here.date(), is_morning(country, now), wanted)


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
