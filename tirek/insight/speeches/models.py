"""Sheets for a speech as they were frozen. A row is never changed: a later one of the year is a further version. No text of a speech has a row."""

from typing import ClassVar

from django.db import models

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role

READERS = OFFICE | {Role.ANALYST}


class SpeechSheetQuerySet(LedgeredQuerySet["SpeechSheet"]):
    """Frozen sheets, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "SpeechSheetQuerySet":
        """Sheets of the country for those who prepare what is said of it; nothing for everybody else."""
        found = self.filter(country=country)
        return found if by == SYSTEM or by.has(*READERS, country=country) else found.none()


class SpeechSheet(LedgeredRow):
    """One version of a year's sheet. `body` is its content as canonical JSON (RFC 8785), `digest` the SHA-256 of these bytes, `counts` that of the figures alone."""

    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    as_of = models.DateTimeField()
    body = models.TextField()
    digest = models.CharField(max_length=64)
    counts = models.CharField(max_length=64)
    frozen_by = models.CharField(max_length=64)

    objects = SpeechSheetQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-year", "-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "year", "version"], name="speeches_one_version"),
        ]
