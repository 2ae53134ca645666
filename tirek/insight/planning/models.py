"""Plans of years: targets, lines of the budget, amendments. No entry of the plan stands here, so that nothing of a hidden visit can.

A plan says how many visits of what kind; which visits these are stands in the visits room, where who may know of them is decided.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.ground.rules.annual_plan import Line, Target

DIGITS, PLACES = 14, 2
"""Fourteen digits: SQLite keeps a decimal as a float of fifteen, which gives exactly these back."""


class AnnualPlanQuerySet(LedgeredQuerySet["AnnualPlan"]):
    """Plans, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "AnnualPlanQuerySet":
        """Plans of the country for those who plan and for loaders; nothing for everybody else."""
        found = self.filter(country=country)
        return found if by == SYSTEM or by.has(*OFFICE, Role.LEADER, country=country) else found.none()


class AnnualPlan(LedgeredRow):
    """The plan of a country's year. Its entries are those whose first day lies in the year."""

    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default="draft")
    notes = models.TextField(blank=True, default="")
    begun_by = models.CharField(max_length=64)
    submitted_by = models.CharField(max_length=64, blank=True, default="")
    submitted_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField(max_length=64, blank=True, default="")
    approved_on = models.DateField(null=True, blank=True)

    objects = AnnualPlanQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "year"], name="planning_one_plan_a_year"),
        ]


class PlanTarget(LedgeredRow):
    """How many visits to a kind of place in a region; region "" is the whole country. Days are those of one visit, `cost` that of all."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.PROTECT, related_name="targets")
    place_kind = models.CharField(max_length=40)
    region = models.CharField(max_length=10, blank=True, default="")
    visits = models.PositiveIntegerField()
    days = models.PositiveSmallIntegerField(default=1)
    travel_days = models.PositiveSmallIntegerField(default=0)
    cost = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, default=0)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["place_kind", "region"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "place_kind", "region"], name="planning_one_target"),
            models.CheckConstraint(name="planning_target_cost", condition=Q(cost__gte=0)),
        ]

    @property
    def value(self) -> Target:
        """The row as the ground floor knows it."""
        return Target(self.place_kind, self.region, self.visits, self.days, self.travel_days, self.cost)


class BudgetLine(LedgeredRow):
    """Money that belongs to no target: what for, and how much, in the currency of the country's pack."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="planning_line_amount", condition=Q(amount__gte=0)),
        ]

    @property
    def value(self) -> Line:
        """The row as the ground floor knows it."""
        return Line(self.what, self.amount)


class Amendment(LedgeredRow):
    """A change of an approved plan: why, by whom, and the whole content before and after it, money as exact decimal text."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "number"], name="planning_one_amendment"),
        ]
