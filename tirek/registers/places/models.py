"""Places and the dated rows of their history. Both ends of a span are included; a missing end is open.

`name`, `opened_on` and `closed_on` of a place mirror the newest rows of its history and are written only together with them.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor
from tirek.ground.rules.revisions import revised
from tirek.ground.rules.spans import Span
from tirek.registers.places.folding import folded

CORRECTABLE = ("kind", "region", "address", "latitude", "longitude", "unofficial", "unofficial_reason", "source")
CORRECTED = ("name", "opened_on", *CORRECTABLE)
"""What a correction of a place writes; whoever began from other words is told."""


def holding(on: date) -> Q:
    """Rows whose span holds on a day."""
    return (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gte=on))


class PlaceQuerySet(LedgeredQuerySet["Place"]):
    """Places, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "PlaceQuerySet":
        """Places of the country for the mechanism's own people there and for loaders; nothing for everybody else."""
        return self.filter(country=country) if by == SYSTEM or by.has(*MECHANISM, country=country) else self.none()

    def called(self, text: str) -> "PlaceQuerySet":
        """Places with every word of the text somewhere in a present or past name or in the address, whatever the case."""
        found = self
        for word in folded(text).split():
            found = found.filter(sought__contains=word)
        return found

    def open_on(self, on: date) -> "PlaceQuerySet":
        """Places that were working on a day."""
        return self.filter(Exists(PlaceOpening.objects.filter(holding(on), place=OuterRef("pk"))))

    def closed_on_day(self, on: date) -> "PlaceQuerySet":
        """Places that were not working on a day."""
        return self.exclude(Exists(PlaceOpening.objects.filter(holding(on), place=OuterRef("pk"))))

    def under(self, authorities: Iterable[str], kinds: Iterable[str], on: date) -> "PlaceQuerySet":
        """Places of one of these authorities on a day, or, having none of their own then, of one of these kinds."""
        own = PlaceAuthority.objects.filter(holding(on), place=OuterRef("pk"))
        return self.filter(Exists(own.filter(authority__in=list(authorities))) | (~Exists(own) & Q(kind__in=list(kinds))))


class Place(LedgeredRow):
    """A place where people are or may be deprived of liberty; `unofficial` ones are known only because someone was held there."""

    name = WordsField()
    kind = models.CharField(max_length=40)
    region = models.CharField(max_length=10)
    address = models.TextField(blank=True, default="")
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    unofficial = models.BooleanField(default=False)
    unofficial_reason = models.TextField(blank=True, default="")
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True, default="")
    sought = models.TextField(blank=True, default="")
    order = models.CharField(max_length=300, blank=True, default="", db_index=True)

    objects = PlaceQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="places_unofficial_reason", condition=Q(unofficial=False) | ~Q(unofficial_reason="")),
            models.CheckConstraint(
                name="places_coordinates_together",
                condition=Q(latitude=None, longitude=None) | (Q(latitude__isnull=False) & Q(longitude__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name.best("ru"))

    @property
    def revision(self) -> str:
        """The sign of what a correction would write anew."""
        return revised(self, CORRECTED)


class PlaceSpan(LedgeredRow):
    """A row of a place's history that holds for a span of days."""

    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_order", condition=Q(since=None) | Q(until=None) | Q(since__lte=F("until"))
            ),
        ]

    @property
    def span(self) -> Span:
        """The row's days."""
        return Span(self.since, self.until)


class PlaceOpening(PlaceSpan):
    """When a place was working. `until` is its last day."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="openings")


class PlaceName(PlaceSpan):
    """What a place was called."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="names")
    name = WordsField()


class PlaceAuthority(PlaceSpan):
    """Under which authority a place stood, where that differs from the pack's rule for its kind."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="authorities")
    authority = models.CharField(max_length=60)


class PlacePopulation(LedgeredRow):
    """How many people a place can hold and held on a day; what is not known is NULL, never zero. `minors` are among the others."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="populations")
    counted_on = models.DateField()
    capacity = models.PositiveIntegerField(null=True, blank=True)
    male = models.PositiveIntegerField(null=True, blank=True)
    female = models.PositiveIntegerField(null=True, blank=True)
    unknown = models.PositiveIntegerField(null=True, blank=True)
    minors = models.PositiveIntegerField(null=True, blank=True)
    source = models.TextField(blank=True, default="")

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["place", "counted_on"], name="places_one_count_a_day"),
        ]


class PlaceEvent(LedgeredRow):
    """That a place has to do with an event of the pack."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="events")
    event = models.CharField(max_length=60)
    note = models.TextField(blank=True, default="")

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["place", "event"], name="places_one_tie"),
        ]


class PlaceMerge(LedgeredRow):
    """That a place became a part of another; `on` is its first day as such."""

    place = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="merge")
    into = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="merged_here")
    on = models.DateField()


class KeptPassage(LedgeredRow):
    """That a passage of an open text, which could name somebody, stays, and why. Of the passage only a digest salted with `about` is kept.

    `about` is the id of the row that the text stands in.
    """

    about = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()


PARTS = 10_000
"""Into so many parts a degree is divided: ten metres on the ground."""


class Outline(LedgeredRow):
    """An outline of the country, or of its regions, that the operator gave: the file as it came, and what is drawn of it. The newest is in force.

    `shapes`: a list of {"region", "rings"}, rings as [longitude, latitude] in `PARTS` of a degree, because
    the ledger vouches for whole numbers alone; none where the outline was taken away. `source` says whose it is and under
    which licence.
    """

    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    shapes = models.JSONField(default=list)
    source = models.CharField(max_length=200, blank=True, default="")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=64)
