"""Questions about a country's clock: its zone, its day, its hours. An instance may serve countries of several zones.

A room that dates a row asks here with the row's country; what only shows moments stands under `in_zone` of the country that is shown.
"""

from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from django.utils import timezone

from tirek.foundation.jurisdictions.queries.finding import pack


@cache
def zone_named(name: str) -> ZoneInfo:
    """The zone of that name; the packs were checked at start."""
    return ZoneInfo(name)


def time_zone(country: str) -> ZoneInfo:
    """The country's zone."""
    return zone_named(pack(country).head.time_zone)


def today(country: str, now: datetime | None = None) -> date:
    """The country's day at a moment: at present unless told."""
    return timezone.localdate(now, time_zone(country))


def local(country: str, moment: datetime) -> datetime:
    """A moment by the country's clock."""
    return timezone.localtime(moment, time_zone(country))


def in_zone(country: str) -> AbstractContextManager[None]:
    """Within the block moments are shown, read and cut into days by the country's clock; without a country by the instance's."""
    return timezone.override(time_zone(country)) if country else nullcontext()
