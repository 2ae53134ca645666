"""The addresses of personal calendars, and when each was last read. No address is kept, only its digest."""

from typing import ClassVar

from django.db import models

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow


class CalendarAddressQuerySet(LedgeredQuerySet["CalendarAddress"]):
    """Addresses, asked for in words."""

    def standing(self) -> "CalendarAddressQuerySet":
        """Those that nobody has ended."""
        return self.filter(ended_at=None)


class CalendarAddress(LedgeredRow):
    """An address that opens one person's calendar to whoever holds it. Only the SHA-256 of its secret is kept.

    `days_alone`: every visit stands in it as a visit with its days, whichever it is; else announced visits alone, with their places.
    """

    owner = models.CharField(max_length=64, db_index=True)
    digest = models.CharField(max_length=64, unique=True)
    days_alone = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarAddressQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-made_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [*LedgeredRow.Meta.constraints]


class LastReading(models.Model):
    """When a calendar was last read, and how often within the hour that began at `hour_at`. No act, so in no ledger: programs read every quarter of an hour."""

    address = models.OneToOneField(CalendarAddress, on_delete=models.CASCADE, primary_key=True, related_name="reading")
    read_at = models.DateTimeField()
    hour_at = models.DateTimeField()
    times = models.PositiveSmallIntegerField(default=1)
