"""Values of indicators, each tied to the stretch of a source that states it, and overrides of breaks in series.

Definitions are data of the packs; a row names the version that it was entered under. A value is never rewritten by a person: another one supersedes it.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor

HEDGES = ("exact", "more_than", "less_than", "at_least", "at_most", "about", "almost")
MISSING = ("no_data", "not_collected", "not_published", "closed", "not_applicable")


class ValueQuerySet(LedgeredQuerySet["Value"]):
    """Values, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "ValueQuerySet":
        """Values of the country for its mechanism's own people and for loaders; nothing for everybody else."""
        return self.filter(country=country) if by == SYSTEM or by.has(*MECHANISM, country=country) else self.none()

    def standing(self) -> "ValueQuerySet":
        """Those that no other value of the same year took the place of. One that may not be published takes nobody's place yet."""
        return self.exclude(Q(superseded_by__year=F("year")) & (Q(superseded_by__origin="sourced") | Q(superseded_by__checked_by__gt="")))

    def open_to_all(self) -> "ValueQuerySet":
        """Those that may be published: of the sourced record, or checked by a second person."""
        return self.filter(Q(origin="sourced") | ~Q(checked_by=""))


class Value(LedgeredRow):
    """What one source states of one indicator for one year: an amount (exact decimal text), a step of its scale, words, or why there is none.

    `code` names a value of the sourced record, "" for one entered by hand. `year_note` says why the year is inferred where the source states none. `also` is the
    same sum in other money. A value hangs on a stretch of a source's text (`start`, `end`, `quote`), or on `retold`, the name of a source whose text is not held.
    """

    code = models.CharField(max_length=60, blank=True, default="")
    indicator = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    year = models.PositiveIntegerField()
    year_note = WordsField(blank=True)
    as_of = models.DateField(null=True, blank=True)
    amount = models.CharField(max_length=40, blank=True, default="")
    hedge = models.CharField(max_length=9, choices=[(each, each) for each in HEDGES], default="exact")
    currency = models.CharField(max_length=3, blank=True, default="")
    also = models.JSONField(default=list)
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    said = WordsField(blank=True)
    missing = models.CharField(max_length=14, choices=[(each, each) for each in MISSING], blank=True, default="")
    scope = WordsField(blank=True)
    remark = WordsField(blank=True)
    source = models.ForeignKey("claims.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True, default="")
    speaker = WordsField(blank=True)
    retold = WordsField(blank=True)
    entered_by = models.CharField(max_length=64)
    entered_at = models.DateTimeField()
    checked_by = models.CharField(max_length=64, blank=True, default="")
    checked_at = models.DateTimeField(null=True, blank=True)
    kept_because = models.TextField(blank=True, default="")
    """Why passages of its words stay that could name somebody."""
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="supersedes")

    objects = ValueQuerySet.as_manager()  # type: ignore[misc]

    @property
    def open_to_all(self) -> bool:
        """Whether it may be published, as the queryset asks."""
        return self.origin == "sourced" or bool(self.checked_by)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["indicator", "year", "entered_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "code"], condition=~Q(code=""), name="indicators_one_value_a_code"),
            models.CheckConstraint(name="indicators_value_stretch", condition=Q(source=None, start=None, end=None) | Q(source__isnull=False, start__lt=F("end"))),
            models.CheckConstraint(name="indicators_value_or_missing", condition=Q(missing="") | Q(amount="", step=None)),
            models.CheckConstraint(name="indicators_checked_by_another", condition=Q(checked_by="") | ~Q(checked_by=F("entered_by"))),
        ]


class BreakOverrideQuerySet(LedgeredQuerySet["BreakOverride"]):
    """Overrides, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "BreakOverrideQuerySet":
        """As values."""
        return self.filter(country=country) if by == SYSTEM or by.has(*MECHANISM, country=country) else self.none()


class BreakOverride(LedgeredRow):
    """That somebody, for a reason, lets changes of an indicator be computed over a break."""

    indicator = models.CharField(max_length=60)
    break_id = models.CharField(max_length=60)
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    kept_because = models.TextField(blank=True, default="")
    """Why passages of the reason stay that could name somebody."""

    objects = BreakOverrideQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "indicator", "break_id"], name="indicators_one_override"),
        ]
