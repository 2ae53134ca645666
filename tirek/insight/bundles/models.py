"""Bundles as rows: for whom, of what, to which keys, and the sealed file. They hold nothing of what is in the file once it is sealed but numbers and digests."""

from typing import ClassVar

from django.db import models

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import Actor, Role

PARTS = ("reports", "recommendations", "letters")
STATES = ("gathering", "ready", "sealing", "made", "dropped")


def makes_bundles(by: Actor, country: str) -> bool:
    """Whether the actor makes bundles and takes them: the head alone."""
    return by.has(Role.HEAD, country=country)


def knows_of_bundles(by: Actor, country: str) -> bool:
    """Whether the actor may know that a bundle was made: the head, and the auditor, who does not get the file. To everybody else there is none."""
    return by.has(Role.HEAD, Role.AUDITOR, country=country)


class BundleQuerySet(LedgeredQuerySet["Bundle"]):
    """Bundles, asked for in words."""

    def known_to(self, by: Actor, country: str) -> "BundleQuerySet":
        """Those that the actor may know of."""
        found = self.filter(country=country)
        return found if knows_of_bundles(by, country) else found.none()


class Bundle(LedgeredRow):
    """One bundle. `places`, `parts` and the days say what goes in, `keys` to which public keys it is sealed, `outline` what was found to go in.

    `seen` is the digest of the content that the head confirmed: what is sealed is that and nothing else.
    """

    delegation = models.CharField(max_length=200)
    review = models.ForeignKey("international.Review", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField()
    places = models.JSONField(default=list)
    parts = models.JSONField(default=list)
    keys = models.JSONField(default=list)
    state = models.CharField(max_length=10, default="gathering", choices=[(each, each) for each in STATES])
    outline = models.JSONField(default=dict)
    seen = models.CharField(max_length=64, blank=True, default="")
    begun_by = models.CharField(max_length=64)
    begun_on = models.DateField()
    confirmed_by = models.CharField(max_length=64, blank=True, default="")
    made_on = models.DateField(null=True, blank=True)
    job = models.UUIDField(null=True, blank=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = BundleQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-begun_on", "-id"]
