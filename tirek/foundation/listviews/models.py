"""Saved views, and with which of them a person's list begins."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import MECHANISM, Actor


class SavedViewQuerySet(LedgeredQuerySet["SavedView"]):
    """Saved views, asked for in words."""

    def visible_to(self, actor: Actor, country: str) -> "SavedViewQuerySet":
        """The person's own views and the shared ones of the country, for those of its mechanism; nothing for everybody else."""
        if not actor.id or not actor.has(*MECHANISM, country=country):
            return self.none()
        return self.filter(Q(owner=actor.id) | Q(shared=True), country=country)


class SavedView(LedgeredRow):
    """The query of a list's address under a name. `kept_because`: why passages of the name or the query stay that could name somebody."""

    of_list = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    query = models.TextField(blank=True, default="")
    shared = models.BooleanField(default=False)
    owner = models.CharField(max_length=64)
    kept_because = models.TextField(blank=True, default="")

    objects = SavedViewQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "owner", "of_list", "name"], name="listviews_one_name"),
        ]


class StartingView(LedgeredRow):
    """The view with which a list begins for one person."""

    owner = models.CharField(max_length=64)
    of_list = models.CharField(max_length=40)
    view = models.ForeignKey(SavedView, on_delete=models.PROTECT, related_name="starts")

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "owner", "of_list"], name="listviews_one_start"),
        ]
