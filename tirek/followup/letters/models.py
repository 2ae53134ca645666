"""Letters that went out and came in, and the recommendations that each is about."""

from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from tirek.followup.letters.codes import DIRECTIONS
from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, Actor


class LetterQuerySet(LedgeredQuerySet["Letter"]):
    """Letters, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "LetterQuerySet":
        """The office sees the whole register; the mechanism's other people what is about issued recommendations, which they see too."""
        found = self.filter(country=country)
        if by == SYSTEM or by.has(*OFFICE, country=country):
            return found
        if by.has(*MECHANISM, country=country):
            return found.filter(Exists(Item.objects.filter(letter=OuterRef("pk"))))
        return found.none()


class Letter(LedgeredRow):
    """One letter. `body` is the authority to which it went or from which it came (its code in the pack).

    `number` and `dated_on` are the sender's; `registered_as` is the mechanism's own number of a letter that came in. `moved_on` is when it was sent, or when it
    came. `pages` is how many pages of the file can be shown, 0 where none can. `acknowledged_on` tells when the body confirmed that it has an outgoing letter,
    `acknowledgement` how that is known.
    """

    direction = models.CharField(max_length=3, choices=[(each, each) for each in DIRECTIONS])
    kind = models.CharField(max_length=16)
    body = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    registered_as = models.CharField(max_length=60, blank=True, default="")
    dated_on = models.DateField()
    moved_on = models.DateField()
    way = models.CharField(max_length=8, default="post")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pages = models.PositiveSmallIntegerField(default=0)
    acknowledged_on = models.DateField(null=True, blank=True)
    acknowledgement = models.TextField(blank=True, default="")
    entered_by = models.CharField(max_length=64)

    objects = LetterQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-moved_on", "-dated_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "direction", "body", "number", "dated_on"], name="letters_one_letter"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("country", F("moved_on").desc(), F("dated_on").desc(), "id", name="letters_list"),
            models.Index("country", "body", F("moved_on").desc(), name="letters_of_body"),
            models.Index(fields=["country", "moved_on"], condition=Q(direction="out", kind="transmittal", acknowledged_on=None), name="letters_unconfirmed"),
        ]


class Item(LedgeredRow):
    """A recommendation that a letter is about, and on which pages. `answer` is what was entered of an incoming one; none while it waits to be read."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="items")
    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")
    first_page = models.PositiveSmallIntegerField(null=True, blank=True)
    last_page = models.PositiveSmallIntegerField(null=True, blank=True)
    answer = models.ForeignKey("recommendations.Answer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    PART_OF = "letter_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["letter", "recommendation"], name="letters_once_in_a_letter"),
        ]
