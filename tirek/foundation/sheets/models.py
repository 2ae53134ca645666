"""Sheets that were brought in, what each row would do and did, and the references by which things are found again."""

from typing import ClassVar

from django.db import models

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import SYSTEM, Actor

WOULD = ("made", "changed", "same", "refused")
"""What a row would do, or did."""


class SheetQuerySet(LedgeredQuerySet["Sheet"]):
    """Sheets, asked for in words."""

    def brought_by_colleagues(self, by: Actor, country: str, kinds: "tuple[str, ...]") -> "SheetQuerySet":
        """Sheets of the country of the kinds that the actor may bring in; a loader's own too."""
        found = self.filter(country=country)
        return found if by == SYSTEM else found.filter(kind__in=kinds)


class Sheet(LedgeredRow):
    """One table that was brought in. `mapping` says which column of it means what: number of the column, from 0, as text -> key.

    `heading_row` and `sheet` are numbers from 0. `names_nobody` says why passages of its rows stay that could name somebody.
    """

    kind = models.CharField(max_length=40)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    sheet = models.PositiveSmallIntegerField(default=0)
    heading_row = models.PositiveIntegerField(default=0)
    mapping = models.JSONField(default=dict)
    names_nobody = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, default="read")
    brought_by = models.CharField(max_length=64)
    brought_at = models.DateTimeField()
    job = models.UUIDField(null=True, blank=True)

    objects = SheetQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-brought_at", "id"]


class Line(models.Model):
    """What one row of a sheet would do, and whether it did. Made anew by each trial, so the ledger does not vouch for it.

    `faults`: a list of {"column", "code", "message", "params"}; `changes`: key -> [what was there, what the sheet says], as plain values.
    `wants_reason`: it is refused for passages that could name somebody, which one reason for the sheet would keep.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    would = models.CharField(max_length=8, choices=[(each, each) for each in WOULD])
    done = models.BooleanField(default=False)
    reference = models.CharField(max_length=200, blank=True, default="")
    label = models.CharField(max_length=300, blank=True, default="")
    subject = models.UUIDField(null=True, blank=True)
    faults = models.JSONField(default=list)
    changes = models.JSONField(default=dict)
    wants_reason = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["sheet", "number"], name="sheets_one_line")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["sheet", "would", "number"], name="sheets_lines_by_would")]


class Applied(LedgeredRow):
    """What one row of a sheet did: the thing it made or changed, and the values before and after; with these it is taken back."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="applied")
    number = models.PositiveIntegerField()
    subject = models.UUIDField(db_index=True)
    made = models.BooleanField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undone = models.BooleanField(default=False)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["sheet", "number"], name="sheets_applied_once"),
        ]


class Reference(LedgeredRow):
    """Under which number or code of its own a thing stands in the sheets of the mechanism."""

    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=200)
    subject = models.UUIDField()

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "kind", "reference"], name="sheets_one_reference"),
            models.UniqueConstraint(fields=["country", "kind", "subject"], name="sheets_one_subject"),
        ]


class KeptMapping(LedgeredRow):
    """Which column meant what the last time a sheet with these headings came: folded heading -> key."""

    kind = models.CharField(max_length=40)
    signature = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "kind", "signature"], name="sheets_one_mapping"),
        ]


class TakenOut(LedgeredRow):
    """A list that somebody asked for as a file: what, when, and the job that makes it. The file lies outside for a day.

    `shown`: it goes out as the desk's list `kind` shows it under `query`; else as the sheet of that kind, which can be brought in again.
    """

    kind = models.CharField(max_length=40)
    shown = models.BooleanField(default=False)
    query = models.TextField(blank=True, default="")
    ending = models.CharField(max_length=4)
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    job = models.UUIDField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-asked_at", "id"]
